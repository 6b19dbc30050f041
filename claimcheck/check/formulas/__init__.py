"""What rules state in formulas, and whether the figures of a relation fit them."""
