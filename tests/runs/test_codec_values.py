"""What a step can yield is the same after it was written down; nothing that is read names any other code."""

from __future__ import annotations

import copy
import dataclasses
import json
import math
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.properties.mutations import bodies
from tests.properties.venues import ALL, NOW, VENUES, FarEnd, call, examples
from venuekit import DossierError, SecretText, VenueKitError
from venuekit.auth.flows import LoginRequired
from venuekit.recipes.core import CaseRejected, Interaction, MissingFact
from venuekit.recipes.t4 import _Found
from venuekit.runs.codec import (
    Unreadable,
    decode,
    decode_interaction,
    encode,
    encode_error,
    encode_interaction,
)
from venuekit.runs.ledger import StepChanged
from venuekit.transport import errors, missing
from venuekit.transport.limits import RateLimits
from venuekit_clients.rabbitx.models import ProfileResponse
from venuekit_clients.stokn.models import PortfolioAccountType

quick = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


def again(value: object) -> object:
    """What another process reads."""
    return decode(json.loads(json.dumps(encode(value))))


def same(one: Any, other: Any) -> bool:
    """Equality, for which not-a-number is one."""
    if isinstance(one, float) and isinstance(other, float) and math.isnan(one):
        return math.isnan(other)
    if type(one) is not type(other):
        return False
    if hasattr(one, "to_dict"):
        return same(one.to_dict(), other.to_dict()) and repr(one) == repr(other)
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[name], other[name]) for name in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


@pytest.mark.parametrize(("venue", "name"), ALL)
def test_every_answer_of_every_operation(venue: str, name: str) -> None:
    far = FarEnd(venue)
    options = {**VENUES[venue][2], "app": far, "clock": lambda: NOW, "max_retries": 0}
    with VENUES[venue][0](**options, limits=RateLimits.none()) as client:
        shown = examples(venue)[name]

        def check(body: bytes) -> None:
            far.tell(name, shown["status"], body)
            try:
                result = call(client, venue, name)
            except VenueKitError as error:
                result = error
            if isinstance(result, VenueKitError):
                assert facts_of(again(result)) == facts_of(result)
            elif not isinstance(result, bytes):
                assert same(again(result), result)

        check(json.dumps(shown["answer"]).encode())
        quick(given(bodies(shown["answer"]))(check))()


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.just("$"), inner, max_size=4),
)


@settings(max_examples=100, deadline=None)
@given(PLAIN)
def test_plain_values_and_those_that_look_like_ours(value: object) -> None:
    assert same(again(value), value)


def test_enumerations_and_records() -> None:
    kind = next(iter(PortfolioAccountType))
    assert again([kind]) == [kind] and type(again(kind)) is PortfolioAccountType
    fields = {field.name: None for field in dataclasses.fields(_Found)}
    assert again(_Found(**fields)) == _Found(**fields)


class Local:
    def to_dict(self) -> dict[str, object]:
        return {}


@pytest.mark.parametrize(
    "value", [(1, 2), b"x", {1: 2}, object(), Local(), Local, SecretText("x"), [Local()], {"a": {"b": b""}}]
)
def test_nothing_else_can_be_kept(value: object) -> None:
    with pytest.raises(TypeError, match=r"cannot be kept"):
        encode(value)


# Errors


def facts_of(error: object) -> object:
    """All that an error carries, and what it shows."""
    assert isinstance(error, VenueKitError)
    found = {
        name: getattr(error, name, None)
        for name in ("retry_after", "field", "account_id", "documents", "wait")
    }
    for name, value in vars(error).items():
        if isinstance(value, SecretText):
            found[name] = value.reveal()
        elif isinstance(value, VenueKitError):
            found[name] = facts_of(value)
        else:
            found[name] = value
    return type(error), str(error), found


CLASSES = [
    kind
    for module in (errors, missing)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, VenueKitError)
]
TEXTS = st.text(max_size=8)


@st.composite
def made(draw: st.DrawFn, kind: type[Any]) -> VenueKitError:
    """An error of a class with whatever it may carry."""
    if issubclass(kind, DossierError):
        problem = st.builds(errors.Problem, TEXTS, st.integers(), st.integers(), TEXTS, TEXTS)
        return kind(draw(st.lists(problem, max_size=3)), source=draw(TEXTS))
    message = draw(TEXTS)
    if not issubclass(kind, errors.VenueError):
        plain: VenueKitError = kind(message)
        return plain
    known: dict[str, Any] = {"venue": "v", "operation": draw(TEXTS)}
    if issubclass(kind, errors.ConnectionFailed):
        known["sent"] = draw(st.booleans())
    if issubclass(kind, errors.AnswerError):
        known |= {
            "status": draw(st.integers(200, 599)),
            "codes": draw(st.lists(TEXTS, max_size=3)),
            "request_id": draw(st.none() | TEXTS),
            "body": draw(TEXTS),
            "raw_body": SecretText(draw(TEXTS)),
        }
    if issubclass(kind, errors.ClockSkewError):
        known["skew"] = draw(st.none() | st.floats(allow_nan=False))
    if issubclass(kind, errors.AmbiguousOutcome):
        known["cause"] = draw(st.sampled_from(CLASSES).filter(is_of_a_venue).flatmap(made))
        known["lookup"] = draw(st.none() | TEXTS)
    error: VenueKitError = kind(message, **known)
    for name, values in {
        "retry_after": st.none() | st.floats(0, 1e6),
        "field": TEXTS,
        "account_id": st.none() | TEXTS,
        "documents": st.lists(TEXTS).map(tuple),
    }.items():
        if hasattr(error, name):
            setattr(error, name, draw(values))
    return error


