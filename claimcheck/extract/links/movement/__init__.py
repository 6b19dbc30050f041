"""Changes, and the levels that the words set before and after them."""
