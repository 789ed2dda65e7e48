"""Values -> what a person or a program reads: terminal text, Markdown, JSON, notes for GitHub."""
