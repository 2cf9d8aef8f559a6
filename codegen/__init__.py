"""How generated/ is made from specs/. Run from the repository root: `python -m codegen --help`."""
