"""Pure decisions about identity: numbers, dates of birth, telephones. No framework."""
