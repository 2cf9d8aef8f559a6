# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Generated clients, one package per venue: attrs models, one module per operation, resource classes."""
