"""A run that stops on the way, and another with the same dossier: nothing that the first has made is in its way."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from tests.playground import Person, Playground
from tests.recipes.answers import Altered
from tests.recipes.harness import MODES, Flaky, Mode, accounts, in_process, walk_dossier
from venuekit import AmbiguousOutcome, AuthenticationError, ConflictError
from venuekit.recipes import RECIPES
from venuekit.recipes.core import CaseStatus, Interaction, MissingFact
from venuekit.runs import Case
from venuekit_schemas.dossier import Dossier


class NobodyDecides(Person):
    """Answers what the applicant can answer, and nothing for the back offices."""

    def __call__(self, interaction: Interaction) -> str | None:
        answer = super().__call__(interaction)
        return answer if interaction.mode == "form" else None

    def _decide(self, interaction: Interaction) -> None:
        return None


class DoneTooEarly(Person):
    """Says that everything is decided, and nothing is."""

    def _decide(self, interaction: Interaction) -> None:
        return None


@pytest.mark.parametrize("mode", MODES)
def test_a_review_that_takes_days_is_no_dead_end(
    mode: Mode, dossier: Dossier, playground: Playground
) -> None:
    first = walk_dossier(
        dossier, NobodyDecides(playground), mode=mode, venues=["nebulaecn"], urls=playground.urls
    ).cases[0]
    assert first.status is CaseStatus.ACTION_REQUIRED
    assert first.waiting and first.waiting.name == "document-review"
    assert "totp_secret" not in first.credentials, "the second factor would lock the next run out"

    second = walk_dossier(
        dossier, playground.person(), mode=mode, venues=["nebulaecn"], urls=playground.urls
    ).cases[0]

    assert second.status is CaseStatus.ACTIVE, second.error
    assert accounts(playground.server.sandbox)["nebulaecn"] == 1
    assert "api_secret" in second.credentials


@pytest.mark.parametrize("later", [0, 29, 30, 60, 200])
def test_an_account_with_a_second_factor_is_continued_with_its_secret(
    later: int, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The venue remembers the codes of an earlier run, which this one does not know: it sends others."""
    clock = playground.server.sandbox.world.clock
    clock.freeze(4_000_000_020.0)
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        clock.advance(seconds)

    monkeypatch.setattr("venuekit.runs.drivers.time.sleep", sleep)

    def run() -> Case:
        return walk_dossier(
            dossier,
            playground.person(),
            venues=["nebulaecn"],
            apps=in_process(playground),
            clock=clock.now,
        ).cases[0]

    first = run()
    assert dossier.venues.nebulaecn
    without = run()
    assert without.status is CaseStatus.FAILED
    assert isinstance(without.error, MissingFact) and "venues.nebulaecn.totp_secret" in str(without.error)
    assert slept == []

    dossier.venues.nebulaecn.totp_secret = SecretStr(first.credentials["totp_secret"].reveal())
    clock.advance(later)
    second = run()

    assert second.status is CaseStatus.ACTIVE, second.error
    assert second.credentials["totp_secret"].reveal() == first.credentials["totp_secret"].reveal()
    assert second.credentials["api_key"].reveal() != first.credentials["api_key"].reveal()
    names = [record.name for record in second.steps]
    assert len(names) == len(set(names)), names
    # When every code of the three steps was used, there is nothing but to wait for the next, and not longer.
    assert len(slept) == (1 if later < 60 else 0)
    assert sum(slept) <= 30.01


@pytest.mark.parametrize("venue", ["stokn", "nebulaecn"])
def test_what_nobody_has_decided_yet_is_not_rejected(
    venue: str, dossier: Dossier, playground: Playground
) -> None:
    person = DoneTooEarly(playground)

    case = walk_dossier(dossier, person, venues=[venue], urls=playground.urls).cases[0]

    assert case.status is CaseStatus.ACTION_REQUIRED
    assert case.error is None
    name = {"stokn": "activation#21", "nebulaecn": "document-review#21"}[venue]
    assert case.waiting and case.waiting.name == name
    assert (case.steps[-1].name, case.steps[-1].status) == (name, "waiting")
    again = walk_dossier(dossier, playground.person(), venues=[venue], urls=playground.urls).cases[0]
    assert again.status is CaseStatus.ACTIVE, again.error


def test_one_sms_per_code_that_is_asked_for(dossier: Dossier, playground: Playground) -> None:
    walk_dossier(dossier, playground.person(), venues=["stokn"], urls=playground.urls)
    before = len(playground.messages(venue="stokn"))

    run = walk_dossier(dossier, playground.person(), venues=["stokn"], urls=playground.urls)

    assert run.active
    assert len(playground.messages(venue="stokn")) == before + 1
    assert [s.name for s in run.cases[0].steps if s.operation == "login"] == ["find-user"]


# A look-up takes only the venue's own word for a no.

REFUSALS = [
    ("stokn", "signUp", "login", 401, {"message": "Unauthorized"}),
    ("stokn", "signUp", "login", 409, {"success": False, "errorCode": 8, "errorMessage": "null-logout"}),
    ("nebulaecn", "createUser", "createSession", 401, {"errors": ["identity.session.banned"]}),
    ("nebulaecn", "createUser", "createSession", 401, {"message": "Unauthorized"}),
    ("t4", "onboardUser", "login", 401, {"title": "ApplicationNotValid"}),
    ("t4", "onboardUser", "login", 403, {"title": "UserNotAllowed"}),
    ("t4", "onboardUser", "login", 404, {"title": "Not Found"}),
]


@pytest.mark.parametrize(("venue", "operation", "look", "status", "body"), REFUSALS)
def test_a_refused_log_in_proves_nothing(
    venue: str,
    operation: str,
    look: str,
    status: int,
    body: dict[str, object],
    dossier: Dossier,
    playground: Playground,
) -> None:
    operations = RECIPES[venue].operations
    refusing = Altered(playground.server.sandbox.app, operations[look], lambda _: (status, body), asks=False)
    flaky = Flaky(refusing, operations[operation], passes_on=True)

    case = walk_dossier(
        dossier, playground.person(), venues=[venue], apps=in_process(playground, **{venue: flaky})
    ).cases[0]

    assert case.status is CaseStatus.AMBIGUOUS
    assert isinstance(case.error, AmbiguousOutcome)
    assert flaky.hits == 1, "a call whose effect is not known must not be made again"


def test_a_name_that_is_taken_by_somebody_else_stays_a_conflict(
    dossier: Dossier, playground: Playground
) -> None:
    assert walk_dossier(dossier, playground.person(), venues=["t4"], urls=playground.urls).active
    dossier.login.password = SecretStr("Another-Kal31-ewwq")

    case = walk_dossier(dossier, playground.person(), venues=["t4"], urls=playground.urls).cases[0]

    assert case.status is CaseStatus.FAILED
    assert isinstance(case.error, ConflictError)
    assert not isinstance(case.error, AuthenticationError)
