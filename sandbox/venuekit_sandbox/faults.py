"""Faults on purpose: what goes wrong, at which calls of which operation, and when.

    from venuekit_sandbox.faults import Fault

    # The portfolio is made, and the answer never arrives; once.
    world.faults.add(Fault(venue="stokn", operation="createPortfolio", effect="reset", moment="after", times=1))
    # Every second call of RabbitX, by chance, is answered by the firewall in front.
    world.faults.add(Fault(venue="rabbitx", effect="html", status=520, probability=0.5))
    # The third login is refused.
    world.faults.add(Fault(venue="t4", operation="login", effect="status", status=503, nth=3))

The same over the control plane: `POST /_sandbox/faults` with these fields as JSON.
"""

from __future__ import annotations

import json
import math
import re
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from random import Random
from typing import ClassVar, Final, Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError

Effect = Literal["status", "latency", "reset", "truncate", "html", "rate_limit", "skew"]
Moment = Literal["before", "after"]

# What each effect can be told, apart from where and when.
_USES: Final[Mapping[str, frozenset[str]]] = {
    "status": frozenset({"status", "headers", "body", "moment"}),
    "latency": frozenset({"seconds"}),
    "reset": frozenset({"moment"}),
    "truncate": frozenset(),
    "html": frozenset({"status", "moment"}),
    "rate_limit": frozenset({"seconds"}),
    "skew": frozenset({"seconds"}),
}
_LONGEST = {"latency": 3600.0, "rate_limit": 86400.0, "skew": 1e9}
_BODILESS = (204, 205, 304)
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_HEADER_VALUE = re.compile(r"[\x20-\x7e]*")


class ConnectionDropped(ConnectionError):
    """A fault ended the connection without a whole answer. Only in process: on a port the client sees it itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One rule. It concerns the calls of `operation` (the operationId) at `venue`; without one, every call there.

    What goes wrong, by `effect`:

    * `status`: the call is answered with `status` (200 to 599), `headers` and `body` (text as it is, anything else
      as JSON; none when absent).
    * `html`: a page like that of a firewall in front of the venue, with `status` (400 to 599, default 502).
    * `rate_limit`: 429 as the venue says it, to be tried again after `seconds` (default 1).
    * `reset`: the connection is reset, without one byte of an answer.
    * `truncate`: the real answer is sent with its `Content-Length`, but ends halfway, and the connection with it. An
      answer without a body is a reset.
    * `latency`: the call waits `seconds` of real time first, then goes ahead.
    * `skew`: the call sees a clock that is off by `seconds` (negative: behind), in its checks, in its answer and in
      the header `Date`.

    `moment` says for `status`, `html` and `reset` whether the venue has dealt with the call: `before` (the default;
    nothing has happened there) or `after` (what the call asks for is done, only the answer is lost). `rate_limit`
    is always before, `truncate` always after.

    When: with `probability` (0 to 1), only at the `nth` call (from 1, counted since the rule was added), at most
    `times` times. `nth` goes with neither of the others. Without any of them, always.

    Raises `ValueError`, which begins with the name of the field that is wrong.
    """

    # pydantic reads it when a rule comes over the control plane.
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    venue: str
    effect: Effect
    operation: str | None = None
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: object = None
    seconds: float | None = None
    moment: Moment = "before"
    probability: float = 1.0
    nth: int | None = None
    times: int | None = None

    def __post_init__(self) -> None:
        self._check_use()
        self._check_status()
        self._check_seconds()
        if not 0 <= self.probability <= 1:
            raise ValueError("probability: a number from 0 to 1 is expected")
        for name, count in (("nth", self.nth), ("times", self.times)):
            if count is not None and count < 1:
                raise ValueError(f"{name}: 1 or more is expected")
        if self.nth is not None and (self.times is not None or self.probability != 1):
            raise ValueError("nth: goes with neither times nor probability")

    def _check_use(self) -> None:
        uses = _USES.get(self.effect)
        if uses is None:
            raise ValueError(f"effect: one of {', '.join(_USES)} is expected")
        told = {
            "status": self.status is not None,
            "headers": bool(self.headers),
            "body": self.body is not None,
            "seconds": self.seconds is not None,
            "moment": self.moment != "before",
        }
        for name, given in told.items():
            if given and name not in uses:
                raise ValueError(f"{name}: not for the effect {self.effect}")
        if self.moment not in ("before", "after"):
            raise ValueError("moment: before or after is expected")

    def _check_status(self) -> None:
        if self.effect == "status" and self.status is None:
            raise ValueError("status: needed for the effect status")
        lowest = 200 if self.effect == "status" else 400
        if self.status is not None and not lowest <= self.status <= 599:
            raise ValueError(f"status: {lowest} to 599 is expected")
        if self.status in _BODILESS and self.body is not None:
            raise ValueError(f"body: an answer with status {self.status} has none")
        for name, value in self.headers.items():
            if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
                raise ValueError("headers: not a header")
            if name.lower() in ("content-length", "transfer-encoding", "date"):
                raise ValueError(f"headers: {name} is set by the sandbox")

    def _check_seconds(self) -> None:
        if self.seconds is None:
            if self.effect in ("latency", "skew"):
                raise ValueError(f"seconds: needed for the effect {self.effect}")
            return
        longest = _LONGEST[self.effect]
        shortest = -longest if self.effect == "skew" else 0.0
        if not (math.isfinite(self.seconds) and shortest <= self.seconds <= longest):
            raise ValueError(f"seconds: {shortest:g} to {longest:g} is expected")

    def as_json(self) -> dict[str, object]:
        """The fields that were given, as the control plane takes them."""
        plain = {f.name: f.default for f in fields(self)}
        return {k: v for k, v in asdict(self).items() if v != plain[k] and v != {}}


