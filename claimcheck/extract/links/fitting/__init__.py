"""What figures must be like to stand in a link together."""
