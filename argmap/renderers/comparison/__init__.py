"""The comparison sheet with its middle column, and slides of it."""
