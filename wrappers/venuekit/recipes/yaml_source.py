"""A YAML (or JSON) file as plain data, with the line of everything in it.

The file is read as a tree of nodes, not as Python objects, for three reasons: every key and value keeps its place;
problems are collected instead of ending the reading at the first; and nothing is guessed. Dates stay text, and a
number can be taken as it was written (`60601`, `+13125550123`, `0x7E5F…` unquoted) where text is wanted.

Messages never repeat a value, because any value may be a secret in the wrong place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError, StringMark, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from venuekit.transport.errors import Problem

Loc: TypeAlias = tuple[str | int, ...]
Data: TypeAlias = "dict[str, Data] | list[Data] | str | int | bool | None"

_TAG = "tag:yaml.org,2002:"
_MAX_BYTES = 1_000_000
_MAX_NODES = 20_000
_MAX_DEPTH = 40
_DECIMAL = re.compile(r"[-+]?[0-9]{1,18}")
# What the parser quotes of its own: a single character, or the kind of a token such as <stream end>.
_HARMLESS = re.compile(r"""'(?:[^'"\ue000]|<[a-z ]+>)'|"'\"""")
_QUOTED = re.compile(r"""['"].*['"]|['"].*$""", re.DOTALL)
_ASIDE = "\ue000"  # a character of nobody's
_NAME = re.compile(r"[A-Za-z_]{1,30}[0-9]?")
_QUOTES = "text that starts with a special character must stand in quotes"


@dataclass(frozen=True, slots=True)
class Place:
    """A position in the file, counted from 1."""

    line: int
    column: int


@dataclass(slots=True)
class Source:
    """What a file says, and where.

    `numbers` holds numbers as they were written, for the locations whose `data` is an `int`. `bad` holds the locations
    that have a problem; `keys` and `values` say where everything is.
    """

    name: str
    data: Data = None
    problems: list[Problem] = field(default_factory=list[Problem])
    numbers: dict[Loc, str] = field(default_factory=dict[Loc, str])
    bad: set[Loc] = field(default_factory=set[Loc])
    keys: dict[Loc, Place] = field(default_factory=dict[Loc, Place])
    values: dict[Loc, Place] = field(default_factory=dict[Loc, Place])

    def __deepcopy__(self, memo: object) -> Source:
        """The same: places do not change once a file was read, and they are many."""
        return self

    def place(self, loc: Loc) -> Place:
        """Where `loc` is: the value if it is a scalar, else its key. What is missing is at its nearest parent."""
        for end in range(len(loc), 0, -1):
            part = loc[:end]
            if part in self.values:
                return self.values[part]
            if part in self.keys:
                return self.keys[part]
        return Place(1, 1)

    def key_place(self, loc: Loc) -> Place:
        """Where the key of `loc` is."""
        return self.keys.get(loc) or self.place(loc)

    def problem(self, loc: Loc, message: str, expected: str = "", *, at_key: bool = False) -> Problem:
        """A problem at `loc`."""
        place = self.key_place(loc) if at_key else self.place(loc)
        return Problem(dotted(loc), place.line, place.column, message, expected)

    def without_values(self) -> Source:
        """The same places without the data, to keep for later messages."""
        return Source(self.name, keys=self.keys, values=self.values)


def dotted(loc: Loc) -> str:
    """`("documents", 0, "files")` as `documents[0].files`."""
    text = ""
    for part in loc:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{_shown(part)}" if text else _shown(part)
    return text


def _shown(key: str) -> str:
    """A key as it may stand in a message. What does not look like a name may be a secret that lost its key."""
    return key if _NAME.fullmatch(key) else "<key>"


