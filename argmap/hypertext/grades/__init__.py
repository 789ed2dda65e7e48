"""The pages of grades: the report to a student, and the overview of a class."""
