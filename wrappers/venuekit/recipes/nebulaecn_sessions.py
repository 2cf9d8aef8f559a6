"""NebulaECN: what signs the calls, which is a session or an API key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from venuekit.recipes.core import Recipe, step, use
from venuekit.transport.errors import VenueError
from venuekit.venues.nebulaecn import NebulaECN

if TYPE_CHECKING:
    from collections.abc import Callable

    from venuekit.recipes.facts import Facts
    from venuekit_clients.nebulaecn.models import UserWithFullInfo


def session_call(
    facts: Facts, password: str, captcha: str | None, code: Callable[[], str] | None = None
) -> Callable[[NebulaECN], UserWithFullInfo]:
    """The call that opens a session. A `code` is made when the call is, as it lives half a minute."""
    from venuekit_clients.nebulaecn.models import CreateSessionRequest
    from venuekit_clients.nebulaecn.types import UNSET

    def call(client: NebulaECN) -> UserWithFullInfo:
        return client.identity.create_session(
            body=CreateSessionRequest(
                email=facts.email,
                password=password,
                captcha_response=captcha or UNSET,
                otp_code=UNSET if code is None else code(),
            )
        )

    return call


def use_key(kid: str, secret: str) -> Recipe[None]:
    """Sign the calls from now on with an API key."""

    def sign(client: NebulaECN) -> None:
        client.use_api_key(kid, secret)

    yield from use(sign)


def use_session() -> Recipe[None]:
    """Go back to the session."""

    def back(client: NebulaECN) -> None:
        client.use_session()

    yield from use(back)


def log_out() -> Recipe[None]:
    """Close the session. One that cannot be closed ends by itself; a key that was proved does not need it."""

    def delete(client: NebulaECN) -> None:
        return client.identity.delete_session()

    try:
        yield from step("log-out", "deleteSession", delete, harmless=True)
    except VenueError:
        return