def read_source(content: bytes, *, name: str) -> Source:
    """Read YAML 1.2 or JSON. Never raises: what is wrong is in `problems`, and `data` is what could be read."""
    source = Source(name)
    if len(content) > _MAX_BYTES:
        source.problems.append(Problem("", 1, 1, "the file is larger than 1 MB", "a dossier"))
        return source
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        source.problems.append(Problem("", line, 1, "the file is not text", "a YAML file in UTF-8"))
        return source
    try:
        node = _compose(text)
        if node is None:
            source.problems.append(
                Problem("", 1, 1, "the file is empty", "a dossier; see examples/dossier.yaml")
            )
            return source
        source.data = _Reader(source).read(node, ())
    except ReaderError as error:
        position = _of(error, "position")
        line = text.count("\n", 0, position) + 1 if isinstance(position, int) else 1
        source.problems.append(
            Problem("", line, 1, "a control character that YAML does not allow", "plain text")
        )
    except MarkedYAMLError as error:
        source.problems.append(_syntax_problem(error))
    except (YAMLError, ValueError, AssertionError, AttributeError, KeyError, IndexError, TypeError):
        # The parser has a few paths that end in plain Python errors, all of them on malformed input.
        source.problems.append(Problem("", 1, 1, "the file is not valid YAML", "a YAML file"))
    except RecursionError:
        source.problems.append(
            Problem("", 1, 1, "the file is nested too deeply, or refers to itself", "a dossier")
        )
    except _TooLarge:
        source.problems.append(Problem("", 1, 1, "the file has too many entries", "a dossier"))
    return source


class _Composer(Composer):
    """Stops at the depth that is allowed. Python's limit may be far off, and each level makes every token dearer."""

    _depth = 0

    def compose_node(self, parent: object, index: object) -> object:
        if self._depth > _MAX_DEPTH:
            raise RecursionError
        self._depth += 1
        try:
            node: object = cast("Any", super()).compose_node(parent, index)
            return node
        finally:
            self._depth -= 1


def _compose(text: str) -> Node | None:
    yaml: Any = YAML(typ="safe", pure=True)
    yaml.Composer = _Composer
    yaml.composer.warn_double_anchors = False
    node: object = yaml.compose(text)
    return node if isinstance(node, Node) else None


def _syntax_problem(error: MarkedYAMLError) -> Problem:
    context = str(_of(error, "context") or "")
    text = str(_of(error, "problem") or context or "it cannot be read")
    # What is never closed is best shown where it opens.
    marks = [_of(error, "context_mark"), _of(error, "problem_mark")]
    place = _at(*(marks if "end" in text else reversed(marks)))
    line, column = place.line, place.column
    if "undefined alias" in text:
        return Problem("", line, column, "an alias (*) that nothing defines", _QUOTES)
    if "undefined tag handle" in text or "tag" in context:
        return Problem("", line, column, "a tag (!) that nothing defines", _QUOTES)
    if "cannot start any token" in text:
        return Problem("", line, column, text, _QUOTES)
    if "another document" in text:
        return Problem("", line, column, "a second document starts here", "one dossier per file")
    # The parser likes to quote what it found; that may be half a password.
    message = f"not valid YAML: {_without_quotes(text)}"
    return Problem("", line, column, message, "valid YAML here and in the line before")


def _without_quotes(text: str) -> str:
    """The text without what it quotes, except for what cannot be part of a value worth hiding."""
    kept: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return _ASIDE

    hidden = _QUOTED.sub("…", _HARMLESS.sub(put_aside, text.replace(_ASIDE, "?")))
    if hidden.count(_ASIDE) != len(kept):
        # Some were part of a longer quote: which ones stayed is not worth finding out.
        return hidden.replace(_ASIDE, "…")
    for quote in kept:
        hidden = hidden.replace(_ASIDE, quote, 1)
    return hidden


class _TooLarge(Exception):
    pass


