"""Arguments and options that several commands have, and what they are read with."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from venuekit.cli.store import Store, is_reference

# 32 bytes in base64, of either alphabet.
_KEY = re.compile(r"[A-Za-z0-9_+/-]{43}=")


class VenueKey(StrEnum):
    """The venues."""

    RABBITX = "rabbitx"
    STOKN = "stokn"
    NEBULAECN = "nebulaecn"
    TRADELOCKER = "tradelocker"
    T4 = "t4"


class LogLevel(StrEnum):
    """From which level on is logged."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"


class EnvName(StrEnum):
    """Where the calls go."""

    SANDBOX = "sandbox"
    DEMO = "demo"
    LIVE = "live"


Dossier = Annotated[Path, typer.Argument(metavar="DOSSIER", help="The dossier, YAML or JSON.")]
Venues = Annotated[
    list[VenueKey] | None, typer.Option("--venue", "-v", help="Only this venue; may be given several times.")
]
Environment = Annotated[EnvName, typer.Option("--env", help="Where the calls go.")]
Urls = Annotated[
    list[str] | None,
    typer.Option("--url", metavar="VENUE=URL", help="The API base of a venue; may be given several times."),
]
JsonFlag = Annotated[
    bool, typer.Option("--json", help="One JSON document on stdout, and nothing else there.")
]
Reveal = Annotated[bool, typer.Option("--reveal", help="Show credentials in clear.")]
CredentialsFile = Annotated[
    Path | None,
    typer.Option(
        "--credentials-file",
        metavar="FILE",
        help="Write the credentials in clear to a new file that only you can read.",
    ),
]
Timeout = Annotated[
    float, typer.Option("--timeout", metavar="S", min=0.1, help="Seconds to wait for an answer.")
]
MaxRetries = Annotated[
    int,
    typer.Option(
        "--max-retries",
        metavar="N",
        min=0,
        max=10,
        help="How often a call that may be repeated is made again.",
    ),
]


DatabaseUrl = Annotated[
    str | None,
    typer.Option(
        "--database-url",
        metavar="URL",
        help="Where runs are kept: sqlite:///PATH or postgresql://… (default: a file of yours).",
    ),
]
VaultKey = Annotated[
    str | None,
    typer.Option(
        "--vault-key",
        metavar="WHERE",
        help="Where the key of what is sealed is: file:PATH, a path with / in it or ending with .key, env:NAME or keyring; "
        "several, the newest first, by commas.",
    ),
]
ProfileName = Annotated[
    str | None,
    typer.Option("--profile", metavar="NAME", help="A profile of your settings with a database_url."),
]
Detach = Annotated[
    bool, typer.Option("--detach", help="Only write it down: `venuekit worker` does the work.")
]
Log = Annotated[
    LogLevel | None,
    typer.Option("--log", envvar="VENUEKIT_LOG", help="Write a log to stderr, from this level on."),
]
RunId = Annotated[str, typer.Argument(metavar="RUN", help="The id of a run.")]


def store(database_url: str | None, vault_key: str | None, profile: str | None) -> Store:
    """Where durable runs are kept. A key itself is refused: every process of the machine can read a command line."""
    for part in (part.strip() for part in (vault_key or "").split(",")):
        if _KEY.fullmatch(part):
            why = "a key does not belong on a command line; say where it is: file:PATH, env:NAME or keyring"
        elif not part or is_reference(part):
            continue
        elif os.path.exists(part):
            why = "the name of a file alone may be a key; write file:PATH, env:NAME or keyring"
        else:
            # Not the word itself: it may be most of a key.
            why = "no such file; write file:PATH, env:NAME or keyring"
        raise typer.BadParameter(why, param_hint="--vault-key")
    return Store(database_url, vault_key, profile)


def venue_names(venues: list[VenueKey] | None) -> list[str] | None:
    """The venues that were chosen, once each; None for all."""
    return list(dict.fromkeys(venue.value for venue in venues)) if venues else None


def venue_urls(texts: Sequence[str]) -> dict[str, str]:
    """`VENUE=URL`, taken apart."""
    urls: dict[str, str] = {}
    known = [venue.value for venue in VenueKey]
    for text in texts:
        name, equals, address = text.partition("=")
        if not equals or name not in known:
            expected = f"VENUE=URL is expected, with VENUE one of {', '.join(known)}"
            raise typer.BadParameter(expected, param_hint="--url")
        try:
            parts = urlsplit(address)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise typer.BadParameter(f"{name}: an http or https URL is expected", param_hint="--url")
        if name in urls:
            raise typer.BadParameter(f"{name}: given twice", param_hint="--url")
        urls[name] = address
    return urls
