"""JSON from outside, read strictly and with bounded nesting."""

from __future__ import annotations

import json
import re
from typing import NoReturn

_MAX_DEPTH = 200
_STRINGS = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKETS = re.compile(rb"[{}\[\]]")


class BadJson(ValueError):
    """The body is not a JSON document."""


def parse(body: bytes) -> object:
    """The document. Raises `BadJson`, also for NaN, Infinity, deep nesting and what is not UTF-8."""
    if _depth(body) > _MAX_DEPTH:
        raise BadJson("the body is nested too deeply")
    try:
        document: object = json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as problem:
        raise BadJson("the body is not valid JSON") from problem
    return document


def _depth(body: bytes) -> int:
    # Not left to the parser: a library raises the interpreter's recursion limit so far that it would crash.
    if body.count(b"{") + body.count(b"[") <= _MAX_DEPTH:
        return 0
    depth = deepest = 0
    for mark in _BRACKETS.findall(_STRINGS.sub(b"", body)):
        depth += 1 if mark in b"{[" else -1
        deepest = max(deepest, depth)
    return deepest


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
