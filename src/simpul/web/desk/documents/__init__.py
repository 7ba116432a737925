"""Documents at the desk: take the file, revoke."""
