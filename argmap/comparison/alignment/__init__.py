"""Correspondences between statements of different maps: accepted ones join, and likely ones are proposed."""
