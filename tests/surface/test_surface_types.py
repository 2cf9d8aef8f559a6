"""The types that users meet: nothing of the HTTP library, and no `Any` without a reason."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.surface import surface
from tests.surface.surface import Place

# Where the HTTP library may show itself.
HTTP_ALLOWED = {
    r"venuekit_clients\.runtime\.(Async)?Caller\.call(_raw)?\(parse\)": "the seam between generated code and "
    "wrappers; given to a client only to make dry runs, which never see a response",
}
# Where a wrapper may say `Any`.
ANY_ALLOWED = {
    r"venuekit\.venues\._base\.(Sync|Async)Options\.app": "ASGI applications have no common type",
    r"venuekit\.(onboard|runs\.run_recipe)(_async)?\(apps\)": "the same",
    r"venuekit\.runs\.((Async)?Runs\.worker|Worker\.__init__)\(apps\)": "the same",
    r"venuekit\.recipes\.core\.(Remember|Report)\.(make|__init__\(make\))": "any value that can be kept as JSON",
    r"venuekit\.recipes\.core\.report\(value\)": "the same",
    r"venuekit\.recipes\.core\.(Step|Use)\..*": "the client of any venue, sync or async, and what it returns",
    r"venuekit\.recipes\.core\.\w+\(return\)": "what a generator is sent depends on what it has yielded last",
    r"venuekit\.recipes\.core\.step\(find\)": "the same",
    r"venuekit\.recipes\.VenueRecipe\.\w+(\(steps\)|\(options\))?": "constructor arguments of any client",
}


@functools.cache
def _places() -> tuple[Place, ...]:
    return tuple(surface.places())


def _unallowed(allowed: dict[str, str], found: set[str]) -> tuple[list[str], list[str]]:
    """What no pattern allows, and the patterns that allow nothing."""
    matched = {pattern: {name for name in found if re.fullmatch(pattern, name)} for pattern in allowed}
    left = found - set[str]().union(*matched.values())
    return sorted(left), [pattern for pattern, names in matched.items() if not names]


def _with(is_it: Callable[[Any], bool], root: str) -> set[str]:
    """The places under `root` that have such a type somewhere inside."""
    return {
        place.name
        for place in _places()
        if place.home.partition(".")[0].startswith(root)
        and any(is_it(part) for part in surface.parts(place.type))
    }


def test_the_walk_goes_everywhere() -> None:
    """Else the other tests would hold for a walk that sees nothing."""
    names = {place.name for place in _places()}
    assert {
        "venuekit.TradeLocker.__init__(email)",
        "venuekit.venues._base.SyncOptions.timeout",
        "venuekit.StatusError.__init__(status)",
        "venuekit.runs.Case.credentials",
        "venuekit.onboard_async(dossier)",
        "venuekit_clients.tradelocker.api.auth.RawAuthResource.list_accounts(return)",
        "venuekit_clients.nebulaecn.models.api_key.APIKey.kid",
        "venuekit_schemas.dossier.Applicant.contact",
        "venuekit_sandbox.SandboxServer.url(return)",
    } <= names


def test_no_type_of_the_http_library_is_public() -> None:
    def is_http(part: Any) -> bool:
        home = str(getattr(part, "__module__", None))
        return home.partition(".")[0] in ("httpx", "httpcore", "httpx2", "httpcore2")

    assert _unallowed(HTTP_ALLOWED, _with(is_http, "venuekit")) == ([], [])


def test_any_is_said_with_a_reason_only() -> None:
    def is_any(part: Any) -> bool:
        return part is Any

    found = {
        name for name in _with(is_any, "venuekit") if not name.startswith(("venuekit_clients", "venuekit_s"))
    }
    assert _unallowed(ANY_ALLOWED, found) == ([], [])


@pytest.mark.parametrize("name", ["venuekit.transport.http.SeamClient", "venuekit.auth.flows"])
def test_what_is_not_public_is_not_walked(name: str) -> None:
    assert [place.name for place in _places() if place.name.startswith(name)] == []


def test_every_public_function_says_what_it_takes_and_gives() -> None:
    silent = []
    for name, value in surface.public():
        found = list(surface.members(value)) if isinstance(value, type) else [("", object, value)]
        for member, _, meant in found:
            for function in surface.functions(meant):
                # The constructor of a protocol is made by `typing`, and never called.
                if function.__module__ != "typing" and "return" not in function.__annotations__:
                    silent.append(f"{name}.{member}")
    assert silent == []
