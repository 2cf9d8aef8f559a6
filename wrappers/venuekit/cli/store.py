"""Where durable runs are kept: the database and the key of what is sealed in it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from venuekit.auth.chain import database_url_of, load_profile
from venuekit.auth.places import config_folder, data_folder, require_home
from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from venuekit.runs import Runs

DATABASE_VARIABLE: Final = "VENUEKIT_DATABASE_URL"
KEY_VARIABLE: Final = "VENUEKIT_VAULT_KEY"
_REFERENCES = ("env:", "file:", "keyring")


@dataclass(frozen=True, slots=True)
class Store:
    """What the options say; None where they say nothing."""

    database_url: str | None = field(default=None, repr=False)
    vault_key: str | None = field(default=None, repr=False)
    profile: str | None = None

    def url(self, environ: Mapping[str, str] = os.environ) -> str:
        """The database: an option, the environment, the profile, or a file of the user's own."""
        profile = load_profile(self.profile, environ=environ)
        found = self.database_url or environ.get(DATABASE_VARIABLE)
        if not found and profile is not None:
            found = database_url_of(profile, environ=environ)
        if not found:
            path = data_folder(environ) / "runs.sqlite"
            require_home(path, environ)
            found = f"sqlite:///{path}"
        return found

    def open(self) -> Runs:
        """The runs, for a `with` block. Raises ConfigurationError, which shows no password."""
        from venuekit import runs

        try:
            return runs.open(self.url(), key=self.vault_key)
        except OSError as error:
            why = f"the database cannot be opened: {error.filename}: {error.strerror}"
            raise ConfigurationError(why + self._advice(why)) from None
        except ConfigurationError as error:
            raise ConfigurationError(f"{error}{self._advice(str(error))}") from None

    def _advice(self, said: str, environ: Mapping[str, str] = os.environ) -> str:
        """How to name what nobody has named, as far as it is about that and not said which one it is."""
        end = " " if said.endswith("?") else ". "
        if not (self.vault_key or environ.get(KEY_VARIABLE)) and " key" in said:
            return f"{end}The key is that of --vault-key or {KEY_VARIABLE}"
        if (
            not (self.database_url or environ.get(DATABASE_VARIABLE))
            and "://" not in said
            and os.sep not in said
        ):
            return f"{end}The database is that of --database-url or {DATABASE_VARIABLE}"
        return ""


def key_sources(given: str | None, environ: Mapping[str, str] = os.environ) -> list[tuple[str, bool]]:
    """Where the keys come from, the one that seals first, and whether each is there. Never a key itself."""
    text = given or environ.get(KEY_VARIABLE, "")
    if not text:
        path = config_folder(environ) / "vault.key"
        require_home(path, environ)
        return [(f"file:{path}", path.exists())]
    found: list[tuple[str, bool]] = []
    for part in (part.strip() for part in text.split(",") if part.strip()):
        if part == "keyring":
            found.append((part, True))
        elif part.startswith("env:"):
            found.append((part, bool(environ.get(part.removeprefix("env:")))))
        elif part.startswith("file:") or is_reference(part):
            path = Path(part.removeprefix("file:")).expanduser()
            found.append((f"file:{path}", path.exists()))
        else:
            found.append((f"{KEY_VARIABLE} (the key itself)", True))
    return found


def is_reference(text: str) -> bool:
    """Whether a part of a key option says where the key is, rather than being one."""
    return text.startswith(_REFERENCES) or os.sep in text or text.endswith(".key")


__all__ = ["DATABASE_VARIABLE", "KEY_VARIABLE", "Store", "is_reference", "key_sources"]
