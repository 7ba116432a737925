"""What the demo is made of: made-up people on a made-up map, marked as such."""
