"""What the client has a right to: take back, see who has looked, take a copy."""
