"""Pure decisions of casework: no framework, no database, the same answer every time."""
