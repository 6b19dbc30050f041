"""Things that lists and tables put in an order, and what words say of their places."""
