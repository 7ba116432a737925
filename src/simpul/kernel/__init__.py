"""Words that every other package uses: who acts, what is meant, when it is. No framework."""
