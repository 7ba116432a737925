"""The house's front door for whoever has not logged in."""
