"""For editors: the JSON Schema of the format, and what the language server answers.

Everything but `server` is about texts and knows no protocol.
"""
