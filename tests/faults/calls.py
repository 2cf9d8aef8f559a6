"""One call of each class of operation, synchronous or asynchronous, and everything that can be seen of it."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.faults.matrix import LONG, RetryClass
from venuekit import T4, AsyncT4, Hooks, RequestInfo, ResponseInfo, VenueKitError
from venuekit_clients.t4.models import ApplicationType, LoginRequest, NewAccount, NewUser, OnboardUserRequest
from venuekit_clients.t4.operations import OPERATIONS

Mode = Literal["sync", "async"]
MODES: tuple[Mode, ...] = ("sync", "async")
API_KEY = "a-secret-api-key-of-the-firm"
# One operation of each class; what T4 says of them is compared in the tests.
OPERATION_OF: dict[RetryClass, str] = {"safe": "getUserEula", "idempotent": "login", "never": "onboardUser"}
HEAVY = "x" * 8_000_000


def read(client: Any) -> Any:
    """The safe call."""
    return client.users.get_user_eula("user-1")


def log_in(client: Any, *, password: str = "hunter22hunter22") -> Any:
    """The idempotent call."""
    body = LoginRequest(firm="F", user_name="jane", password=password, app_name="A", app_license="L")
    return client.auth.login(body=body)


def open_account(client: Any, *, password: str = "hunter22hunter22") -> Any:
    """The call that must never be repeated."""
    account = NewAccount(account="J1", account_name="Jane", template_account="DefaultTemplate")
    user = NewUser(
        username="jane",
        password=password,
        firstname="Jane",
        lastname="Smith",
        phone="+13125550123",
        email="jane@example.com",
        street="123 Main Street",
        city="Chicago",
        county="Cook",
        state="IL",
        post_code="60601",
        country="US",
        apptype=ApplicationType.NONPROFESSIONAL,
    )
    return client.onboarding.onboard_user(body=OnboardUserRequest(user=user, account=account))


def call_of(kind: RetryClass, *, heavy: bool = False) -> Callable[[Any], Any]:
    """The call of a class. A safe one has no body that could be heavy."""
    if kind == "safe":
        return read
    call = log_in if kind == "idempotent" else open_account
    return lambda client: call(client, password=HEAVY) if heavy else call(client)


@dataclass
class Seen:
    """What came of calls with one client."""

    result: Any = None
    error: VenueKitError | None = None
    slept: list[float] = field(default_factory=list[float])
    requests: list[RequestInfo] = field(default_factory=list[RequestInfo])
    responses: list[ResponseInfo] = field(default_factory=list[ResponseInfo])

    @property
    def hooks(self) -> Hooks:
        return Hooks(on_request=self.requests.append, on_response=self.responses.append)


def run(mode: Mode, url: str, *calls: Callable[[Any], Any], seen: Seen | None = None, **options: Any) -> Seen:
    """Make calls one after the other with one client that does not wait; `seen` has the result of the last.

    A call may be a plain function of the client as well, such as one that waits for the server.
    """
    seen = seen or Seen()
    given = {"api_key": API_KEY, "base_url": url, "timeout": LONG, "hooks": seen.hooks, **options}

    async def sleep(seconds: float) -> None:
        seen.slept.append(seconds)

    async def later() -> None:
        async with AsyncT4(**{"sleep": sleep, **given}) as client:
            for call in calls:
                result = call(client)
                seen.result = await result if inspect.isawaitable(result) else result

    try:
        if mode == "async":
            asyncio.run(later())
        else:
            with T4(**{"sleep": seen.slept.append, **given}) as client:
                for call in calls:
                    seen.result = call(client)
    except VenueKitError as error:
        seen.error = error
    return seen


assert {kind: OPERATIONS[name].retry for kind, name in OPERATION_OF.items()} == {
    kind: kind for kind in OPERATION_OF
}
