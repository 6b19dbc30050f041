"""What a quantity measures: its metric, by the words around it."""
