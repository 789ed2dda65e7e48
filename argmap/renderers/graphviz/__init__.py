"""Running Graphviz: in process, in a child, as a program; the text it reads, the fonts it finds, the SVG it writes."""
