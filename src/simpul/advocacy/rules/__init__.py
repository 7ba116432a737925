"""Pure decisions about patterns and findings."""
