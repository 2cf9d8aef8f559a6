"""The password scorer against values of the original's own rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sandbox.nebulaecn.helpers import Person, refusal
from venuekit_sandbox.nebulaecn.errors import Faults
from venuekit_sandbox.nebulaecn.passwords import digest, entropy, judge, matches
from venuekit_sandbox.nebulaecn.settings import Settings

TABLE = [
    ("password", 2.0, 15.5, "requirements"),
    ("Password1", 2.0, 17.0, "weak"),
    ("Password1123", 6.0, 21.125, "weak"),
    ("Qq123123", 5.5, 12.5, "weak"),
    ("QqQq123123", 10.5, 15.21875, "weak"),
    ("Simple", 2.0, 12.0, "requirements"),
    ("testPassword111", 14.125, 23.59375, None),
    ("Gol4aid1", 15.0, 16.0, None),
    ("Tecohvi0", 15.5, 16.0, None),
    ("Kal31ewwqXrew", 20.59375, 21.625, None),
    ("eeC2BiCucxWEQ", 21.1875, 21.1875, None),
]


@pytest.mark.parametrize(("password", "with_dictionary", "without", "verdict"), TABLE)
def test_table(password: str, with_dictionary: float, without: float, verdict: str | None) -> None:
    assert entropy(password) == with_dictionary
    assert entropy(password, dictionary=False) == without
    faults = Faults()
    judge(password, settings=Settings(), faults=faults)
    assert faults.keys == ([] if verdict is None else [f"password.{verdict}"])


@pytest.mark.parametrize(
    "password", ["alllowercase1", "ALLUPPERCASE1", "NoDigitsAtAll", "Sh0rtxy", "Aa1" + "x" * 78]
)
def test_pattern(password: str) -> None:
    faults = Faults()
    judge(password, settings=Settings(), faults=faults)
    assert faults.keys == ["password.requirements"]


def test_without_dictionary_a_common_word_passes() -> None:
    faults = Faults()
    judge("Password1", settings=Settings(password_dictionary=False), faults=faults)
    assert faults.keys == []


@given(st.text(max_size=200))
def test_any_text_has_an_entropy_and_the_dictionary_never_raises_it(password: str) -> None:
    assert entropy(password) <= entropy(password, dictionary=False)


def test_kept_passwords_are_salted_hashes() -> None:
    kept = digest("Gol4aid1")
    assert "Gol4aid1" not in kept
    assert kept != digest("Gol4aid1")
    assert matches("Gol4aid1", kept)
    assert not matches("Gol4aid2", kept)


@pytest.mark.parametrize("area", ["identity", "public"])
def test_both_operations_answer(person: Person, area: str) -> None:
    answer = person.post(f"/{area}/password/validate", password="Gol4aid1")
    assert (answer.status_code, answer.json()) == (201, {"entropy": 15.0})
    assert refusal(person.post(f"/{area}/password/validate")) == (422, [f"{area}.general.missing_password"])


class TestChange:
    PATH = "/resource/users/password"
    NEW = "Gol4aid1"

    def change(self, member: Person, old: str, new: str, again: str | None = None) -> tuple[int, object]:
        body = {"old_password": old, "new_password": new, "confirm_password": new if again is None else again}
        answer = member.call("PUT", self.PATH, json=body)
        return answer.status_code, answer.json()

    def test_sessions_stay_open(self, member: Person) -> None:
        assert self.change(member, "Kal31ewwqXrew", self.NEW) == (201, 201)
        assert member.me()["state"] == "active"
        assert member.post("/identity/sessions", email=member.email, password=self.NEW).status_code == 200

    def test_refusals(self, member: Person) -> None:
        old = "Kal31ewwqXrew"
        assert self.change(member, old, self.NEW, old) == (
            422,
            {"errors": ["resource.password.doesnt_match"]},
        )
        assert self.change(member, "x", self.NEW) == (
            400,
            {"errors": ["resource.password.prev_pass_not_correct"]},
        )
        assert self.change(member, old, old) == (400, {"errors": ["resource.password.no_change_provided"]})
        assert self.change(member, old, "Password1") == (422, {"errors": ["password.weak"]})
        assert refusal(member.call("PUT", self.PATH, json={})) == (
            422,
            [
                f"resource.user.{word}_{name}"
                for name in ("old_password", "new_password", "confirm_password")
                for word in ("missing", "empty")
            ],
        )
