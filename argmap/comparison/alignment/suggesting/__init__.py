"""How likely pairs of statements are found: words, likeness, neighbours, selection, explanation."""
