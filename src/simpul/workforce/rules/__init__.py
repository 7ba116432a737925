"""Pure decisions about grants, caseloads and cover."""
