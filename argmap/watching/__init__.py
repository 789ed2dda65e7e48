"""Watching maps: checked and drawn again when they are saved, and shown in a browser on this machine."""
