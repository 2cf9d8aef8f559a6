"""What recipes need beyond the core, and what is said without it."""

from __future__ import annotations

from importlib.util import find_spec

from venuekit.transport.errors import ConfigurationError

_MODULES = ("pydantic", "email_validator", "ruamel")


class MissingExtra(ConfigurationError, ModuleNotFoundError):
    """An extra of venuekit is not installed. The message has the command that installs it."""


def need_extra() -> None:
    """Raise MissingExtra unless dossiers can be read."""
    for module in _MODULES:
        if find_spec(module) is None:
            error = MissingExtra(
                f"dossiers and runs need an extra ({module} is not installed): pip install 'venuekit[recipes]'"
            )
            error.name = module
            raise error