def parse(document: object) -> Fault:
    """A rule from its JSON object. Raises `ValueError`, which begins with the name of the field that is wrong."""
    if not isinstance(document, dict):
        raise ValueError("a JSON object is expected")
    try:
        # From JSON text: a strict look at Python objects would take nothing but a Fault.
        return TypeAdapter(Fault).validate_json(json.dumps(document), strict=True)
    except ValidationError as problem:
        error = problem.errors(include_url=False, include_input=False)[0]
        if error["type"] == "value_error":
            raise ValueError(str(error["ctx"]["error"])) from None
        raise ValueError(": ".join([*map(str, error["loc"][:1]), error["msg"]])) from None


@dataclass(slots=True)
class Rule:
    """A fault in force: its number, the calls that it has looked at, and at how many it happened."""

    id: int
    fault: Fault
    calls: int = 0
    fired: int = 0

    def as_json(self) -> dict[str, object]:
        """For the control plane."""
        return {"id": self.id, **self.fault.as_json(), "calls": self.calls, "fired": self.fired}

    def fires(self, seed: int) -> bool:
        """Whether it happens at the call that was counted last."""
        fault = self.fault
        if fault.nth is not None:
            return self.calls == fault.nth
        if fault.times is not None and self.fired >= fault.times:
            return False
        # Drawn anew from the seed each time: a rule that comes back from a snapshot goes on where it was, and what
        # other operations do changes nothing. Chance is not a secret here.
        return fault.probability == 1 or Random(f"{seed}:{self.id}:{self.calls}").random() < fault.probability


@dataclass(slots=True)
class FaultsState:
    """The rules in force, for snapshots."""

    seed: int
    next_id: int
    rules: list[Rule]


class Faults:
    """The rules in force, oldest first. The first that fires decides; at most one happens to a call.

    `operations` maps each venue to its operationIds; while it is empty, any name is taken.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rules: dict[int, Rule] = {}
        self._next_id = 1
        self._seed = 0
        self.operations: Mapping[str, frozenset[str]] = {}

    def add(self, fault: Fault) -> int:
        """Put a rule in force and return its number. Raises `ValueError` for a venue or operation that is not there."""
        if self.operations:
            if fault.venue not in self.operations:
                raise ValueError(f"venue: one of {', '.join(self.operations)} is expected")
            if fault.operation is not None and fault.operation not in self.operations[fault.venue]:
                raise ValueError(f"operation: not one of {fault.venue}")
        with self._lock:
            rule = Rule(self._next_id, fault)
            self._rules[rule.id] = rule
            self._next_id += 1
            return rule.id

    def remove(self, rule_id: int) -> bool:
        """Take a rule out of force; False when it is not in force."""
        with self._lock:
            return self._rules.pop(rule_id, None) is not None

    def clear(self) -> None:
        """Take all rules out of force. Their numbers go on."""
        with self._lock:
            self._rules.clear()

    def all(self) -> list[Rule]:
        """The rules in force, oldest first, as they are now."""
        with self._lock:
            return [Rule(rule.id, rule.fault, rule.calls, rule.fired) for rule in self._rules.values()]

    @property
    def seed(self) -> int:
        """What chance is drawn from. The same seed, rules and calls after a reset give the same faults."""
        return self._seed

    @seed.setter
    def seed(self, seed: int) -> None:
        self._seed = seed

    def reset(self) -> None:
        """No rules, numbers from 1, seed 0."""
        self.state = FaultsState(seed=0, next_id=1, rules=[])

    @property
    def state(self) -> FaultsState:
        """Everything, for a snapshot."""
        return FaultsState(self._seed, self._next_id, self.all())

    @state.setter
    def state(self, state: FaultsState) -> None:
        with self._lock:
            self._seed, self._next_id = state.seed, state.next_id
            self._rules = {rule.id: rule for rule in state.rules}

    def draw(self, venue: str, operation: str | None) -> Rule | None:
        """Count one call, and say which rule fires for it."""
        if not self._rules:
            return None
        fired: Rule | None = None
        with self._lock:
            for rule in self._rules.values():
                fault = rule.fault
                if fault.venue != venue or fault.operation not in (None, operation):
                    continue
                rule.calls += 1
                if fired is None and rule.fires(self._seed):
                    rule.fired += 1
                    fired = rule
        return fired
