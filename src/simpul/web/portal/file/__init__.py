"""The client's own file in plain words, and her own words to those who accompany her."""
