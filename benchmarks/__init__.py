"""Measurements that are run by hand. Nothing here is shipped."""
