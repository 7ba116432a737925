"""Pure decisions about entries of the directory."""
