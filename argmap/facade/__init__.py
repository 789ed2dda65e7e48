"""What the front door does, in three parts: opening maps, comparing them, drawing them."""
