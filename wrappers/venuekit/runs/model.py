"""What a run looks like from outside: its cases, their steps, and the events while it goes on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from venuekit.recipes.care.health import Finding, read_findings
from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.transport.errors import VenueKitError
from venuekit.transport.secret import SecretText

# Gives the answer to an interaction, or None when nobody can: the case then pauses as `action_required`.
Answerer = Callable[[Interaction], str | None]
AsyncAnswerer = Callable[[Interaction], Awaitable[str | None]]
# Gets a venue and all credentials that its case has yielded so far.
OnCredentials = Callable[[str, Mapping[str, SecretText]], None]

StepStatus = Literal["done", "failed", "waiting"]
EventKind = Literal[
    "step_started", "step_done", "step_failed", "waiting", "answered", "pausing", "status", "finished"
]


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One thing that was done. `operation` is the operationId of a call, None for an interaction."""

    name: str
    status: StepStatus
    operation: str | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Case:
    """One applicant at one venue, as it stands.

    `credentials` are what working with the account needs, by name. `error` says why a case failed, `waiting` what it
    waits for when its status is `action_required`. Beside `active` an error is one of `on_event` or `on_credentials`.
    `health` is what a run of the recipe `health` has found.
    """

    venue: str
    status: CaseStatus
    raw_status: str
    steps: tuple[StepRecord, ...]
    credentials: Mapping[str, SecretText]
    error: VenueKitError | None = None
    waiting: Interaction | None = None
    health: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """One execution of a dossier: a case per venue, in the order that the venues were asked for."""

    cases: tuple[Case, ...]

    def case(self, venue: str) -> Case:
        """The case of one venue; KeyError when the run has none."""
        for case in self.cases:
            if case.venue == venue:
                return case
        raise KeyError(venue)

    @property
    def active(self) -> bool:
        """Whether there are cases, and every one ended in a working account."""
        return bool(self.cases) and all(case.status is CaseStatus.ACTIVE for case in self.cases)


class Interrupted(KeyboardInterrupt):
    """Ctrl-C during `onboard`. `.run` has the cases as they stood, with every credential that they had yielded.

    No further call is made. A call that was under way may have had its effect.
    """

    def __init__(self, run: Run) -> None:
        super().__init__("interrupted")
        self.run = run


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened while a run goes on. `detail` is for people; it never holds a secret."""

    venue: str
    kind: EventKind
    step: str
    detail: str = ""


OnEvent = Callable[[Event], None]


@dataclass(slots=True)
class CaseDraft:
    """A case while it is walked. Credentials are gathered here before the next step begins.

    `on_credentials` is called whenever there are more.
    """

    venue: str
    status: CaseStatus = CaseStatus.DRAFT
    raw_status: str = ""
    steps: list[StepRecord] = field(default_factory=list[StepRecord])
    credentials: dict[str, SecretText] = field(default_factory=dict[str, SecretText])
    reports: dict[str, object] = field(default_factory=dict[str, object])
    error: VenueKitError | None = None
    waiting: Interaction | None = None
    on_credentials: OnCredentials | None = None

    def keep(self, credentials: Mapping[str, str]) -> None:
        """Put credentials away, and say so. An empty text takes one away."""
        self.credentials.update({name: SecretText(value) for name, value in credentials.items() if value})
        for name in [name for name, value in credentials.items() if not value]:
            self.credentials.pop(name, None)
        if self.on_credentials is not None:
            self.on_credentials(self.venue, dict(self.credentials))

    def freeze(self) -> Case:
        return Case(
            self.venue,
            self.status,
            self.raw_status,
            tuple(self.steps),
            dict(self.credentials),
            self.error,
            self.waiting,
            read_findings(self.reports.get("health")),
        )
