"""Rules about scalar values: enums, secrets, money and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from codegen.documents import Document, Path_
from codegen.rules.base import Node, Problem, Rule, all_schemas, reachable, types_of

SECRET_WORDS = {
    "csrf",
    "jwt",
    "license",
    "mnemonic",
    "otp",
    "passphrase",
    "passwd",
    "password",
    "pin",
    "secret",
    "signature",
    "token",
    "totp",
}
SECRET_PAIRS = {
    ("access", "key"),
    ("activation", "code"),
    ("api", "key"),
    ("confirmation", "code"),
    ("email", "code"),
    ("encryption", "key"),
    ("private", "key"),
    ("recovery", "code"),
    ("sms", "code"),
    ("verification", "code"),
}
# A name that ends in one of these tells something about a secret and is none.
HARMLESS_ENDINGS = {
    "algorithm",
    "at",
    "count",
    "enabled",
    "entropy",
    "expiration",
    "expires",
    "expiry",
    "id",
    "ids",
    "in",
    "length",
    "method",
    "name",
    "pattern",
    "policy",
    "regex",
    "regexp",
    "required",
    "state",
    "status",
    "strength",
    "ttl",
    "type",
    "uri",
    "url",
    "version",
}


def enum_values(document: Document) -> Iterator[Problem]:
    for node in all_schemas(document):
        if not isinstance(node.raw, dict) or "enum" not in node.raw:
            continue
        values = list(node.raw["enum"])
        if None in values or "null" in types_of(node.raw):
            what = "nullable enum: write `oneOf: [{$ref: X}, {type: 'null'}]` where it is used"
            yield Problem((*node.at, "enum"), what)
        elif not all(isinstance(value, str) for value in values) or types_of(node.raw) != {"string"}:
            yield Problem(
                (*node.at, "enum"),
                "an enum has `type: string` and strings only (quote YES, NO, ON, OFF and numbers)",
            )
        elif len({value.upper() for value in values}) != len(values):
            yield Problem(
                (*node.at, "enum"), "two values differ in nothing or in case only and would get one name"
            )


def open_enums(document: Document) -> Iterator[Problem]:
    schemas = document.schemas()
    for name in sorted(reachable(document, requests=False)):
        if "enum" in schemas[name] and schemas[name].get("x-open") is not True:
            at = ("components", "schemas", name, "enum")
            yield Problem(at, f"{name} is part of an answer: write `x-open: true`, the venue may add values")


def secret_format(document: Document) -> Iterator[Problem]:
    requests = reachable(document, requests=True)
    for node in all_schemas(document):
        if node.name is None or not isinstance(node.raw, dict) or "x-not-secret" in node.raw:
            continue
        if "items" in node.raw or not _looks_secret(node, in_request=node.component in requests):
            continue
        raw = document.resolve(node.raw)
        if "string" not in types_of(raw) or "enum" in raw or raw.get("format") in {"password", "binary"}:
            continue
        what = f"`{node.name}` looks like a secret: write `format: password`, or `x-not-secret: <reason>`"
        yield Problem(node.at, what)


def _looks_secret(node: Node, *, in_request: bool) -> bool:
    # One venue spells a field with a Cyrillic letter that looks like a Latin C.
    name = (node.name or "").replace("\u0421", "C")
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", name)
    words = [word.lower() for word in re.findall(r"[A-Za-z0-9]+", spaced)]
    if not words or words[-1] in HARMLESS_ENDINGS:
        return False
    if words == ["code"]:
        return in_request
    singular = [word.removesuffix("s") if word != "pass" else word for word in words]
    return bool(SECRET_WORDS & set(singular)) or any(pair in SECRET_PAIRS for pair in pairwise(words))


def no_bare_float(document: Document) -> Iterator[Problem]:
    for node in all_schemas(document):
        if "number" in types_of(node.raw) and not types_of(node.raw) & {"string", "integer"}:
            if "x-not-money" in node.raw:
                continue
            what = "a bare number becomes a float: write `[string, number]`, `string` or `integer`, or `x-not-money: <reason>`"
            yield Problem((*node.at, "type"), what)


def plain_dates(document: Document) -> Iterator[Problem]:
    used = reachable(document, requests=False)
    for node in all_schemas(document):
        in_answer = node.component in used or (node.component is None and "responses" in node.at)
        if in_answer and isinstance(node.raw, dict) and node.raw.get("format") in {"date-time", "date"}:
            at: Path_ = (*node.at, "format")
            yield Problem(
                at, "an empty or naive time would not parse: keep a plain string and describe its form"
            )


def described_components(document: Document) -> Iterator[Problem]:
    for name, raw in document.schemas().items():
        if not _text(raw):
            yield Problem(("components", "schemas", name), f"{name} has no description")


def _text(raw: Any) -> str:
    return str(raw.get("description") or "").strip() if isinstance(raw, dict) else ""


VALUE_RULES = (
    Rule(
        "enum-values",
        "Mixed enums are rejected; a nullable one makes three classes of one enum.",
        enum_values,
    ),
    Rule("open-enums", "A value nobody has seen before must never raise after a side effect.", open_enums),
    Rule("secret-format", "`format: password` is what masks a field in reprs and logs.", secret_format),
    Rule("no-bare-float", "Money and quantities must not pass through binary floats.", no_bare_float),
    Rule(
        "plain-dates", "Venues answer empty, naive and seven-digit times; parsing them raises.", plain_dates
    ),
    Rule("described-components", "The description becomes the docstring of the class.", described_components),
)
