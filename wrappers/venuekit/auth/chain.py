"""Where the values of a constructor come from, and which link of the chain supplied each.

    an argument  >  an environment variable  >  a profile  >  the token store

The first link that has a value supplies it. The store is for tokens alone, and is asked by the auth flows when they need
some; the other links are pure functions of what they are given here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import attrs

from venuekit.auth.places import config_folder, readable_by_others
from venuekit.auth.shown import shown
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.jsontext import as_object
from venuekit.transport.secret import is_secret_name

__all__ = [
    "NAMES",
    "Profile",
    "Resolved",
    "Sourced",
    "database_url_of",
    "load_profile",
    "resolve",
    "variable",
]

# What can be looked up for each venue, and which alternative it belongs to: "" is good with all of them. Of alternatives
# only the one of the first link that has any is looked up, so that a key from the environment never replaces a login that
# was given, and nobody's tokens are renewed with somebody else's password.
NAMES: Mapping[str, Mapping[str, str]] = {
    "rabbitx": {
        "api_key": "key",
        "api_secret": "key",
        "jwt": "session",
        "random_secret": "session",
        "refresh_token": "session",
        "wallet": "wallet",
    },
    "stokn": {"client_id": "", "client_secret": "", "token_url": "", "user": ""},
    "nebulaecn": {
        "email": "login",
        "password": "login",
        "totp_secret": "login",
        "api_key": "key",
        "api_secret": "key",
    },
    "tradelocker": {
        "email": "login",
        "password": "login",
        "server": "login",
        "tokens": "tokens",
        "developer_api_key": "",
    },
    "t4": {"api_key": "key", "bearer": "bearer"},
}
# What no text can say.
_ARGUMENTS_ONLY = {"tokens"}
# What only sounds like a secret.
_PUBLIC = {"token_url"}


@attrs.frozen
class Sourced:
    """A value, and the link that supplied it: `argument`, `environment VENUEKIT_…` or `profile …`."""

    value: str = attrs.field(repr=shown)
    source: str


@attrs.frozen
class Profile:
    """A table `[profiles.<name>]` of the settings file.

    Attributes:
        name: of the profile.
        folder: of the file; `file:` references start there.
        allow_live: whether clients of live venues may be made with it.
        venues: values by venue and name; they may be references.
        database_url: where durable runs are kept; it may be a reference.
    """

    name: str
    folder: Path
    allow_live: bool
    venues: Mapping[str, Mapping[str, str]] = attrs.field(repr=False)
    database_url: str | None = attrs.field(default=None, repr=False)

    def check(self, env: str) -> None:
        """Refuse to go live by a profile that does not say so.

        Raises:
            ConfigurationError: `env` is live, and the profile has no `allow_live = true`.
        """
        if env == "live" and not self.allow_live:
            raise ConfigurationError(
                f"profile {self.name} is not for live venues: it has no allow_live = true"
            )


@attrs.frozen
class Resolved:
    """What was found, by name."""

    found: Mapping[str, Sourced]

    def text(self, name: str) -> str | None:
        """The value of a name; None when no link has one."""
        sourced = self.found.get(name)
        return sourced.value if sourced is not None else None

    @property
    def sources(self) -> dict[str, str]:
        """The source of each value that was found. Never a value."""
        return {name: sourced.source for name, sourced in self.found.items()}


def variable(venue: str, name: str) -> str:
    """The environment variable of a value, e.g. `VENUEKIT_TRADELOCKER_PASSWORD`."""
    return f"VENUEKIT_{venue}_{name}".upper()


def resolve(
    venue: str,
    given: Mapping[str, object],
    *,
    names: Mapping[str, str],
    environ: Mapping[str, str],
    config: Profile | None,
    read: Callable[[Path], str] | None = None,
) -> Resolved:
    """The value of each name from the first link that has one.

    Args:
        venue: its key.
        given: the arguments by name; None for those that were not given.
        names: what to look up, each with the alternative that it belongs to.
        environ: environment variables. An empty one counts as not set.
        config: the profile, or None.
        read: reads the file of a reference; for tests.

    Raises:
        ConfigurationError: a reference of the profile leads nowhere, or a value is not text.
    """
    nothing: Mapping[str, str] = {}
    table = config.venues.get(venue, nothing) if config is not None else nothing
    ranks: dict[str, int] = {}
    for name in names:
        if given.get(name) is not None:
            ranks[name] = 0
        elif name in _ARGUMENTS_ONLY:
            continue
        elif environ.get(variable(venue, name)):
            ranks[name] = 1
        elif name in table:
            ranks[name] = 2
    best = min((rank for name, rank in ranks.items() if names[name]), default=0)
    chosen = {names[name] for name, rank in ranks.items() if names[name] and rank == best}
    found: dict[str, Sourced] = {}
    for name, rank in ranks.items():
        if names[name] and names[name] not in chosen:
            continue
        if rank == 0:
            value = given[name]
            found[name] = Sourced(value if isinstance(value, str) else "", "argument")
        elif rank == 1:
            found[name] = Sourced(environ[variable(venue, name)], f"environment {variable(venue, name)}")
        elif config is not None:
            text = _dereferenced(table[name], venue, name, config, environ=environ, read=read or _read)
            found[name] = Sourced(text, f"profile {config.name}")
    for name, sourced in found.items():
        if not _is_text(sourced.value):
            # An environment variable that is no UTF-8, for instance. No request could carry it.
            raise ConfigurationError(f"{venue}: {name} ({sourced.source}) is not text")
    return Resolved(found)


def load_profile(name: str | None, *, environ: Mapping[str, str]) -> Profile | None:
    """The profile of this name, or of `VENUEKIT_PROFILE`; None when neither is given. Then no file is read.

    The file is that of `VENUEKIT_CONFIG`, else `config.toml` in the user's settings folder for venuekit.

    Raises:
        ConfigurationError: the file or the profile is not there, something in it is not known, or secrets in clear stand
            in a file that others may read.
    """
    chosen = name or environ.get("VENUEKIT_PROFILE")
    if not chosen:
        return None
    path = (
        Path(environ["VENUEKIT_CONFIG"])
        if environ.get("VENUEKIT_CONFIG")
        else config_folder(environ) / "config.toml"
    )
    try:
        settings: dict[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
        open_to_others = readable_by_others(path)
    except OSError as error:
        raise ConfigurationError(f"profile {chosen}: {path} cannot be read: {error.strerror}") from None
    except ValueError:
        # The parser's own words may quote the line, and what stands on it.
        raise ConfigurationError(f"profile {chosen}: {path} is not TOML") from None
    table = as_object((as_object(settings.get("profiles")) or {}).get(chosen))
    if table is None:
        raise ConfigurationError(f"{path} has no [profiles.{chosen}]")
    allow_live = table.pop("allow_live", False)
    if not isinstance(allow_live, bool):
        raise ConfigurationError(f"{path}: allow_live of profile {chosen} must be true or false")
    database_url = table.pop("database_url", None)
    if database_url is not None and not isinstance(database_url, str):
        raise ConfigurationError(f"{path}: database_url of profile {chosen} must be a text")
    venues = {venue: _venue_table(venue, value, path, chosen) for venue, value in table.items()}
    clear = [
        f"{venue}.{name}"
        for venue, values in venues.items()
        for name, value in values.items()
        if is_secret_name(name) and name not in _PUBLIC and not value.startswith(("env:", "file:"))
    ]
    if database_url is not None and "@" in database_url and not database_url.startswith(("env:", "file:")):
        clear.append("database_url")
    if clear and open_to_others:
        raise ConfigurationError(
            f"{path} can be read by others and holds secrets in clear ({', '.join(clear)}): chmod 600 it, or write"
            " env:NAME or file:PATH instead"
        )
    return Profile(chosen, path.parent, allow_live, venues, database_url)


def database_url_of(config: Profile, *, environ: Mapping[str, str]) -> str | None:
    """The profile's `database_url`, with its reference followed. Raises ConfigurationError."""
    if config.database_url is None:
        return None
    return _dereferenced(
        config.database_url,
        "runs",
        "database_url",
        config,
        environ=environ,
        read=lambda path: path.read_text("utf-8"),
    )


