"""The specs of the venues as JSON, read when they are first needed."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

_SPECS = files("venuekit_schemas").joinpath("openapi")


def known(venue: str) -> bool:
    """Whether there is a spec of this venue."""
    return _SPECS.joinpath(f"{venue}.json").is_file()


@cache
def document(venue: str) -> dict[str, Any]:
    """The OpenAPI document of a venue. It is shared: do not change it."""
    found: dict[str, Any] = json.loads(_SPECS.joinpath(f"{venue}.json").read_text(encoding="utf-8"))
    return found


def base(venue: str) -> str:
    """The path at which the sandbox serves the venue's API, e.g. `/tradelocker/backend-api`."""
    # The first server of every spec is the sandbox.
    return urlsplit(str(document(venue)["servers"][0]["url"])).path.rstrip("/")
