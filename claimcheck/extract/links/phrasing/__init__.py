"""How the words of a text are seen by links, and the small language of their patterns."""