class _Reader:
    """Turns nodes into data, notes every place, and collects problems."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._count = 0
        self._open: list[int] = []

    def read(self, node: Node, loc: Loc) -> Data:
        self._count += 1
        if self._count > _MAX_NODES:
            raise _TooLarge
        if isinstance(node, ScalarNode):
            return self._scalar(node, loc)
        if id(node) in self._open:
            self._say(loc, "refers to itself", "a value")
            return None
        if len(self._open) == _MAX_DEPTH:
            raise RecursionError
        self._open.append(id(node))
        try:
            if isinstance(node, MappingNode):
                return self._mapping(node, loc)
            if isinstance(node, SequenceNode):
                return self._sequence(node, loc)
        finally:
            self._open.pop()
        return None

    def _mapping(self, node: MappingNode, loc: Loc) -> dict[str, Data]:
        self._expect_tag(node, loc, "map")
        result: dict[str, Data] = {}
        for key_node, value_node in _pairs(node):
            if not isinstance(key_node, ScalarNode):
                self._say(loc, "has a key that is not text", "names as keys")
                continue
            key = str(_of(key_node, "value"))
            at = (*loc, key)
            if key in result:
                first = self._source.key_place(at)
                place = _place(key_node)
                message = f"stands twice; the first time in line {first.line}"
                self._note(at, Problem(dotted(at), place.line, place.column, message, "each key once"))
                continue
            if not _encodes(key):
                self._say(loc, "has a key with half a character (a surrogate)", "names as keys")
                continue
            self._source.keys[at] = _place(key_node)
            result[key] = self.read(value_node, at)
        return result

    def _sequence(self, node: SequenceNode, loc: Loc) -> list[Data]:
        self._expect_tag(node, loc, "seq")
        result: list[Data] = []
        for index, item in enumerate(_items(node)):
            at = (*loc, index)
            self._source.keys[at] = _place(item)
            result.append(self.read(item, at))
        return result

    def _scalar(self, node: ScalarNode, loc: Loc) -> Data:
        self._source.values[loc] = _place(node)
        tag, text = str(_of(node, "tag")), str(_of(node, "value"))
        read = _SCALARS.get(tag)
        if read is None:
            self._say(loc, "has a tag (!) that a dossier does not know", _QUOTES)
            return None
        if tag == f"{_TAG}null":
            # The key is the better place: an empty value ends up on the next line.
            self._source.values.pop(loc)
            self._say(loc, "is empty", "a value, or leave the line out")
            return None
        if not _encodes(text):
            self._say(loc, "holds half a character (a surrogate)", "text")
            return None
        value = read(text)
        if isinstance(value, int) and not isinstance(value, bool):
            self._source.numbers[loc] = text
        return value

    def _expect_tag(self, node: Node, loc: Loc, kind: str) -> None:
        if str(_of(node, "tag")) != f"{_TAG}{kind}":
            self._say(loc, "has a tag (!) that a dossier does not know", _QUOTES)

    def _say(self, loc: Loc, message: str, expected: str) -> None:
        self._note(loc, self._source.problem(loc, message, expected))

    def _note(self, loc: Loc, problem: Problem) -> None:
        self._source.bad.add(loc)
        self._source.problems.append(problem)


def _encodes(text: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in text)


def _bool(text: str) -> bool:
    return text.lower() in {"true", "yes", "on", "y"}


def _int(text: str) -> Data:
    return int(text) if _DECIMAL.fullmatch(text) else text


def _text(text: str) -> Data:
    return text


_SCALARS: dict[str, Callable[[str], Data]] = {
    f"{_TAG}str": _text,
    f"{_TAG}timestamp": _text,
    f"{_TAG}float": _text,
    f"{_TAG}value": _text,
    f"{_TAG}merge": _text,
    f"{_TAG}null": _text,
    f"{_TAG}bool": _bool,
    f"{_TAG}int": _int,
}


def _place(node: Node) -> Place:
    return _at(_of(node, "start_mark"))


def _at(*marks: object) -> Place:
    """The place of the first mark that is one."""
    for mark in marks:
        if isinstance(mark, StringMark):
            return Place(int(_of(mark, "line")) + 1, int(_of(mark, "column")) + 1)
    return Place(1, 1)


def _pairs(node: MappingNode) -> list[tuple[Node, Node]]:
    pairs: list[tuple[Node, Node]] = _of(node, "value")
    return pairs


def _items(node: SequenceNode) -> list[Node]:
    items: list[Node] = _of(node, "value")
    return items


def _of(thing: object, name: str) -> Any:
    """An attribute of the YAML library, which has no types."""
    return getattr(thing, name, None)
