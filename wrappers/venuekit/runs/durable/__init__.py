"""Runs that survive: the same recipes, driven in short legs over the ledger, by any number of processes."""
