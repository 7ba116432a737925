"""Find help: the directory for everybody."""
