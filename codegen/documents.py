"""Reading the specs: where they are, what they say, and on which line they say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

ROOT = Path(__file__).resolve().parent.parent
SPECS = ROOT / "specs"
GENERATED = ROOT / "generated"
DOSSIER = "dossier.schema.yaml"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class OperationNode:
    """One operation of a document, with the place where it stands."""

    path: str
    method: str
    at: Path_
    raw: dict[str, Any]

    @property
    def id(self) -> str:
        """The operationId, or the method and path where there is none."""
        return str(self.raw.get("operationId") or f"{self.method.upper()} {self.path}")


@dataclass(frozen=True)
class Document:
    """A YAML document with line numbers."""

    file: Path
    data: Any
    _lines: dict[Path_, int] = field(default_factory=dict, repr=False)

    def line(self, at: Path_) -> int:
        """The line, from 1, on which the key or item at this place begins; its nearest parent where it is missing."""
        node: Any = self.data
        line = 1
        for step in at:
            position = _position(node, step)
            if position is None:
                break
            line = position
            node = node[step]
        return line

    @property
    def label(self) -> str:
        """The file as shown in messages: relative to the repository where possible."""
        return str(self.file.relative_to(ROOT)) if self.file.is_relative_to(ROOT) else str(self.file)

    def operations(self) -> Iterator[OperationNode]:
        """All operations in the order of the file."""
        paths = self.data.get("paths") if isinstance(self.data, dict) else None
        for path, item in (paths or {}).items():
            for method in METHODS:
                if isinstance(item, dict) and isinstance(item.get(method), dict):
                    yield OperationNode(str(path), method, ("paths", path, method), item[method])

    def schemas(self) -> dict[str, Any]:
        """The component schemas by name."""
        return dict((self.data.get("components") or {}).get("schemas") or {})

    def resolve(self, node: Any) -> Any:
        """Follow local references; a reference that leads nowhere gives an empty mapping."""
        for _ in range(32):
            if not (isinstance(node, dict) and isinstance(node.get("$ref"), str)):
                return node
            target: Any = self.data
            for step in node["$ref"].removeprefix("#/").split("/"):
                step = step.replace("~1", "/").replace("~0", "~")
                target = target.get(step) if isinstance(target, dict) else None
            node = target if target is not None else {}
        return {}


def _position(node: Any, step: str | int) -> int | None:
    """The 1-based line of one key or item, or None when there is none."""
    try:
        if isinstance(node, CommentedMap) and step in node:
            return int(node.lc.key(step)[0]) + 1
        if isinstance(node, CommentedSeq) and isinstance(step, int) and step < len(node):
            return int(node.lc.item(step)[0]) + 1
    except (KeyError, TypeError, AttributeError):
        return None
    return None


def load(file: Path) -> Document:
    """Read a document with line numbers.

    Raises:
        ruamel.yaml.error.YAMLError: The file is not YAML, or has a key twice.
    """
    yaml = YAML(typ="rt")
    return Document(file, yaml.load(file.read_text(encoding="utf-8")))


def load_plain(file: Path) -> dict[str, Any]:
    """Read a document as plain Python values, without line numbers."""
    loaded = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))
    if not isinstance(loaded, dict):
        raise TypeError(f"{file}: not a mapping")
    return loaded


def plain(node: Any) -> Any:
    """A copy made of plain dicts, lists and scalars, as the validators want it."""
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(item) for item in node]
    if isinstance(node, bool) or node is None:
        return node
    for kind in (str, int, float):
        if isinstance(node, kind):
            return kind(node)
    return str(node)


def venue_specs(specs: Path = SPECS) -> list[Path]:
    """The OpenAPI files, one per venue, in a fixed order."""
    return sorted(file for file in specs.glob("*.yaml") if not file.name.endswith(".schema.yaml"))
