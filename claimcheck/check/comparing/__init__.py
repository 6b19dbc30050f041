"""What ties two figures or two reports together, and what keeps them apart."""
