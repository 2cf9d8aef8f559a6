"""Every generated model of the five venues: secret fields and unknown fields do not show in its repr."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from codegen.documents import load_plain, venue_specs
from tests.canary.seeds import canary

SECRET = canary("model-secret")
SURPRISE = canary("unknown-field")
DOCUMENTS = {file.stem: load_plain(file) for file in venue_specs()}


class Sampler:
    """Makes something of a schema: every property, secrets and unknown fields with canaries."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._schemas: Mapping[str, Any] = document["components"]["schemas"]
        self.secrets = 0

    def make(self, schema: Mapping[str, Any]) -> Any:
        if "$ref" in schema:
            return self.make(self._schemas[schema["$ref"].rpartition("/")[2]])
        for several in ("oneOf", "anyOf"):
            if several in schema:
                return self.make(next(one for one in schema[several] if one.get("type") != "null"))
        if "allOf" in schema:
            return {k: v for one in schema["allOf"] for k, v in self.make(one).items()}
        if "const" in schema or "enum" in schema:
            return schema.get("const", schema.get("enum", [None])[0])
        if "type" not in schema and "properties" not in schema:
            return "text"  # anything at all
        kinds = schema.get("type", "object")
        kind = next((k for k in kinds if k != "null"), "null") if isinstance(kinds, list) else kinds
        if kind == "object":
            made = {name: self.make(inner) for name, inner in schema.get("properties", {}).items()}
            more = schema.get("additionalProperties", True)
            if isinstance(more, dict) and more:
                return made | {"surprise": self.make(more)}
            return made if more is False else made | {"surprise": SURPRISE}
        if kind == "array":
            return [self.make(schema.get("items", {"type": "string"}))]
        if kind == "string":
            return self._text(schema)
        return {"integer": 1, "number": 1.5, "boolean": True, "null": None}[kind]

    def _text(self, schema: Mapping[str, Any]) -> str:
        match schema.get("format"):
            case "password":
                self.secrets += 1
                return SECRET
            case "date":
                return "2024-01-31"
            case "date-time":
                return "2024-01-31T12:00:00Z"
            case _:
                return str(schema.get("example", "text"))


def cases() -> list[Any]:
    return [
        pytest.param(venue, name, id=f"{venue}-{name}")
        for venue, document in DOCUMENTS.items()
        for name, schema in document["components"]["schemas"].items()
        if schema.get("type") == "object" or "properties" in schema or "allOf" in schema
    ]


def model_of(module: str, name: str) -> Any:
    """The class of a schema. Generators change the case of some names."""
    models = import_module(module)
    return next((getattr(models, found) for found in dir(models) if found.lower() == name.lower()), None)


def made(venue: str, name: str) -> tuple[Any, int]:
    sampler = Sampler(DOCUMENTS[venue])
    return sampler.make(DOCUMENTS[venue]["components"]["schemas"][name]), sampler.secrets


@pytest.mark.parametrize(("venue", "name"), cases())
def test_the_repr_of_a_client_model(venue: str, name: str) -> None:
    model = model_of(f"venuekit_clients.{venue}.models", name)
    assert model is not None, "every schema has its model"
    sample, _ = made(venue, name)
    if "upload[]" in sample:
        sample["upload[]"] = [b"PNG"]
    parsed = model.from_dict(sample)
    assert set(parsed.to_dict()) == set(sample)
    for shown in (repr(parsed), str(parsed), f"{[parsed]}"):
        assert SECRET not in shown and SURPRISE not in shown, shown


@pytest.mark.parametrize(
    "name",
    [
        "token",
        "accessToken",
        "client_secret",
        "Password",
        "apiKey",
        "api-key",
        "jwt",
        "otp",
        "code",
        "privateKey",
    ],
)
def test_what_is_inside_a_field_without_a_type(name: str) -> None:
    """T4 does not say what an account of a user looks like."""
    account = {"name": "SIM1", name: SECRET, "more": [{"deep": {name: [SECRET]}}], "closed": {name: None}}
    sample = {**made("t4", "User")[0], "accounts": [account, "text", 1]}
    user = model_of("venuekit_clients.t4.models", "User").from_dict(sample)
    assert SECRET not in repr(user) and SECRET not in str([user])
    assert f"{{'name': 'SIM1', {name!r}: ***, 'more': [{{'deep': {{{name!r}: ***}}}}]" in repr(user)
    assert f"'closed': {{{name!r}: None}}}}, 'text', 1]" in repr(user)
    assert user.to_dict()["accounts"][0] == account


@pytest.mark.parametrize(("venue", "name"), cases())
def test_the_repr_of_a_validation_model(venue: str, name: str) -> None:
    model = model_of(f"venuekit_schemas.{venue}", name)
    if not (inspect.isclass(model) and issubclass(model, BaseModel)):
        pytest.skip("only what the sandbox reads has a validation model")
    sample, _ = made(venue, name)
    try:
        parsed = model.model_validate(sample)
    except ValidationError as error:
        parsed = model.model_construct(**sample)
        assert SECRET not in str(error) and SURPRISE not in str(error)
        return
    for shown in (repr(parsed), str(parsed), f"{[parsed]}"):
        assert SECRET not in shown, shown


def test_the_models_were_tested_with_secrets() -> None:
    found = [case.values for case in cases()]
    with_secrets = [pair for pair in found if made(*pair)[1]]
    assert {pair[0] for pair in with_secrets} == set(DOCUMENTS)
    assert len(with_secrets) > 40 and len(found) > 150
