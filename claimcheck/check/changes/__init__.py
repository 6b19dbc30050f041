"""Changes and gaps, and the two figures that each lies between."""
