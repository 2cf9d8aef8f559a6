from __future__ import annotations

from typing import Any

import pytest

from venuekit.auth.t4 import T4Auth
from venuekit.transport.errors import ConfigurationError
from venuekit_clients.t4.operations import OPERATIONS

from .tools import BASE, Answer, Run, Wire, for_operation, make_request


def sent_header(run: Run, auth: T4Auth, request: Any) -> str | None:
    wire = Wire(Answer())
    run(auth, request, wire)
    return wire.sent[0].headers.get("authorization")


def test_an_api_key(run: Run) -> None:
    auth = T4Auth(api_key="the-key")
    assert sent_header(run, auth, for_operation(OPERATIONS["onboardUser"])) == "APIKey the-key"
    assert sent_header(run, auth, make_request("POST", "/admin/v1/onboard")) == "APIKey the-key"


def test_a_bearer_token_and_its_successor(run: Run) -> None:
    auth = T4Auth(bearer="one")
    assert sent_header(run, auth, for_operation(OPERATIONS["getUserEula"])) == "Bearer one"
    auth.adopt("two")
    assert sent_header(run, auth, for_operation(OPERATIONS["getUserEula"])) == "Bearer two"


def test_a_token_takes_the_place_of_a_key(run: Run) -> None:
    auth = T4Auth(api_key="the-key")
    auth.adopt("two")
    assert sent_header(run, auth, for_operation(OPERATIONS["getUserEula"])) == "Bearer two"


def test_login_needs_none(run: Run) -> None:
    auth = T4Auth(api_key="the-key")
    assert sent_header(run, auth, for_operation(OPERATIONS["login"])) is None
    assert sent_header(run, auth, make_request("POST", "/login")) is None


def test_a_refusal_is_not_sent_again(run: Run) -> None:
    wire = Wire(Answer(401))
    assert run(T4Auth(api_key="the-key"), for_operation(OPERATIONS["onboardUser"]), wire).status_code == 401
    assert len(wire.sent) == 1


def test_other_hosts_get_nothing(run: Run) -> None:
    auth = T4Auth(api_key="the-key", base_url=BASE)
    assert sent_header(run, auth, make_request("GET", "/x", base="https://elsewhere.test")) is None
    assert sent_header(run, auth, make_request("GET", "/x")) == "APIKey the-key"


@pytest.mark.parametrize("given", [{}, {"api_key": "a", "bearer": "b"}, {"api_key": ""}])
def test_exactly_one(given: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match="exactly one"):
        T4Auth(**given)


def test_an_empty_token_is_none() -> None:
    with pytest.raises(ConfigurationError):
        T4Auth(api_key="a").adopt("")


def test_secrets_are_not_in_the_repr() -> None:
    secret = "s3cret-value-that-is-long"
    assert secret not in repr(T4Auth(api_key=secret))
    assert secret not in repr(T4Auth(bearer=secret))
