"""From values to pictures: DOT, SVG, PNG and PDF, drawn by the Graphviz that comes with the install."""
