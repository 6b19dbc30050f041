"""The editor's desk: the page of the consistency table, served on this machine, where findings are decided.

Its modules are imported when the desk is asked for: they need the libraries of the extra "review".
"""
