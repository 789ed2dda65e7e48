"""What every page is made of: cells of text at their places, their sizes, and the step to a file."""
