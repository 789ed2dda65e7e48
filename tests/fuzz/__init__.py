"""Bytes that nobody would write, given to everything that reads what others wrote; see README.md."""
