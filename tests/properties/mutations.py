"""Answers that are nearly right: a valid one, damaged as a careless or hostile server might."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Path = tuple[str | int, ...]

# One of each kind, and those that look like something else: numbers beyond every machine type, text that is no
# header, no date and no UTF-8 once decoded, names that Python has for other things.
_STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 10**400, 1e308, float("nan"), float("inf"), "", " ", "é", "\ud800", "a\r\nb: c", "\0",
    "2024-02-30T25:61:00Z", "9" * 400, "ok", "error", "__class__", "{}", [], [None], [[]], {}, {"": {}}, {"errors": []},
    {"success": False}, {"s": "error", "errmsg": {}}, {"result": {"statusCode": 10**400}},
)  # fmt: skip
_BYTES = (b"", b" ", b"\0", b"\xff", b"\xef\xbb\xbf", b"<html>", b",", b"}", b'"', b"NaN", b"\\ud800")


# Copied, because the next damage changes it.
_strange = st.sampled_from(_STRANGE).map(copy.deepcopy)


def places(value: Any, here: Path = ()) -> Iterator[Path]:
    """Every place in a JSON document, the whole first."""
    yield here
    if isinstance(value, dict):
        for name in value:
            yield from places(value[name], (*here, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*here, index))


def _at(document: Any, place: Path) -> Any:
    for step in place:
        document = document[step]
    return document


def replaced(document: Any, place: Path, new: Any) -> Any:
    """The document with something else at a place."""
    if not place:
        return new
    _at(document, place[:-1])[place[-1]] = new
    return document


@st.composite
def _damaged(draw: st.DrawFn, document: Any) -> Any:
    place = draw(st.sampled_from(list(places(document))))
    found = _at(document, place)
    how = draw(st.sampled_from(["strange", "delete", "null", "text", "add", "nest", "move"]))
    if how == "null":
        return replaced(document, place, None)
    if how == "delete" and place:
        del _at(document, place[:-1])[place[-1]]
        return document
    if how == "text" and isinstance(found, str):
        return replaced(
            document, place, draw(st.sampled_from([found.upper(), found[:-1], found + "?", found * 50]))
        )
    if how == "add" and isinstance(found, dict):
        found[draw(st.sampled_from(["unknown", "", "self", "additional_properties", "0"]))] = draw(_strange)
        return document
    if how == "add" and isinstance(found, list):
        found.append(draw(_strange))
        return document
    if how == "nest":
        for _ in range(draw(st.sampled_from([1, 3, 60]))):
            found = draw(st.sampled_from([[found], {"data": found}])) if found is not None else []
        return replaced(document, place, found)
    if how == "move":
        # Copied, so that no document contains itself.
        other = copy.deepcopy(_at(document, draw(st.sampled_from(list(places(document))))))
        return replaced(document, place, other)
    return replaced(document, place, draw(_strange))


@st.composite
def bodies(draw: st.DrawFn, valid: Any) -> bytes:
    """The bytes of a valid answer after zero to three damages to its JSON and at most one to its text."""
    document = copy.deepcopy(valid)
    for _ in range(draw(st.integers(0, 3))):
        document = draw(_damaged(document))
    raw = json.dumps(document, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    how = draw(st.sampled_from(["whole"] * 6 + ["cut", "insert", "replace", "deep", "other"]))
    where = draw(st.integers(0, len(raw)))
    if how == "cut":
        return raw[:where]
    if how == "insert":
        return raw[:where] + draw(st.sampled_from(_BYTES)) + raw[where:]
    if how == "replace":
        return raw[:where] + draw(st.binary(max_size=3)) + raw[where + 1 :]
    if how == "deep":
        opening = draw(st.sampled_from([b"[", b'{"data":', b'[{"result":[']))
        return raw[:where] + opening * 20_000 + raw[where:]
    if how == "other":
        return draw(
            st.sampled_from(
                [
                    b"",
                    b"<html><body>Sorry</body></html>",
                    raw.decode("utf-8", "replace").encode("utf-16"),
                    raw * 2,
                ]
            )
        )
    return raw


content_types = st.sampled_from(
    ["application/json"] * 6
    + [
        "text/plain",
        "text/html; charset=utf-8",
        "application/json; charset=utf-16",
        "application/json; charset=nonsense",
        "application/json; charset=hex",
        "text/plain; charset=idna",
        "",
    ]
)
