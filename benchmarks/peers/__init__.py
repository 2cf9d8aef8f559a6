"""Runs venuekit and four other client libraries against one misbehaving server, row by row: `nox -s peers`.

Each library has an environment of its own, for their dependencies conflict. What runs there (`probe.py` and what it
imports) needs the standard library and that one package. `compare.py` makes the environments and keeps the results.
"""
