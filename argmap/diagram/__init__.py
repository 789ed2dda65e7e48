"""What to draw, without colours, sizes or places."""
