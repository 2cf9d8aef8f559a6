"""Health: for every credential that is held, one read that proves it. Nothing is changed, and nothing is renewed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from venuekit.recipes.care.common import missing
from venuekit.recipes.core import CaseStatus, Recipe, mark, report, step, use
from venuekit.transport.errors import (
    AnswerError,
    RateLimitedError,
    StatusError,
    UnavailableError,
    VenueKitError,
)

if TYPE_CHECKING:
    from venuekit.recipes.facts import Facts

HealthState = Literal["works", "refused", "unreachable", "unchecked"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is known of one credential. `why` holds no secret; it is empty for one that works."""

    credential: str
    state: HealthState
    why: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One read, and the credentials that it proves. `adopt` hands them to the client before; it does no I/O."""

    credentials: tuple[str, ...]
    operation: str
    call: Callable[[Any], Any]
    adopt: Callable[[Any], None]


def health(venue: str, facts: Facts, checks: Sequence[Check], unchecked: Mapping[str, str]) -> Recipe[None]:
    """Make every check for which something is held, and report. `unchecked` says per credential why no read proves it.

    Ends `active` when what could be checked works, and with the first error otherwise.
    """
    findings: list[Finding] = []
    refusal: VenueKitError | None = None
    failure: VenueKitError | None = None
    for check in checks:
        if not all(facts.held(name) for name in check.credentials):
            continue
        state: HealthState = "works"
        why = ""
        try:
            yield from use(check.adopt)
            yield from step(f"check-{check.credentials[0].replace('_', '-')}", check.operation, check.call)
        except VenueKitError as error:
            why = _reason(error)
            if _is_refusal(error):
                state, refusal = "refused", refusal or error
            else:
                state, failure = "unreachable", failure or error
        findings += [Finding(name, state, why) for name in check.credentials]
    done = {finding.credential for finding in findings}
    for name, reason in unchecked.items():
        if facts.held(name) and name not in done:
            findings.append(Finding(name, "unchecked", reason))
    if not findings:
        raise missing(venue, "there are no stored credentials")
    yield from report("health", [asdict(finding) for finding in findings])
    if refusal is not None or failure is not None:
        raise refusal or cast("VenueKitError", failure)
    if done:
        yield from mark(CaseStatus.ACTIVE)
    else:
        yield from mark(CaseStatus.APPROVED, "nothing that is held can be checked by a read")


def read_findings(document: object) -> tuple[Finding, ...]:
    """The findings of a report; none of what is no report."""
    if not isinstance(document, list):
        return ()
    return tuple(Finding(**item) for item in cast("list[dict[str, Any]]", document))


def _is_refusal(error: VenueKitError) -> bool:
    """Whether the credential was looked at and not taken; a ConfigurationError means one that cannot even be sent."""
    if isinstance(error, RateLimitedError | UnavailableError):
        return False
    return isinstance(error, StatusError) or not hasattr(error, "venue")


def _reason(error: VenueKitError) -> str:
    # Not its message: a venue may quote anything.
    return type(error).__name__ + (f" (HTTP {error.status})" if isinstance(error, AnswerError) else "")
