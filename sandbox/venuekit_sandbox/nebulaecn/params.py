"""Parameters of a call: read from any encoding into one mapping, then checked as the operation declares them.

Presence and type come from the generated request models; this module turns what they find into the venue's own
keys. A required parameter that may not be blank yields two keys when it is absent, and every key of a call comes
back at once, in the order of declaration.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import parse_qsl

from pydantic import BaseModel, ValidationError
from python_multipart.exceptions import FormParserError
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from venuekit_sandbox.nebulaecn.errors import internal_error, refuse, unsupported_type

Raw = dict[str, object]
JSON_DEPTH = 100


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a multipart body."""

    filename: str
    data: bytes = field(repr=False)


async def read_body(request: Request) -> Raw:
    """The body as parameters. 415 for an unknown content type, 500 for JSON that does not parse."""
    content_type = request.headers.get("content-type", "")
    kind = content_type.split(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _multipart(request)
    body = await request.body()
    if not body:
        return {}
    if kind == "application/json":
        return _json(body)
    if kind in ("application/x-www-form-urlencoded", ""):
        return gather(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    raise unsupported_type(content_type)


def gather(pairs: list[tuple[str, str]] | list[tuple[str, object]]) -> Raw:
    """Name and value pairs as a mapping; `name[]` collects a list, otherwise the last one wins."""
    raw: Raw = {}
    for name, value in pairs:
        if name.endswith("[]"):
            found = raw.setdefault(name[:-2], [])
            if isinstance(found, list):
                found.append(value)
        else:
            raw[name] = value
    return raw


def parse_json(text: str | bytes) -> object:
    """A JSON document; ValueError also for NaN, text that is not Unicode, and more than 100 levels."""

    def refuse_constant(name: str) -> object:
        raise ValueError(f"{name} is not JSON")

    whole = text if isinstance(text, str) else text.decode()
    _check_depth(whole)
    parsed: object = json.loads(whole, parse_constant=refuse_constant)
    json.dumps(parsed, ensure_ascii=False).encode()
    return parsed


def _check_depth(text: str) -> None:
    # Not left to RecursionError: a library of the sandbox raises Python's limit so far that the parser would
    # run off the C stack first. The original's parser stops at the same depth.
    depth = 0
    for bracket in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', text, re.DOTALL):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(bracket[0], 0)
        if depth > JSON_DEPTH:
            raise ValueError("nested too deep")


def _json(body: bytes) -> Raw:
    try:
        parsed = parse_json(body)
    except ValueError:
        raise internal_error() from None
    return {str(name): value for name, value in parsed.items()} if isinstance(parsed, dict) else {}


async def _multipart(request: Request) -> Raw:
    pairs: list[tuple[str, object]] = []
    try:
        async with request.form() as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    pairs.append((name, Upload(value.filename or "", await value.read())))
                else:
                    pairs.append((name, value))
    except (HTTPException, FormParserError):  # older Starlettes let the parser's own error through
        raise internal_error() from None
    return gather(pairs)


@dataclass(frozen=True, slots=True)
class Params:
    """The declared parameters of one call, checked."""

    values: Raw = field(repr=False)

    def has(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str) -> str:
        """The value as text, empty when it was not sent."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def optional(self, name: str) -> str | None:
        """The value as text, None when it was not sent or is blank."""
        return self.text(name) or None

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in ("1", "on", "t", "true", "y", "yes")


@dataclass(frozen=True, slots=True)
class Form:
    """What one operation declares. Without a `model`, `fields` lists (name, required) in order."""

    prefix: str
    model: type[BaseModel] | None = None
    fields: tuple[tuple[str, bool], ...] = ()
    filled: frozenset[str] = frozenset()
    """Parameters that may not be blank."""
    missing: Mapping[str, str] = field(default_factory=dict)
    """Own words for an absent parameter, where the key is not `<prefix>.missing_<name>`."""
    invalid: Mapping[str, str] = field(default_factory=dict)
    """Own words for a value of the wrong type; otherwise the bare word `invalid`."""
    choices: Mapping[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    """Parameters with a closed list of values, and the key for any other value."""
    untyped: frozenset[str] = frozenset()
    """Parameters the operation looks at itself."""
    dates: frozenset[str] = frozenset()
    checks: Mapping[str, Callable[[str], str | None]] = field(default_factory=dict)
    """Rules about single values: each returns the key of what is wrong, or None."""

    def read(self, raw: Raw) -> Params:
        """The declared part of `raw`; 422 with every key when something is wrong."""
        sent = {name: value if name in self.untyped else _as_text(value) for name, value in raw.items()}
        absent, mistyped = self._findings(sent)
        keys: list[str] = []
        values: Raw = {}
        for name in self._names():
            if name in absent:
                keys.append(self.missing.get(name, f"{self.prefix}.missing_{name}"))
            if name in self.filled and (name in absent or (name in sent and _blank(sent[name]))):
                keys.append(f"{self.prefix}.empty_{name}")
            elif name in sent and not _blank(sent[name]):
                keys.extend(self._wrong(name, sent[name], name in mistyped))
            if name in sent:
                values[name] = sent[name]
        if keys:
            raise refuse(422, *keys)
        return Params(values)

    def _names(self) -> Iterator[str]:
        if self.model is None:
            yield from (name for name, _ in self.fields)
        else:
            for name, info in self.model.model_fields.items():
                yield _bare(info.alias or name)

    def _wrong(self, name: str, value: object, mistyped: bool) -> Iterator[str]:
        if mistyped or (name in self.dates and parse_date(value) is None):
            yield self.invalid.get(name, "invalid")
        elif name in self.choices and value not in self.choices[name][0]:
            yield self.choices[name][1]
        elif name in self.checks and isinstance(value, str):
            key = self.checks[name](value)
            if key is not None:
                yield key

    def _findings(self, sent: Raw) -> tuple[set[str], set[str]]:
        """Names that are required and absent, and names whose value has the wrong type."""
        if self.model is None:
            wanted = {name for name, required in self.fields if required}
            mistyped = {name for name, value in sent.items() if not isinstance(value, str)} - self.untyped
            return wanted - sent.keys(), mistyped & {name for name, _ in self.fields}
        payload: Raw = {}
        for name, info in self.model.model_fields.items():
            alias = info.alias or name
            value = sent.get(_bare(alias))
            if not _blank(value) and _bare(alias) not in self.untyped:
                payload[alias] = value
        absent: set[str] = set()
        wrong: set[str] = set()
        try:
            self.model.model_validate(payload)
        except ValidationError as error:
            for finding in error.errors(include_url=False, include_context=False, include_input=False):
                name = _bare(str(finding["loc"][0]))
                if finding["type"] == "missing":
                    absent.add(name)
                elif finding["type"].endswith(("_type", "_parsing", "_inexact")):
                    # Rules about values are the venue's own and have keys of their own.
                    wrong.add(name)
        return absent - sent.keys(), wrong


def parse_date(value: object) -> date | None:
    """An ISO calendar date, or None."""
    text = value.strip() if isinstance(value, str) else ""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_json(text: str) -> bool:
    """Does the text parse as JSON?"""
    try:
        parse_json(text)
    except ValueError:
        return False
    return True


def _bare(name: str) -> str:
    return name.removesuffix("[]")


def _blank(value: object) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def _as_text(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else value
