"""Days and places of what is said to happen."""
