"""Headers of every answer."""
