"""Exit codes, and which error gives which.

    0   done: every case is active, or closed where it was to be
    1   failed in a way that no other code names
    2   wrong usage of the command
    3   dossier or configuration invalid; nothing was sent to the venue concerned
    4   authentication: a venue did not accept credentials, a code or a signature
    5   a venue rejected the applicant or the input
    6   a venue is unreachable or down
    7   a venue limits the rate
    10  paused for a person
    11  ambiguous: an answer was lost, and nothing can tell whether the call happened
    130 interrupted

A run of several venues ends with the code of its worst case, in the order of `PRECEDENCE`: first what may have had an
unknown effect, then what needs a change, then what only needs time, then what only needs a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import TYPE_CHECKING

from venuekit.transport.errors import (
    AmbiguousOutcome,
    AuthenticationError,
    ConfigurationError,
    ConflictError,
    ConnectionFailed,
    DossierError,
    NotFoundError,
    RateLimitedError,
    RejectedError,
    UnavailableError,
    VenueKitError,
)

if TYPE_CHECKING:
    from venuekit.runs import Case


class ExitCode(IntEnum):
    """What the process ends with."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    INVALID = 3
    AUTHENTICATION = 4
    REJECTED = 5
    UNREACHABLE = 6
    RATE_LIMITED = 7
    PAUSED = 10
    AMBIGUOUS = 11
    INTERRUPTED = 130


# How a case ends that has come to what was wanted.
DONE = ("active", "closed")

PRECEDENCE = (
    ExitCode.AMBIGUOUS,
    ExitCode.FAILED,
    ExitCode.INVALID,
    ExitCode.AUTHENTICATION,
    ExitCode.REJECTED,
    ExitCode.UNREACHABLE,
    ExitCode.RATE_LIMITED,
    ExitCode.PAUSED,
    ExitCode.DONE,
)

_BY_ERROR: tuple[tuple[type[VenueKitError], ExitCode], ...] = (
    (AmbiguousOutcome, ExitCode.AMBIGUOUS),
    (DossierError, ExitCode.INVALID),
    (ConfigurationError, ExitCode.INVALID),
    (AuthenticationError, ExitCode.AUTHENTICATION),
    (RateLimitedError, ExitCode.RATE_LIMITED),
    (ConnectionFailed, ExitCode.UNREACHABLE),
    (UnavailableError, ExitCode.UNREACHABLE),
    (RejectedError, ExitCode.REJECTED),
    (ConflictError, ExitCode.REJECTED),
    (NotFoundError, ExitCode.REJECTED),
)


def exit_code_of_error(error: BaseException) -> ExitCode:
    """The code for one error."""
    for kind, code in _BY_ERROR:
        if isinstance(error, kind):
            return code
    return ExitCode.FAILED


def exit_code_of_case(case: Case) -> ExitCode:
    """The code for one case, by its status first and its error second."""
    match case.status.value:
        case "active" | "closed":
            return ExitCode.DONE
        case "ambiguous":
            return ExitCode.AMBIGUOUS
        case "rejected":
            return ExitCode.REJECTED
        case "failed":
            return exit_code_of_error(case.error) if case.error is not None else ExitCode.FAILED
        case _:
            # Everything else is under way, and somebody has to do something.
            return ExitCode.PAUSED


def exit_code_of_cases(cases: Iterable[Case]) -> ExitCode:
    """The worst code of several cases."""
    return min((exit_code_of_case(case) for case in cases), key=PRECEDENCE.index, default=ExitCode.DONE)
