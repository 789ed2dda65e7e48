"""Maps of arguments: written in YAML, compared with each other, drawn to teach from."""
