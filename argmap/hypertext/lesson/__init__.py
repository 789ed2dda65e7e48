"""The list of what a lesson is made of, as a page."""
