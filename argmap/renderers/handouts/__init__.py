"""What a class takes in its hands beside the fill-in sheet: cards to cut out, a comparison to fill in, and the keys."""
