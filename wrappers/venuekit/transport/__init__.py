"""The transport: one seam for every call, typed errors, masked secrets. It knows HTTP and nothing of any venue's API."""
