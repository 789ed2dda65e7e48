"""From what to draw to where it stands: boxes of a map, rows of a table."""
