"""The clients of the five venues, synchronous and asynchronous."""
