"""Passwords that are made for an applicant."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.playground import Playground
from tests.runs.databases import KEY
from venuekit import ConfigurationError, DossierError
from venuekit import runs as durable
from venuekit.recipes.core import CaseStatus
from venuekit.recipes.dossier import missing_secrets
from venuekit.recipes.passwords import new_password
from venuekit.runs import onboard, plan
from venuekit_schemas.dossier import Dossier

OPENED = ["stokn", "nebulaecn", "t4"]


@pytest.fixture
def bare(dossier: Dossier) -> Dossier:
    """A dossier without a password for what is opened. TradeLocker's login has one of its own."""
    dossier.login.password = None
    return dossier


def passwords(runs: durable.Runs, run: str) -> Mapping[str, str]:
    found = runs.credentials(run)
    return {venue: held["password"].reveal() for venue, held in found.items() if "password" in held}


def test_every_password_has_every_kind_of_character_and_no_two_are_equal() -> None:
    made = [new_password(random.Random(seed).choice) for seed in range(500)]

    assert len(set(made)) == 500
    for password in made:
        assert len(password) == 24
        assert all(any(kind(c) for c in password) for kind in (str.islower, str.isupper, str.isdigit))
        assert any(not c.isalnum() for c in password)
        assert password[0].isalnum()
        assert password[-1].isalnum()


def test_venues_take_it(dossier: Dossier, playground: Playground) -> None:
    dossier.login.password = SecretStr(new_password())

    assert missing_secrets(dossier, allow_literal=True) == ()
    run = onboard(
        dossier, answer=playground.person(), urls=playground.urls, venues=["stokn", "nebulaecn", "t4"]
    )
    assert [case.status for case in run.cases] == [CaseStatus.ACTIVE] * 3


def test_each_venue_gets_one_that_is_there_before_anything_is_sent(
    bare: Dossier, playground: Playground, tmp_path: Path
) -> None:
    with durable.open(f"sqlite:///{tmp_path}/r.sqlite", key=KEY) as runs:
        run = runs.submit(bare, urls=playground.urls)
        made = passwords(runs, run)
        assert sorted(made) == sorted(OPENED)
        assert len(set(made.values())) == 3
        history = "".join(runs.history(run))

        result = runs.work(run, answer=playground.person())

        assert result.active, [case.error for case in result.cases]
        assert passwords(runs, run) == made
        assert runs.submit(bare, urls=playground.urls) == run
        assert passwords(runs, run) == made
    clear = b"".join(file.read_bytes() for file in tmp_path.iterdir()) + history.encode()
    assert all(password.encode() not in clear for password in made.values())


_SUBMIT = """
import os, signal, sys
import sqlalchemy as sa
from venuekit import runs as durable
from venuekit.recipes.dossier import load_dossier

path, url, key, when = sys.argv[1:]
with durable.open(url, key=key) as runs:
    @sa.event.listens_for(runs.ledger.engine, "commit")
    def commit(connection):
        if when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
    run = runs.submit(load_dossier(path), run="jane", venues=["stokn"])
    if when == "after":
        os.kill(os.getpid(), signal.SIGKILL)
    print(runs.credentials(run)["stokn"]["password"].reveal())
"""


@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_while_it_submits(when: str, example_path: Path, tmp_path: Path) -> None:
    """Before the commit there is no run and no password; after it, the password is the same for ever."""
    url = f"sqlite:///{tmp_path}/r.sqlite"
    path = tmp_path / "dossier.yaml"
    shutil.copytree(example_path.parent / "documents", tmp_path / "documents")
    lines = example_path.read_text().splitlines(keepends=True)
    path.write_text("".join("  {}\n" if line.startswith("  password:") else line for line in lines))

    def submit(when: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", _SUBMIT, path, url, KEY, when], capture_output=True, text=True, check=False
        )

    killed = submit(when)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    with durable.open(url, key=KEY) as runs:
        left = [passwords(runs, run.id) for run in runs.all()]
    again = submit("never")
    assert again.returncode == 0, again.stderr
    assert left == ([] if when == "before" else [{"stokn": again.stdout.strip()}])


def test_one_that_is_given_is_another_dossier(bare: Dossier, tmp_path: Path) -> None:
    with durable.open(f"sqlite:///{tmp_path}/r.sqlite", key=KEY) as runs:
        run = runs.submit(bare, run="jane")
        bare.login.password = SecretStr("Kal31-ewwqXrew")
        with pytest.raises(ConfigurationError, match="another dossier"):
            runs.submit(bare, run="jane")
        assert runs.submit(bare) != run


def test_one_that_is_given_for_a_venue_stays(bare: Dossier, tmp_path: Path) -> None:
    assert bare.venues.nebulaecn is not None
    bare.venues.nebulaecn.password = SecretStr("Kal31-ewwqXrew")
    with durable.open(f"sqlite:///{tmp_path}/r.sqlite", key=KEY) as runs:
        assert sorted(passwords(runs, runs.submit(bare))) == ["stokn", "t4"]
        assert passwords(runs, runs.submit(bare, venues=["nebulaecn", "rabbitx"])) == {}


def test_who_needs_one(bare: Dossier, tmp_path: Path) -> None:
    """A run that is not written down makes none, and nobody makes one for a login that is there already."""
    with pytest.raises(DossierError, match="only a durable run makes new ones, for stokn, nebulaecn, t4"):
        onboard(bare, answer=lambda question: None)
    assert onboard(bare, answer=lambda question: None, venues=["rabbitx"], timeout=0.1).cases
    assert not plan(bare).ready
    assert plan(bare, durable=True).ready
    assert bare.venues.tradelocker is not None
    bare.venues.tradelocker.password = None
    assert [case.venue for case in plan(bare, durable=True).cases if case.problems] == ["tradelocker"]
    with (
        durable.open(f"sqlite:///{tmp_path}/r.sqlite", key=KEY) as runs,
        pytest.raises(DossierError, match="one that is there already"),
    ):
        runs.submit(bare)


@pytest.mark.parametrize(
    ("venue", "complaint"), [("nebulaecn", "nebulaecn takes"), ("stokn", "too short"), ("t4", "")]
)
def test_a_venues_own_password_keeps_to_its_rules(bare: Dossier, venue: str, complaint: str) -> None:
    getattr(bare.venues, venue).password = SecretStr("abc")

    found = missing_secrets(bare, allow_literal=True)

    assert [problem.path for problem in found] == ([f"venues.{venue}.password"] if complaint else [])
    assert all(complaint in problem.message for problem in found)
