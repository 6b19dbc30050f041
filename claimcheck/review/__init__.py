"""The editor's desk: the page of the consistency table, served on this machine, where findings are decided."""
