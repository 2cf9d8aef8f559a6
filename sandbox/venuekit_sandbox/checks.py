"""Every answer of the sandbox, checked against the spec of its venue.

    Sandbox(checked=True)                 or VENUEKIT_SANDBOX_CHECKED=1, or `venuekit sandbox --check`

An answer whose status, content type, headers or body the spec does not describe becomes a 500 in `text/plain`
that says what is wrong, and is noted in `violations`. Places and names are told, values never. A call of no
operation of the spec is not checked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final
from urllib.parse import quote

import jsonschema_rs
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from venuekit_sandbox import specs

_METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
_MASK = "the value"
_SHOWN = 8  # problems of one answer


@dataclass(frozen=True, slots=True)
class Violation:
    """One answer that the spec does not describe."""

    venue: str
    operation: str
    status: int
    problems: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.venue} {self.operation} {self.status}: {'; '.join(self.problems)}"


violations: Final[list[Violation]] = []
"""Those of this process, oldest first. A test may read and clear it."""


def checked(app: ASGIApp, venue: str) -> ASGIApp:
    """The venue's app with its answers checked. Requests and answers that fit pass through unchanged."""

    async def run(scope: Scope, receive: Receive, send: Send) -> None:
        operation = _spec(venue).find(scope["method"], scope["path"]) if scope["type"] == "http" else None
        if operation is None:
            await app(scope, receive, send)
            return
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)

        await app(scope, receive, hold)
        problems = operation.problems(held)
        if not problems:
            for message in held:
                await send(message)
            return
        violation = Violation(venue, operation.name, _status(held), tuple(problems[:_SHOWN]))
        violations.append(violation)
        text = f"venuekit sandbox: this answer is not in the spec\n{violation}\n"
        await PlainTextResponse(text, status_code=500)(scope, receive, send)

    return run


class _Operation:
    """One operation of a spec, and the validators of its answers, made when they are first needed."""

    def __init__(self, spec: _Spec, at: str, raw: Mapping[str, Any]) -> None:
        self._spec = spec
        self._at = at
        self._answers: Mapping[str, Any] = raw["responses"]
        self.name = str(raw["operationId"])

    def problems(self, messages: list[Message]) -> list[str]:
        """What of an answer the spec does not describe."""
        status = _status(messages)
        key = next((k for k in (str(status), f"{status // 100}XX", "default") if k in self._answers), None)
        if key is None:
            return ["this status is not declared"]
        at, answer = self._spec.resolve(f"{self._at}/responses/{key}", self._answers[key])
        headers = Headers(raw=list(messages[0].get("headers", ())))
        body = b"".join(message.get("body", b"") for message in messages[1:])
        return [
            *self._header_problems(at, answer, headers),
            *self._body_problems(at, answer, status, headers, body),
        ]

    def _header_problems(self, at: str, answer: Mapping[str, Any], headers: Headers) -> Iterator[str]:
        for name, declared in answer.get("headers", {}).items():
            place, header = self._spec.resolve(f"{at}/headers/{_escape(name)}", declared)
            values = headers.getlist(name)
            if not values and header.get("required"):
                yield f"header {name} is missing"
            for value in values if "schema" in header else ():
                yield from self._mismatches(f"{place}/schema", _text_or_json(value), f"header {name}")

    def _body_problems(
        self, at: str, answer: Mapping[str, Any], status: int, headers: Headers, body: bytes
    ) -> Iterator[str]:
        content: Mapping[str, Any] = answer.get("content", {})
        if not content:
            if body:
                yield "a body where none is declared"
            return
        sent = headers.get("content-type", "").partition(";")[0].strip().lower()
        if not body and not sent and status >= 400:
            return  # OpenAPI cannot say that a body may be left out, and venues leave it out of refusals
        declared = next((kind for kind in content if _matches(kind, sent)), None)
        if declared is None:
            yield f"content type {sent or 'none'}, declared: {', '.join(content)}"
        elif "schema" in content[declared]:
            place = f"{at}/content/{_escape(declared)}/schema"
            if not sent.endswith("json"):
                # Some venues send JSON under a name of text: the schema may mean the text, or what it says.
                yield from self._mismatches(place, _text_or_json(body.decode("utf-8", "replace")), "body")
                return
            try:
                document = json.loads(body)
            except ValueError:
                yield "the body is not JSON"
            else:
                yield from self._mismatches(place, [document], "body")

    def _mismatches(self, at: str, readings: list[object], what: str) -> Iterator[str]:
        """What is wrong with the first of several readings of a value, if none of them fits."""
        validator = self._spec.validator(at)
        if not any(validator.is_valid(reading) for reading in readings):
            for error in validator.iter_errors(readings[-1]):
                place = "".join(f"/{step}" for step in error.instance_path)
                yield f"{what} {place or '/'}: {error.message} ({'/'.join(map(str, error.schema_path))})"


class _Spec:
    """A venue's spec, ready for look-ups."""

    def __init__(self, venue: str) -> None:
        self._base = specs.base(venue)
        self._document = specs.document(venue)
        self._validators: dict[str, jsonschema_rs.Validator] = {}

    def find(self, method: str, path: str) -> _Operation | None:
        """The operation that a request calls; None when the spec has none such."""
        for pattern, operations in self._paths:
            if pattern.fullmatch(path):
                return operations.get(method)
        return None

    def resolve(self, at: str, node: Any) -> tuple[str, Mapping[str, Any]]:
        """What a node, or the node that it refers to, says, and where that stands."""
        while "$ref" in node:
            at = str(node["$ref"]).removeprefix("#")
            node = self._document
            for step in at.split("/")[1:]:
                node = node[step.replace("~1", "/").replace("~0", "~")]
        return at, node

    def validator(self, at: str) -> jsonschema_rs.Validator:
        """Validates by the schema at a place of the document."""
        if at not in self._validators:
            self._validators[at] = jsonschema_rs.Draft202012Validator(
                {"$ref": f"urn:spec#{quote(at, safe='/~')}"},
                registry=self._registry,
                mask=_MASK,
                validate_formats=True,
            )
        return self._validators[at]

    @cached_property
    def _registry(self) -> jsonschema_rs.Registry:
        return jsonschema_rs.Registry([("urn:spec", self._document)], draft=jsonschema_rs.Draft202012)

    @cached_property
    def _paths(self) -> list[tuple[re.Pattern[str], dict[str, _Operation]]]:
        # Paths without placeholders first: /account/portfolio is not an /account/{accountId}.
        paths = sorted(self._document["paths"].items(), key=lambda item: "{" in item[0])
        return [
            (
                re.compile("[^/]+".join(map(re.escape, re.split(r"\{[^}]*\}", self._base + template)))),
                {
                    method.upper(): _Operation(self, f"/paths/{_escape(template)}/{method}", raw)
                    for method, raw in item.items()
                    if method in _METHODS
                },
            )
            for template, item in paths
        ]


_spec = cache(_Spec)


def _status(messages: list[Message]) -> int:
    return int(messages[0]["status"])


def _text_or_json(text: str) -> list[object]:
    try:
        return [text, json.loads(text)]
    except ValueError:
        return [text]


def _matches(declared: str, sent: str) -> bool:
    kind = declared.partition(";")[0].strip().lower()
    return kind in (sent, "*/*") or (kind.endswith("/*") and sent.startswith(kind[:-1]))


def _escape(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")