def _venue_table(venue: str, value: object, path: Path, profile: str) -> dict[str, str]:
    names = NAMES.get(venue)
    table = as_object(value)
    if names is None or table is None:
        raise ConfigurationError(
            f"{path}: [profiles.{profile}] has {venue}, which is none of allow_live, {', '.join(NAMES)}, database_url"
        )
    known = [name for name in names if name not in _ARGUMENTS_ONLY]
    for name, found in table.items():
        if name not in known:
            raise ConfigurationError(
                f"{path}: [profiles.{profile}.{venue}] has {name}, which is none of {', '.join(known)}"
            )
        if not isinstance(found, str) or not found:
            raise ConfigurationError(f"{path}: {name} of [profiles.{profile}.{venue}] must be a text")
    return {name: str(found) for name, found in table.items()}


def _dereferenced(
    text: str,
    venue: str,
    name: str,
    config: Profile,
    *,
    environ: Mapping[str, str],
    read: Callable[[Path], str],
) -> str:
    kind, _, target = text.partition(":")
    where = f"profile {config.name}: {venue}.{name}"
    if kind == "env":
        value = environ.get(target)
        if not value:
            raise ConfigurationError(f"{where}: the environment variable {target} is not set")
        return value
    if kind == "file":
        path = config.folder / Path(target).expanduser()
        try:
            value = read(path).strip()
        except (OSError, ValueError) as error:
            why = error.strerror if isinstance(error, OSError) else "not text"
            raise ConfigurationError(f"{where}: {path} cannot be read: {why}") from None
        if not value:
            raise ConfigurationError(f"{where}: {path} is empty")
        return value
    return text


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
