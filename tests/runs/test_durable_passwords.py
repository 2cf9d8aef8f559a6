"""Passwords that are made for an applicant."""

from __future__ import annotations

import random

from pydantic import SecretStr

from tests.playground import Playground
from venuekit.recipes.core import CaseStatus
from venuekit.recipes.dossier import missing_secrets
from venuekit.runs import onboard
from venuekit.runs.durable.passwords import new_password
from venuekit_schemas.dossier import Dossier


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
