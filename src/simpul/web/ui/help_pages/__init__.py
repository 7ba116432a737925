"""How services are shown to whoever looks for help, at the desk and at the public door alike."""
