"""Questions out of maps, each with one answer that the maps decide; `making` makes them."""
