"""How numbers and coordinates are read, whoever wrote them."""
