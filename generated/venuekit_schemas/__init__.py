"""Generated pydantic models, one module per venue and one for the dossier. For validation only."""
