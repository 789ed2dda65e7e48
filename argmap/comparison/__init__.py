"""Maps of different articles -> findings: where they agree, where they differ, and by which rule."""
