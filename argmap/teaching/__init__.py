"""Exercises out of maps: what is asked, what the answers are, what a student found. Values, without looks or places."""