def is_of_a_venue(kind: type[Any]) -> bool:
    return issubclass(kind, errors.VenueError) and kind is not errors.AmbiguousOutcome


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_class_of_errors(kind: type[Any]) -> None:
    @settings(max_examples=15, deadline=None)
    @given(made(kind))
    def check(error: VenueKitError) -> None:
        assert facts_of(again(error)) == facts_of(error)

    check()


def test_decisions_of_recipes_stay_what_they_are() -> None:
    for kind in (CaseRejected, MissingFact):
        error = kind("no", venue="v", operation="op")
        assert facts_of(again(error)) == facts_of(error)


def test_an_error_of_another_class_is_the_nearest_that_it_is() -> None:
    login = again(LoginRequired("log in", venue="v", operation="op"))
    assert type(login) is errors.AuthenticationError and login.status == 401
    assert str(login) == "v.op: log in"
    changed = again(StepChanged("changed"))
    assert type(changed) is errors.ConfigurationError and str(changed) == "changed"

    class Own(errors.NotFoundError):
        pass

    assert type(again(Own("x", venue="v", status=404))) is errors.NotFoundError


# What is read

HOSTILE = [
    "os:system",
    "builtins:eval",
    "subprocess:Popen",
    "venuekit.runs.vault:Seal",
    "venuekit.recipes.core:import_module",
    "venuekit.recipes.yaml_source:Path",
    "venuekit.recipes.core:CaseRejected",
    "venuekit.recipes.core:Step.__init__",
    "venuekit.recipes:VenueRecipe",
    "venuekit.recipes.sub.module:X",
    "venuekit_clients.runtime:Operation",
    "venuekit_clients.rabbitx.client:Client",
    "venuekit_clients.rabbitx.models.order:Any",
    "venuekit_clients.rabbitx.models.order:TypeVar",
    "venuekit_clients.rabbitx.models.nothing:X",
    "venuekit_clients.rabbitx.models.order:",
    "venuekit_clients.rabbitx.models..os:system",
    "",
    "Order",
    None,
    ["venuekit_clients.rabbitx.models.order:Order"],
]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("kind", ["model", "enum", "record", "error"])
def test_nothing_else_can_be_named(kind: str, name: object) -> None:
    document = {
        "$": kind,
        "type": name,
        "value": {},
        "facts": {},
        "message": "m",
        "venue": "v",
        "operation": "o",
    }
    with pytest.raises(Unreadable):
        decode(document)


@pytest.mark.parametrize("name", ["Exception", "KeyboardInterrupt", "SecretText", "Sequence", "nobody"])
def test_errors_are_ours_only(name: str) -> None:
    document = {**encode_error(errors.ConfigurationError("x")), "type": name}
    with pytest.raises(Unreadable, match="no error of this version"):
        decode(document)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_document_of_another_version_is_told_as_such(data: st.DataObject) -> None:
    shown = examples("rabbitx")["getProfile"]["answer"] if "getProfile" in examples("rabbitx") else {}
    whole: Any = encode(
        {
            "model": ProfileResponse.from_dict(shown) if shown else None,
            "error": errors.ConflictError("x", venue="v", status=409, codes=["a"]),
            "kind": next(iter(PortfolioAccountType)),
        }
    )
    document = copy.deepcopy(whole)
    place = document["value"]
    for _ in range(data.draw(st.integers(0, 2))):
        inner = [value for value in place.values() if isinstance(value, dict) and value]
        place = data.draw(st.sampled_from(inner)) if inner else place
    name = data.draw(st.sampled_from(sorted(place)))
    how = data.draw(st.sampled_from(["gone", "null", "list", "more"]))
    if how == "gone":
        del place[name]
    elif how == "more":
        place["another"] = 1
    else:
        place[name] = None if how == "null" else []
    try:
        decode(document)
    except Unreadable as error:
        assert "version" in str(error) or "can have yielded" in str(error)


def test_interactions() -> None:
    one = Interaction(
        "v", "code", "sms", "form", "The code", "Jane", secret=True, to="+1", url=None, attempt=2
    )
    assert decode_interaction(json.loads(json.dumps(encode_interaction(one)))) == one
    others: tuple[object, ...] = ({}, {"name": "x"}, None, [], {**encode_interaction(one), "new": 1})
    for other in others:
        with pytest.raises(Unreadable):
            decode_interaction(other)
