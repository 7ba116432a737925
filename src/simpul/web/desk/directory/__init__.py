"""The directory at the desk: find help for a client, keep the entries true."""
