"""A worksheet and its key: one drawing, once with room to write and once with the answers."""
