"""The page of a lesson: maps and their comparison in one file, to read, project, print and be asked by."""
