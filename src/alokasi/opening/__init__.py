"""Opens files that may be damaged or hostile; yields plain rows, before anything in them is understood.

`door.open_book` is the one way in. What parses runs in a child process (`child`), which imports nothing of Alokasi but
this package; so nothing is imported here.
"""
