"""How fast the sandbox is: `python -m benchmarks.sandbox`. docs/sandbox-speed.md is what it wrote last."""
