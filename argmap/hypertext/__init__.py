"""Pages for a browser, each one file that asks nothing of the network: templates, styles and scripts in rooms of it."""
