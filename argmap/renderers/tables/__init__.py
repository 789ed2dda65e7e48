"""Tables over pages: the matrix of maps, roles, causes."""
