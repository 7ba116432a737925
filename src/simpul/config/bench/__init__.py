"""Measures at size: each public module is one, with ``main(arguments)`` giving an exit code."""
