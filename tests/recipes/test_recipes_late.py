"""A call whose answer was given up, and that arrives late: what it changes at the venue is not what the run has kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import venuekit.runs
from tests.playground import Playground
from tests.recipes.harness import MODES, Mode, Scope, in_process, walk_dossier
from venuekit import VenueKitError
from venuekit.runs import Case, CaseStatus
from venuekit.transport.missing import OtpRejected
from venuekit_schemas.dossier import Dossier


class LateSecrets:
    """NebulaECN, where an earlier call for a secret of the second factor arrives right before it is switched on."""

    def __init__(self, playground: Playground, *, times: int) -> None:
        self._sandbox = playground.server.sandbox
        self._left = times

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and scope["path"].endswith("/otp/enable") and self._left:
            self._left -= 1
            venues: Any = self._sandbox.venues
            desk = venues["nebulaecn"].desk
            (user,) = desk.state.users.values()
            desk.totp.create(user)
        await self._sandbox.app(scope, receive, send)


def at_the_venue(playground: Playground) -> object:
    venues: Any = playground.server.sandbox.venues
    (user,) = venues["nebulaecn"].desk.state.users.values()
    assert user.otp
    return user.totp_secret


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("times", [0, 1, 4])
def test_the_secret_that_is_kept_is_the_one_that_the_venue_has(
    times: int, mode: Mode, dossier: Dossier, playground: Playground
) -> None:
    apps = in_process(playground, nebulaecn=LateSecrets(playground, times=times))
    case: Case = walk_dossier(dossier, playground.person(), mode=mode, venues=["nebulaecn"], apps=apps).cases[
        0
    ]

    assert (case.status, case.error) == (CaseStatus.ACTIVE, None)
    assert case.credentials["totp_secret"].reveal() == at_the_venue(playground)
    asked_for = [step.name for step in case.steps if step.name.startswith("generate-totp-secret")]
    assert len(asked_for) == times + 1


def test_a_venue_that_takes_no_code_is_not_asked_for_ever(dossier: Dossier, playground: Playground) -> None:
    apps = in_process(playground, nebulaecn=LateSecrets(playground, times=1000))
    case = walk_dossier(dossier, playground.person(), venues=["nebulaecn"], apps=apps).cases[0]

    assert case.status is CaseStatus.FAILED
    assert isinstance(case.error, OtpRejected)


def test_a_durable_run_goes_on_with_the_secret_that_counts(
    tmp_path: Path, dossier: Dossier, playground: Playground
) -> None:
    """Five times in a row something is in the way: the case fails, and goes on when it is resumed."""
    apps = in_process(playground, nebulaecn=LateSecrets(playground, times=6))
    with venuekit.runs.open(f"sqlite:///{tmp_path}/runs.sqlite", key="A" * 43 + "=") as runs:
        with runs.worker(apps=apps):
            run = runs.submit(dossier, venues=["nebulaecn"], urls=playground.urls)
            (case,) = runs.work(run, answer=playground.person()).cases
            error: VenueKitError | None = case.error
            assert isinstance(error, OtpRejected)

            assert runs.resume(run) == ["nebulaecn"]
            (case,) = runs.work(run, answer=playground.person()).cases
        assert (case.status, case.error) == (CaseStatus.ACTIVE, None)
        kept = runs.credentials(run)["nebulaecn"]["totp_secret"].reveal()
    assert kept == at_the_venue(playground)
