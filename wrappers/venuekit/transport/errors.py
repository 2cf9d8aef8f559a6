"""Every exception that venuekit raises.

    VenueKitError
    ├── ConfigurationError        an argument, an environment or an extra is wrong; nothing was sent
    ├── DossierError              the dossier has problems; all of them are listed; nothing was sent
    └── VenueError                a venue is involved: carries venue and operation
        ├── ConnectionFailed      no connection, or it broke; `.sent` tells whether the request may have arrived
        ├── TimedOut              no answer in time; `.sent` as above
        ├── StatusError           the venue answered, and refused
        │   ├── AuthenticationError   credentials, session, code or signature not accepted
        │   │   └── ClockSkewError        because of its time; `.skew` is how far the clocks differ
        │   ├── RejectedError         the input was refused; `.codes` has the venue's own codes
        │   ├── NotFoundError         no such thing
        │   ├── ConflictError         it exists already, or its state forbids the call
        │   ├── RateLimitedError      too many calls; `.retry_after` in seconds when the venue says
        │   └── UnavailableError      the venue failed (5xx, including unregistered codes such as 520)
        ├── UnexpectedAnswer      an answer that is not what the API speaks: HTML, truncated, a redirect
        └── AmbiguousOutcome      a side effect whose answer was lost: it may or may not have happened

A refusal that names a missing step (a one-time code, an identity check, ...) is a subclass of these: see
`venuekit.transport.missing`.

No exception has an HTTP library's type as a base or attribute. Messages, `repr` and `.body` are masked; the raw
answer is kept in `.raw_body`, which shows itself only through `.reveal()`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from venuekit.transport.secret import SecretText


class VenueKitError(Exception):
    """Base of everything that venuekit raises on purpose."""


class ConfigurationError(VenueKitError):
    """An argument, an environment or a missing extra. Nothing was sent. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a dossier. `line` and `column` count from 1; 0 means the file as a whole."""

    path: str
    line: int
    column: int
    message: str
    expected: str = ""

    def __str__(self) -> str:
        where = f"line {self.line}" if self.line else "file"
        subject = f" {self.path}:" if self.path else ""
        expected = f" (expected: {self.expected})" if self.expected else ""
        return f"{where}:{subject} {self.message}{expected}"


class DossierError(VenueKitError):
    """A dossier that cannot be used. `.problems` holds all that is wrong at once; `.source` names the file."""

    def __init__(self, problems: Sequence[Problem], *, source: str = "dossier") -> None:
        self.problems = tuple(problems)
        self.source = source
        count = len(self.problems)
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(f"{source}: {count} problem{'s' if count != 1 else ''}\n{lines}")


class VenueError(VenueKitError):
    """Something went wrong with one venue. `.venue` and `.operation` (an operationId, or "") name the call."""

    def __init__(self, message: str, *, venue: str, operation: str = "") -> None:
        self.venue = venue
        self.operation = operation
        self.detail = message
        where = f"{venue}.{operation}" if operation else venue
        super().__init__(f"{where}: {message}")


class ConnectionFailed(VenueError):
    """No connection to the venue, or it broke.

    `.sent` is False when the request certainly did not arrive, so that trying again is safe.
    """

    def __init__(self, message: str, *, venue: str, operation: str = "", sent: bool) -> None:
        super().__init__(message, venue=venue, operation=operation)
        self.sent = sent


class TimedOut(ConnectionFailed):
    """No answer in time. `.sent` is True when the venue may have acted on the request."""


class AnswerError(VenueError):
    """The venue answered, and the answer is not a success.

    Attributes: `status` (HTTP status), `codes` (the venue's own error codes or texts, in its order),
    `request_id` (or None), `body` (the answer, masked and cut), `raw_body` (the answer, see SecretText), `hint` (what
    to do next, or ""; it ends the message).
    """

    hint: str = ""

    def __init__(
        self,
        message: str,
        *,
        venue: str,
        operation: str = "",
        status: int,
        codes: Sequence[str] = (),
        request_id: str | None = None,
        body: str = "",
        raw_body: SecretText | None = None,
    ) -> None:
        self.status = status
        self.codes = tuple(codes)
        self.request_id = request_id
        self.body = body
        self.raw_body = raw_body if raw_body is not None else SecretText("")
        super().__init__(message, venue=venue, operation=operation)
        if self.hint:
            self.args = (f"{self.args[0]}; {self.hint}",)


class StatusError(AnswerError):
    """The venue refused. The subclass says why."""


class AuthenticationError(StatusError):
    """Credentials, session, one-time code or signature were not accepted."""


class ClockSkewError(AuthenticationError):
    """A nonce or timestamp was not accepted, also not after correcting it by the venue's time as far as it is known.

    `.skew` is the venue's clock minus this machine's, in seconds; None when no answer told. Set this machine's clock.
    """

    def __init__(
        self,
        message: str,
        *,
        venue: str,
        operation: str = "",
        status: int,
        codes: Sequence[str] = (),
        request_id: str | None = None,
        body: str = "",
        raw_body: SecretText | None = None,
        skew: float | None,
    ) -> None:
        super().__init__(
            message,
            venue=venue,
            operation=operation,
            status=status,
            codes=codes,
            request_id=request_id,
            body=body,
            raw_body=raw_body,
        )
        self.skew = skew


class RejectedError(StatusError):
    """The input was refused. `.codes` has the venue's own codes."""


class NotFoundError(StatusError):
    """The thing addressed does not exist."""


class ConflictError(StatusError):
    """It exists already, or its state forbids the call."""


class RateLimitedError(StatusError):
    """Too many calls. `.retry_after` is the wait in seconds that the venue asks for, or None."""

    retry_after: float | None = None


class UnavailableError(StatusError):
    """The venue itself failed (any 5xx). `.retry_after` is the wait in seconds that it asks for, or None."""

    retry_after: float | None = None


class UnexpectedAnswer(AnswerError):
    """An answer that is not what the API speaks: HTML, truncated JSON, a redirect, an unknown success status.

    The call may have had its effect. Nothing of the answer is lost: `.raw_body.reveal()` has it.
    """


class AmbiguousOutcome(VenueError):
    """A call with a side effect lost its answer: it may or may not have happened. It was not sent again.

    `.cause` is what was seen. `.lookup` is the operationId of the call that tells whether it happened, or None when
    only a person can find out. Look before anybody tries again.
    """

    def __init__(
        self, message: str, *, venue: str, operation: str, cause: VenueError, lookup: str | None = None
    ) -> None:
        super().__init__(message, venue=venue, operation=operation)
        self.cause = cause
        self.lookup = lookup
