"""How a client comes in, and how she leaves without a trace."""
