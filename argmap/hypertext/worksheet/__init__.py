"""Sheets to fill in on screen, and their keys: the same page with inputs, or with the answers in their place."""
