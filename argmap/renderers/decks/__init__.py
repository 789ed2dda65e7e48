"""Slides to teach from as pages of a PDF."""
