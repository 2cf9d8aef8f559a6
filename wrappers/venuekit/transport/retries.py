"""When a call is made again: data from the specification, and nothing that could happen twice.

A call that is `safe` or `idempotent` is tried again after a lost connection, a timeout, a 429 and a 502, 503 or 504. One
that must `never` be repeated is tried again only when its request certainly did not leave this machine. The same goes for
the requests of an auth flow: a log-in that failed has a class of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tenacity import RetryCallState, retry_if_exception, stop_after_attempt, wait_random_exponential

from venuekit.transport.errors import (
    AmbiguousOutcome,
    ConnectionFailed,
    RateLimitedError,
    TimedOut,
    UnavailableError,
    VenueError,
)

if TYPE_CHECKING:
    from venuekit_clients.runtime import Operation

_TRANSIENT = (502, 503, 504)
# A venue that asks for a longer wait than this, in seconds, gets an error instead of a silent client.
LONGEST_WAIT = 60.0
# Full jitter: a random wait up to a bound that doubles from half a second to eight.
_BACKOFF = wait_random_exponential(multiplier=0.5, max=8)


def may_retry(operation: Operation, error: BaseException) -> bool:
    """Whether this error of this operation allows another attempt."""
    if not isinstance(error, VenueError):
        return False
    if isinstance(error, ConnectionFailed) and not error.sent:
        return True
    if _class_of(operation, error) == "never":
        return False
    if isinstance(error, ConnectionFailed | RateLimitedError):
        return asked_wait(error) <= LONGEST_WAIT
    return (
        isinstance(error, UnavailableError)
        and error.status in _TRANSIENT
        and asked_wait(error) <= LONGEST_WAIT
    )


def asked_wait(error: BaseException | None) -> float:
    """Seconds that the venue asks to wait, 0.0 when it does not say."""
    if isinstance(error, RateLimitedError | UnavailableError):
        return error.retry_after or 0.0
    return 0.0


def _class_of(operation: Operation, error: VenueError) -> str:
    """The stricter class of the call and of what failed, which may be a request of the auth flow's own.

    A log-in that must not be repeated is not repeated because the call that needs it may be.
    """
    if operation.retry == "never" or error.operation in ("", operation.id):
        return operation.retry
    operations: Mapping[str, Operation] = import_module(
        f"venuekit_clients.{operation.venue}.operations"
    ).OPERATIONS
    failed = operations.get(error.operation)
    return failed.retry if failed is not None else "never"


def wait_before(state: RetryCallState) -> float:
    """Seconds until the next attempt: jittered, and never less than the venue asks for."""
    jittered = _BACKOFF(state)
    error = state.outcome.exception() if state.outcome is not None else None
    return max(jittered, asked_wait(error))


def policy(operation: Operation, *, max_retries: int) -> dict[str, Any]:
    """The arguments of `tenacity.Retrying` and `AsyncRetrying` for one call."""

    def allowed(error: BaseException) -> bool:
        return may_retry(operation, error)

    retry: Callable[[RetryCallState], bool] = retry_if_exception(allowed)
    return {
        "retry": retry,
        "stop": stop_after_attempt(max_retries + 1),
        "wait": wait_before,
        "reraise": True,
    }


def outcome(operation: Operation, error: VenueError) -> VenueError:
    """The error to raise after the last attempt: a lost answer of a call that must not be repeated is ambiguous.

    An error of another operation comes from the auth flow, before this call went out.
    """
    lost = isinstance(error, ConnectionFailed) and error.sent
    if not lost or operation.retry != "never" or error.operation not in ("", operation.id):
        return error
    what = (
        "no answer came in time" if isinstance(error, TimedOut) else "the connection broke before the answer"
    )
    look = f"{operation.lookup} tells" if operation.lookup else "no call tells"
    return AmbiguousOutcome(
        f"{what}: it may or may not have happened, and was not sent again; {look}",
        venue=operation.venue,
        operation=operation.id,
        cause=error,
        lookup=operation.lookup,
    )
