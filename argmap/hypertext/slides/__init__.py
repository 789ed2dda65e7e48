"""Slides to teach from as one page: shown one by one, or all below each other where no script runs."""
