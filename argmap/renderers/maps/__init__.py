"""One map as pictures: boxes as labels, and legends, sheets, the graph, Mermaid."""
