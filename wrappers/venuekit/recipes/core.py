"""The language of recipes.

A recipe is a generator. It knows the order of calls and nothing of I/O: it yields what it wants and is sent the
result. Synchronous, asynchronous and dry runs drive the same generator (`venuekit.runs`).

What a recipe yields:

* `Step`: one named call with at most one side effect. Names are stable and unique within a case.
* `Ask`: a pause for a person or a back office.
* `Keep`: credentials to put away before anything else happens.
* `Use`: a change to the client itself (a token to use from now on). No I/O; done again on every resume.
* `Mark`: the case has reached a status.
* `Pause`: wait, because the venue demands it.
* `Remember`: a value that is not the same twice (a time, a choice that hangs on it), to be made once per case.
* `Report`: what the recipe has found, for whoever started it.
* `Wait`: stop here, because a decision is not there yet. The case ends as `action_required`; a later run goes on. A
  durable run asks, however long it takes, and goes on with the answer.
* `GiveUp`: it was tried often enough. The case fails; a durable run that is resumed goes on with more tries.

An error of a step is raised at the recipe's `yield`, where the recipe may handle it (a wrong code is asked again).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, TypeAlias, TypeVar

from venuekit.transport.errors import VenueError

C = TypeVar("C")
T = TypeVar("T")


class CaseStatus(StrEnum):
    """Where one applicant stands at one venue."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    ACTION_REQUIRED = "action_required"
    APPROVED = "approved"
    ACTIVE = "active"
    REJECTED = "rejected"
    FAILED = "failed"
    CLOSED = "closed"
    AMBIGUOUS = "ambiguous"


class CaseRejected(VenueError):
    """The venue, or its back office, has decided against the applicant. Trying again does not help."""


class MissingFact(VenueError):
    """The case cannot go on without something that the dossier does not say. The message names it."""


InteractionKind = Literal["otp", "sms", "email", "captcha", "kyc", "back_office", "operator"]


@dataclass(frozen=True, slots=True)
class Interaction:
    """Something that only a person or a back office can supply.

    `mode`: `form` wants a value, `redirect` wants the person to visit `url` and then acknowledge, `acknowledge` wants
    only the word that it is done: y, yes or done. `to` is where the venue sent a code. `applicant` is the name
    by which the venue knows the person. `expires_in` is in seconds. `example` is the shape of an answer. `words`, if
    there are any, are the only answers to a form. `readable` means that a read at the venue shows whether it is done:
    then a durable run looks by itself from time to time. Anything else waits for its person.
    """

    venue: str
    name: str
    kind: InteractionKind
    mode: Literal["form", "redirect", "acknowledge"]
    prompt: str
    applicant: str
    secret: bool = False
    to: str | None = None
    url: str | None = None
    attempt: int = 1
    expires_in: float | None = None
    example: str = "done"
    words: tuple[str, ...] = ()
    readable: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One call. `operation` is its operationId; `call` gets the venue's client, sync or async.

    `find` answers the question that a lost answer leaves: did it happen? It is a recipe of reads and pauses that returns
    the result, or None when the call certainly had no effect; where the venue's word does not say so for certain, it
    raises. A side effect without `find` that loses its answer makes
    the case ambiguous, unless it is `harmless`: then nothing is lost with the answer, and the recipe handles the error.
    """

    name: str
    operation: str
    call: Callable[[Any], Any]
    find: Callable[[], Recipe[Any]] | None = None
    harmless: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """Wait for the answer to an interaction."""

    interaction: Interaction


@dataclass(frozen=True, slots=True)
class Keep:
    """Credentials that the case has yielded, by name. Values are secrets."""

    credentials: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Use:
    """Change the client: `apply` gets it and does no I/O."""

    apply: Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class Mark:
    """The case has reached `status`; `raw` is the venue's own word for it."""

    status: CaseStatus
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait `seconds`, because of `reason`."""

    seconds: float
    reason: str


@dataclass(frozen=True, slots=True)
class Remember:
    """Make a value once: a case that is continued gets the same. `make` does no I/O and gives a plain JSON value."""

    name: str
    make: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Report(Remember):
    """A remembered value that is what the recipe was for, such as what a check has found. No secret, nothing personal."""


@dataclass(frozen=True, slots=True)
class Wait:
    """End the case as `action_required`, waiting for `interaction`. Only a durable run comes back."""

    interaction: Interaction


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Fail with `error`, for now. Only a durable run that is resumed comes back; `name` is unique within the case."""

    name: str
    error: VenueError


Wish: TypeAlias = Step | Ask | Keep | Use | Mark | Pause | Remember | Wait | GiveUp
# The result of each wish is sent back; its type is known where it is made, see `step` and `ask`.
Recipe: TypeAlias = Generator[Wish, Any, T]


def step(
    name: str,
    operation: str,
    call: Callable[[C], T],
    *,
    find: Callable[[], Recipe[T | None]] | None = None,
    harmless: bool = False,
) -> Recipe[T]:
    """Make one call, and get its typed result: `user = yield from step(...)`."""
    result: T = yield Step(name, operation, call, find, harmless)
    return result


def ask(interaction: Interaction) -> Recipe[str]:
    """Ask, and get the answer: `code = yield from ask(...)`."""
    answer: str = yield Ask(interaction)
    return answer.strip()


def keep(**credentials: str | None) -> Recipe[None]:
    """Put credentials away; those that are None or empty are left out."""
    yield Keep({name: value for name, value in credentials.items() if value})


def forget(*names: str) -> Recipe[None]:
    """Take credentials away that are no longer good: in a vault an empty text stands for none."""
    yield Keep(dict.fromkeys(names, ""))


def use(apply: Callable[[C], None]) -> Recipe[None]:
    """Change the client without I/O."""
    yield Use(apply)


def mark(status: CaseStatus, raw: str = "") -> Recipe[None]:
    """Say where the case stands."""
    yield Mark(status, raw)


def pause(seconds: float, reason: str) -> Recipe[None]:
    """Wait."""
    yield Pause(seconds, reason)


def remember(name: str, make: Callable[[], T]) -> Recipe[T]:
    """Make a value once per case: `at = yield from remember("asked-at", clock)`."""
    value: T = yield Remember(name, make)
    return value


def report(name: str, value: Any) -> Recipe[None]:
    """Tell what was found, as a plain JSON value."""
    yield Report(name, lambda: value)


def wait(interaction: Interaction) -> Recipe[None]:
    """Leave it to a later run: nothing after this is done, unless the run is durable."""
    yield Wait(interaction)


def give_up(name: str, error: VenueError) -> Recipe[None]:
    """Fail, for now: what comes after this is for a durable run that is resumed."""
    yield GiveUp(name, error)


def numbered(name: str, attempt: int) -> str:
    """Step names stay unique when something is done again."""
    return name if attempt == 1 else f"{name}#{attempt}"


__all__ = [
    "Ask",
    "CaseRejected",
    "CaseStatus",
    "GiveUp",
    "Interaction",
    "InteractionKind",
    "Keep",
    "Mark",
    "Pause",
    "Recipe",
    "Remember",
    "Report",
    "Step",
    "Use",
    "Wait",
    "Wish",
    "ask",
    "forget",
    "give_up",
    "keep",
    "mark",
    "pause",
    "remember",
    "report",
    "step",
    "use",
    "wait",
]
