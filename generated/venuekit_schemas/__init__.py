"""Generated pydantic models, one module per venue and one for the dossier, and each spec as JSON."""
