"""People at different stages of an onboarding."""

from __future__ import annotations

import pytest

from tests.sandbox.nebulaecn.helpers import Person
from venuekit_sandbox import Sandbox


@pytest.fixture
def person(sandbox: Sandbox) -> Person:
    """Somebody the venue has never seen."""
    return Person(sandbox)


@pytest.fixture
def member(person: Person) -> Person:
    """Signed up, e-mail confirmed, logged in."""
    return person.sign_up().confirm()


@pytest.fixture
def secured(member: Person) -> Person:
    """A member with two factors on."""
    return member.enable_otp()
