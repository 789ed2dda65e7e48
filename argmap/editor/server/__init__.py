"""The language server: what editors ask, answered by the modules above. Only this room knows the protocol."""
