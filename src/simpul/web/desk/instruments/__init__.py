"""The forms of the house: a list, and a place to try them out."""
