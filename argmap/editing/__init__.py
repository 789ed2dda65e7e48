"""Changing the text of maps where it stands: names found, edits made, everything else left byte for byte."""
