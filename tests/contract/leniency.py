"""What a venue may do although a check of schemathesis objects, call by call, and why.

Whatever holds for all calls of an operation or venue is in schemathesis.toml. Each entry here is a rule of its venue
that OpenAPI cannot say; docs/contract.md lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import jsonschema_rs
from schemathesis import Case, Response
from schemathesis.core.failures import Failure

EMPTY_REFUSAL = ("ST104", "ST109")  # no content type, no JSON
SERVER_ERROR = ("ST101", "ST102")
ACCEPTED = ("ST201",)
UNEXPECTED_REFUSAL = ("ST401",)


@dataclass(frozen=True, slots=True)
class Leniency:
    """Failures with one of these codes are none when `holds`."""

    name: str
    venues: tuple[str, ...]
    codes: tuple[str, ...]
    why: str
    holds: Callable[[Case[Any], Response, Failure], bool]


def _is_empty_refusal(case: Case[Any], response: Response, failure: Failure) -> bool:
    return response.status_code in (401, 403) and not response.content


def _is_broken_multipart(case: Case[Any], response: Response, failure: Failure) -> bool:
    sent = str(response.request.headers.get("Content-Type", ""))
    return response.status_code == 500 and sent.startswith("multipart/form-data")


def _is_half_a_signature(case: Case[Any], response: Response, failure: Failure) -> bool:
    return "got `422 " in failure.message  # the answer to a probe, of which the failure alone tells


def _fits_without_nulls(case: Case[Any], response: Response, failure: Failure) -> bool:
    return _fits(case, nulls=True)


def _fits_without_strangers(case: Case[Any], response: Response, failure: Failure) -> bool:
    return _fits(case, strangers=True)


def _is_absent_where_nothing_is_required(case: Case[Any], response: Response, failure: Failure) -> bool:
    schema = _body_schema(case) or {}
    resolved = _resolved(schema, case.operation.schema.raw_schema)
    return not response.request.body and not resolved.get("required")


def _is_boolean_as_digit(case: Case[Any], response: Response, failure: Failure) -> bool:
    return isinstance(case.body, Mapping) and str(case.body.get("confirm")) in ("0", "1")


def _may_leave_out_the_mode(case: Case[Any], response: Response, failure: Failure) -> bool:
    operation = case.operation.definition.raw["operationId"]
    return operation == "refreshJwt" and isinstance(case.body, dict) and "is_client" not in case.body


LENIENCIES = (
    Leniency(
        "empty refusals",
        ("stokn",),
        EMPTY_REFUSAL,
        "The gate in front of the venue refuses bearers with 401 and 403 without a body. OpenAPI cannot say that a "
        "body may be left out.",
        _is_empty_refusal,
    ),
    Leniency(
        "malformed multipart",
        ("nebulaecn",),
        SERVER_ERROR,
        "The original answers a multipart body that cannot be read with 500 server.internal_error; the spec declares "
        "the 500 for every operation.",
        _is_broken_multipart,
    ),
    Leniency(
        "half a signature",
        ("nebulaecn",),
        UNEXPECTED_REFUSAL,
        "One or two of the three headers of a signed call are a malformed request at this venue: 422 "
        "authz.invalid_api_key_headers, where schemathesis wants 401.",
        _is_half_a_signature,
    ),
    Leniency(
        "null for absent",
        ("stokn", "t4"),
        ACCEPTED,
        "Members that may be left out may be null too: the frameworks of these venues make no difference.",
        _fits_without_nulls,
    ),
    Leniency(
        "unknown members",
        ("nebulaecn", "rabbitx"),
        ACCEPTED,
        "These venues ignore what they do not know. The spec forbids it nevertheless, so that clients find typing "
        "mistakes.",
        _fits_without_strangers,
    ),
    Leniency(
        "no body",
        ("nebulaecn",),
        ACCEPTED,
        "Where a form has no required field, an empty request is an empty form.",
        _is_absent_where_nothing_is_required,
    ),
    Leniency(
        "booleans as digits",
        ("nebulaecn",),
        ACCEPTED,
        "In a form every value is text, and 0 and 1 are read as false and true.",
        _is_boolean_as_digit,
    ),
    Leniency(
        "mode left out",
        ("rabbitx",),
        ACCEPTED,
        "refreshJwt without is_client is that of a market maker. The spec requires it, so that callers choose.",
        _may_leave_out_the_mode,
    ),
)


def pardoned(venue: str, failure: Failure, case: Case[Any], response: Response) -> Leniency | None:
    """The entry that covers a failure, if any."""
    for leniency in LENIENCIES:
        concerns = venue in leniency.venues and failure.code in leniency.codes
        if concerns and leniency.holds(case, response, failure):
            return leniency
    return None


def _fits(case: Case[Any], *, nulls: bool = False, strangers: bool = False) -> bool:
    """Whether the body is valid once members that are null, or not in the schema, are left out."""
    schema = _body_schema(case)
    if schema is None or not isinstance(case.body, Mapping):
        return False
    document = case.operation.schema.raw_schema
    pruned = _pruned(dict(case.body), schema, document, nulls=nulls, strangers=strangers)
    validator = jsonschema_rs.Draft202012Validator({**schema, "components": document["components"]})
    return bool(validator.is_valid(pruned))


def _body_schema(case: Case[Any]) -> dict[str, Any] | None:
    content = case.operation.definition.raw.get("requestBody", {}).get("content", {})
    found: dict[str, Any] | None = content.get(case.media_type, {}).get("schema")
    return found


def _pruned(value: Any, schema: Any, document: Any, *, nulls: bool, strangers: bool) -> Any:
    schema = _resolved(schema, document)
    if isinstance(value, list):
        items = schema.get("items", {})
        return [_pruned(item, items, document, nulls=nulls, strangers=strangers) for item in value]
    if not isinstance(value, dict):
        return value
    known = schema.get("properties", {})
    required = schema.get("required", ())
    return {
        name: _pruned(member, known.get(name, {}), document, nulls=nulls, strangers=strangers)
        for name, member in value.items()
        if not (nulls and member is None and name not in required) and not (strangers and name not in known)
    }


def _resolved(schema: Any, document: Any) -> Any:
    while "$ref" in schema:
        node = document
        for step in str(schema["$ref"]).removeprefix("#/").split("/"):
            node = node[step]
        schema = node
    return schema
