"""One question as a figure: the butterfly, the slope of roles, the crux of a conflict."""
