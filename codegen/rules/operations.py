"""Rules about the document as a whole and about operations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from codegen.documents import Document, Path_
from codegen.rules.base import SCHEMA_REF, Problem, Rule, contents, parameters

CAMEL = re.compile(r"^[a-z]+[A-Za-z0-9]*$")
REQUEST_TYPES = {"application/json", "application/x-www-form-urlencoded", "multipart/form-data"}
RETRY = {"safe", "idempotent", "never"}
HUMAN = {
    "agreement",
    "back_office",
    "browser",
    "captcha",
    "document",
    "email",
    "kyc",
    "otp",
    "signature",
    "sms",
}


def openapi_version(document: Document) -> Iterator[Problem]:
    if document.data.get("openapi") != "3.1.0":
        yield Problem(("openapi",), "write `openapi: 3.1.0`")


def no_cross_file_ref(document: Document) -> Iterator[Problem]:
    def search(node: Any, at: Path_) -> Iterator[Problem]:
        if isinstance(node, dict):
            ref = node.get("$ref")
            if isinstance(ref, str) and not ref.startswith("#/"):
                yield Problem((*at, "$ref"), f"`{ref}` leaves this file; copy the schema into it")
            for key, value in node.items():
                yield from search(value, (*at, key))
        elif isinstance(node, list):
            for index, item in enumerate(node):
                yield from search(item, (*at, index))

    yield from search(document.data, ())


def no_root_security(document: Document) -> Iterator[Problem]:
    if "security" in document.data:
        yield Problem(("security",), "move it to every operation")


def operation_id(document: Document) -> Iterator[Problem]:
    for operation in document.operations():
        name = operation.raw.get("operationId")
        if not isinstance(name, str) or not CAMEL.match(name):
            yield Problem(
                (*operation.at, "operationId"),
                f"`{name}` is not a camelCase operationId; name it verb + noun",
            )


def unique_operation_id(document: Document) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for operation in document.operations():
        key = operation.id.lower()
        if key in seen:
            yield Problem(
                (*operation.at, "operationId"), f"`{operation.id}` is also the operationId of {seen[key]}"
            )
        seen[key] = f"{operation.method.upper()} {operation.path}"


def one_tag(document: Document) -> Iterator[Problem]:
    described = {tag.get("name") for tag in document.data.get("tags") or [] if tag.get("description")}
    for operation in document.operations():
        tags = operation.raw.get("tags") or []
        if len(tags) != 1:
            yield Problem(
                (*operation.at, "tags"), f"{operation.id} has {len(tags)} tags; give it exactly one"
            )
        elif tags[0] not in described:
            yield Problem(
                (*operation.at, "tags"), f"tag `{tags[0]}` has no description; add it to the root `tags`"
            )


def operation_security(document: Document) -> Iterator[Problem]:
    schemes = (document.data.get("components") or {}).get("securitySchemes") or {}
    for operation in document.operations():
        at = (*operation.at, "security")
        security = operation.raw.get("security")
        if not isinstance(security, list):
            yield Problem(
                at,
                f"{operation.id} does not say how to authenticate; write `security: []` where nothing is needed",
            )
            continue
        for name in (name for alternative in security for name in alternative):
            if name not in schemes:
                yield Problem(at, f"`{name}` is not one of the securitySchemes")


def operation_text(document: Document) -> Iterator[Problem]:
    for operation in document.operations():
        for key in ("summary", "description"):
            if not str(operation.raw.get(key) or "").strip():
                yield Problem((*operation.at, key), f"{operation.id} has no {key}")


def one_request_type(document: Document) -> Iterator[Problem]:
    for operation in document.operations():
        types = list((operation.raw.get("requestBody") or {}).get("content") or {})
        at = (*operation.at, "requestBody", "content")
        if "requestBody" in operation.raw and len(types) != 1:
            yield Problem(at, f"{operation.id} has {len(types)} request content types; keep one")
        for name in types:
            if name not in REQUEST_TYPES:
                yield Problem(
                    (*at, name), f"`{name}` is not supported; use one of {', '.join(sorted(REQUEST_TYPES))}"
                )


def request_name(document: Document) -> Iterator[Problem]:
    for operation in document.operations():
        request = operation.raw.get("requestBody")
        if not isinstance(request, dict):
            continue
        if request.get("required") is not True:
            yield Problem(
                (*operation.at, "requestBody"), "write `required: true`; an operation without a body has none"
            )
        expected = SCHEMA_REF + operation.id[:1].upper() + operation.id[1:] + "Request"
        for name, media in (request.get("content") or {}).items():
            schema = (media or {}).get("schema") or {}
            if schema.get("$ref") != expected:
                at = (*operation.at, "requestBody", "content", name, "schema")
                yield Problem(at, f"the request schema of {operation.id} must be `$ref: '{expected}'`")


def json_answers(document: Document) -> Iterator[Problem]:
    for at, kind, media, name in contents(document):
        if kind == "request":
            continue
        if name not in ("application/json", "application/problem+json", "text/plain"):
            yield Problem(at, f"`{name}` answers are dropped by the generator; write application/json")
        elif "schema" not in media and "x-bare" not in media:
            yield Problem(
                at, "give the answer a schema, say `x-bare: <what it is>`, or leave its `content` out"
            )


def documented_answers(document: Document) -> Iterator[Problem]:
    for operation in document.operations():
        at = (*operation.at, "responses")
        codes = [str(code) for code in operation.raw.get("responses") or {}]
        if not any(code.isdigit() and code[0] == "2" for code in codes):
            yield Problem(at, f"{operation.id} documents no 2xx status")
        # Where nothing is sent, nothing the client sends can be wrong.
        sends = any(operation.raw.get(key) for key in ("parameters", "requestBody", "security"))
        if sends and not any(code.isdigit() and code[0] == "4" for code in codes):
            yield Problem(at, f"{operation.id} documents no 4xx status; name those that the venue answers")
        if "default" not in codes:
            yield Problem(at, f"{operation.id} has no `default` answer; add it with the error schema")
        for code in codes:
            # A client that throws a strange success away loses what was made: 2XX may stand beside the known ones.
            if code not in ("default", "2XX") and not code.isdigit():
                yield Problem((*at, code), f"`{code}` is a range; name the statuses, the rest is `default`")


def no_cookie_parameters(document: Document) -> Iterator[Problem]:
    for at, parameter in parameters(document):
        if parameter.get("in") == "cookie":
            yield Problem(at, f"cookie parameter `{parameter.get('name')}`: make it a security scheme")


def retry_class(document: Document) -> Iterator[Problem]:
    for operation in document.operations():
        if operation.raw.get("x-retry") not in RETRY:
            yield Problem(
                (*operation.at, "x-retry"), f"{operation.id}: write `x-retry: safe`, `idempotent` or `never`"
            )


def human_kind(document: Document) -> Iterator[Problem]:
    for operation in document.operations():
        human = operation.raw.get("x-human")
        if human is not None and human not in HUMAN:
            yield Problem(
                (*operation.at, "x-human"), f"`{human}` is not one of {', '.join(sorted(HUMAN))}, or null"
            )


OPERATION_RULES = (
    Rule(
        "openapi-version",
        "One version for all specs; both generators are tried with this one only.",
        openapi_version,
    ),
    Rule(
        "no-cross-file-ref",
        "References across files are not supported by the client generator.",
        no_cross_file_ref,
    ),
    Rule("no-root-security", "Security at the root is ignored without a warning.", no_root_security),
    Rule("operation-id", "The id becomes the name of a method and of a module.", operation_id),
    Rule(
        "unique-operation-id",
        "A second operation with the same id silently overwrites the first.",
        unique_operation_id,
    ),
    Rule("one-tag", "Tags become the resource classes; their description is the class docstring.", one_tag),
    Rule(
        "operation-security",
        "Callers choose credentials by it; a missing list reads as no security.",
        operation_security,
    ),
    Rule("operation-text", "Summary and description become the docstring of the method.", operation_text),
    Rule(
        "one-request-type",
        "With two content types both are filled in and the last one wins.",
        one_request_type,
    ),
    Rule(
        "request-name",
        "One schema per request, named after its operation, so that both sides can find it.",
        request_name,
    ),
    Rule(
        "json-answers",
        "An answer of any other type, `*/*` included, is dropped by the generator.",
        json_answers,
    ),
    Rule("documented-answers", "A failure that is not documented parses to nothing.", documented_answers),
    Rule(
        "no-cookie-parameters",
        "The generators drop or break them; a cookie that proves who calls is a security scheme.",
        no_cookie_parameters,
    ),
    Rule(
        "retry-class",
        "After a lost answer somebody must know whether sending again is harmless.",
        retry_class,
    ),
    Rule("human-kind", "Recipes pause where a person is needed; the word must be one they know.", human_kind),
)
