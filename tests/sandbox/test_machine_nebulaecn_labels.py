"""Labels of one person against a model: who may write which, and what private ones do to state and level."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.sandbox.nebulaecn.helpers import Person, refusal
from venuekit_sandbox import Sandbox

RUNGS = ("email", "phone", "document")
STATES = {"ban": "banned", "fraud": "banned", "delete": "deleted", "suspicious": "locked", "lock": "locked"}
SEVERITY = ("banned", "deleted", "locked")
AT_LOGIN = {"banned": "banned", "deleted": "deleted", "locked": "not_active"}

keys = st.sampled_from([*RUNGS * 4, "ban", "delete", "lock", "fraud", "suspicious", "colour"])
values = st.sampled_from(["verified", "verified", "verified", "rejected", "pending"])


@dataclass
class Held:
    key: str
    value: str
    scope: str


class Labels(RuleBasedStateMachine):
    """The back office writes private labels, the person public ones, about the same keys."""

    @initialize()
    def start(self) -> None:
        self.sandbox = Sandbox()
        self.sandbox.world.clock.freeze()
        self.person = Person(self.sandbox).sign_up().confirm()
        self.held = [Held("email", "verified", "private")]
        self.state, self.level = "active", 1

    # The model

    def find(self, key: str, scope: str | None = None) -> Held | None:
        return next((one for one in self.held if one.key == key and scope in (None, one.scope)), None)

    def work_out(self) -> None:
        """Only a change of a private label has an effect. Then every label's key counts, whatever its scope."""
        private = {one.key: one.value for one in self.held if one.scope == "private"}
        self.level = 0
        while self.level < len(RUNGS) and private.get(RUNGS[self.level]) == "verified":
            self.level += 1
        hit = {STATES[one.key] for one in self.held if one.key in STATES}
        calm = "active" if private.get("email") == "verified" else "pending"
        self.state = next((state for state in SEVERITY if state in hit), calm)

    @property
    def admitted(self) -> bool:
        return self.state in ("active", "pending")

    def refused_by_the_gate(self, found: tuple[int, list[str]]) -> None:
        assert found == (401, ["authz.user_not_active"])

    # What can happen

    @rule(key=keys, value=values)
    def office_sets(self, key: str, value: str) -> None:
        answer = self.person.control("label", email=self.person.email, key=key, value=value)
        found = self.find(key, "private")
        if found is None:
            self.held.append(Held(key, value, "private"))
        else:
            found.value = value
        self.work_out()
        assert (answer.json()["state"], answer.json()["level"]) == (self.state, self.level)

    @rule(key=keys)
    def office_removes(self, key: str) -> None:
        answer = self.person.control("label", email=self.person.email, key=key)
        found = self.find(key, "private")
        if found is not None:
            self.held.remove(found)
        self.work_out()
        assert (answer.json()["state"], answer.json()["level"]) == (self.state, self.level)

    @rule()
    def office_pardons(self) -> None:
        for key in STATES:
            if self.find(key, "private") is not None:
                self.office_removes(key)

    @rule(key=st.sampled_from(RUNGS))
    def person_claims_a_rung(self, key: str) -> None:
        """Whatever public label there is, the next private one counts the private ones only."""
        self.person_adds(key, "verified")
        self.office_removes(key)

    @rule(key=keys, value=values)
    def person_adds(self, key: str, value: str) -> None:
        answer = self.person.post("/resource/labels", key=key, value=value)
        if not self.admitted:
            self.refused_by_the_gate(refusal(answer))
        elif self.find(key, "public") is not None:
            assert refusal(answer) == (422, ["key.taken"])
        else:
            assert (answer.status_code, answer.json()["scope"]) == (201, "public")
            self.held.append(Held(key, value, "public"))

    @rule(key=keys, value=values | st.just("no!"))
    def person_changes(self, key: str, value: str) -> None:
        answer = self.person.call("PATCH", f"/resource/labels/{key}", json={"value": value})
        found = self.find(key)
        if not self.admitted:
            self.refused_by_the_gate(refusal(answer))
        elif found is None:
            assert refusal(answer) == (404, ["record.not_found"])
        elif found.scope == "private":
            assert refusal(answer) == (400, ["resource.labels.private"])
        else:
            assert (answer.status_code, answer.json()["value"]) == (200, value)
            if value != "no!":  # shown, but not kept
                found.value = value

    @rule(key=keys)
    def person_removes(self, key: str) -> None:
        answer = self.person.call("DELETE", f"/resource/labels/{key}")
        found = self.find(key)
        if not self.admitted:
            self.refused_by_the_gate(refusal(answer))
        elif found is None:
            assert refusal(answer) == (404, ["record.not_found"])
        elif found.scope == "private":
            assert refusal(answer) == (400, ["resource.labels.private"])
        else:
            assert answer.status_code == 204
            self.held.remove(found)

    @rule(key=keys)
    def person_looks(self, key: str) -> None:
        answer = self.person.get(f"/resource/labels/{key}")
        found = self.find(key)
        if not self.admitted:
            self.refused_by_the_gate(refusal(answer))
        elif found is None:
            assert refusal(answer) == (404, ["record.not_found"])
        else:
            shown = answer.json()
            assert (shown["key"], shown["value"], shown["scope"]) == (found.key, found.value, found.scope)

    @rule()
    def person_logs_in(self) -> None:
        answer = self.person.log_in()
        if self.admitted:
            assert answer.status_code == 200
        else:
            assert refusal(answer) == (401, [f"identity.session.{AT_LOGIN[self.state]}"])

    @invariant()
    def the_person_sees_what_the_model_knows(self) -> None:
        answer = self.person.get("/resource/users/me")
        if not self.admitted:
            self.refused_by_the_gate(refusal(answer))
            return
        shown = answer.json()
        assert (shown["state"], shown["level"]) == (self.state, self.level)
        labels = [(one["key"], one["value"], one["scope"]) for one in shown["labels"]]
        assert labels == [(one.key, one.value, one.scope) for one in self.held]
        listed = self.person.get("/resource/labels").json()
        assert [one["key"] for one in listed] == [one.key for one in self.held]


def test_labels() -> None:
    limits = settings(
        max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    run_state_machine_as_test(Labels, settings=limits)
