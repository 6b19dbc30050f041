"""The consistency table as one HTML page: what it shows, its texts with their marks, its template."""
