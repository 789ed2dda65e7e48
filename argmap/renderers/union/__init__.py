"""Two maps on one layout: laid over each other, or side by side."""
