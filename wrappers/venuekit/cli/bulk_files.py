"""Many dossiers: a folder of files, a YAML file of several, or a CSV file that changes a template."""

from __future__ import annotations

import copy
import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from venuekit.cli.bulk_twice import Accounts
from venuekit.cli.plain import counted
from venuekit.recipes.dossier import check, load_dossier_source, load_dossier_text, missing_secrets
from venuekit.recipes.yaml_source import Data, Source, read_source
from venuekit.transport.errors import DossierError, Problem

if TYPE_CHECKING:
    from venuekit_schemas.dossier import Dossier

_SUFFIXES: Final = (".yaml", ".yml", ".json")
_NEW_DOCUMENT: Final = re.compile(rb"^(?:---|\.\.\.)(?=\s|$)")
_PART: Final = re.compile(r"([A-Za-z_][A-Za-z_0-9]*)((?:\[[0-9]+\])*)")
_NUMBER: Final = re.compile(r"0|-?[1-9][0-9]{0,17}")
_REFERENCE: Final[list[str | int]] = ["applicant", "reference"]

Moved = Callable[[Problem], Problem]


@dataclass(frozen=True, slots=True)
class Text:
    """One dossier as text, or as read, or why it is none: where it came from, and how a place in it becomes a place
    in the file."""

    source: str
    content: bytes | Source | Problem = field(repr=False)
    folder: Path
    moved: Moved = lambda problem: problem


@dataclass(slots=True)
class Dossiers:
    """What was read: dossiers by the id of their run, what is wrong with the others, and what may be meant."""

    valid: dict[str, tuple[Dossier, Text]] = field(default_factory=dict[str, "tuple[Dossier, Text]"])
    invalid: list[DossierError] = field(default_factory=list[DossierError])
    warnings: list[str] = field(default_factory=list[str])


def read(path: Path, *, template: Path | None, venues: Sequence[str] | None, env: str) -> Dossiers:
    """Read and check every dossier, with its secrets. Raises DossierError when the file itself cannot be used."""
    found = Dossiers()
    texts = list(_rows(path, template) if template is not None else _files(path))
    if not texts:
        raise _unusable(path, "there is no dossier in it")
    accounts = Accounts(venues)
    for text in texts:
        try:
            if isinstance(text.content, Problem):
                raise DossierError([text.content], source=text.source)
            if isinstance(text.content, Source):
                dossier = load_dossier_source(text.content, folder=text.folder, venues=venues)
            else:
                dossier = load_dossier_text(text.content, name=text.source, folder=text.folder, venues=venues)
            problems = [
                *check(dossier, venues=venues, env=env),
                *missing_secrets(dossier, allow_literal=env == "sandbox", venues=venues),
            ]
            if problems:
                raise DossierError(problems, source=text.source)
        except DossierError as error:
            found.invalid.append(
                DossierError([text.moved(problem) for problem in error.problems], source=text.source)
            )
            continue
        name = run_id(dossier.applicant.reference)
        if name in found.valid:
            other = found.valid[name][1].source
            same = Problem("applicant.reference", 1, 1, f"stands in {other} as well", "one dossier each")
            found.invalid.append(DossierError([text.moved(same)], source=text.source))
        elif twice := accounts.taken(dossier):
            found.invalid.append(DossierError([text.moved(problem) for problem in twice], source=text.source))
        else:
            accounts.add(dossier, text.source)
            found.valid[name] = (dossier, text)
    found.warnings = accounts.shared()
    return found


def run_id(reference: str) -> str:
    """The id of an applicant's run: the reference, with what no id may have written as numbers, or a digest of it."""
    name = "".join(
        c if c.isalnum() or c == "_" or (c == "-" and index) else f".{ord(c):x}."
        for index, c in enumerate(reference)
    )
    return name if len(name) <= 64 else f"{name[:47]}.{sha256(name.encode()).hexdigest()[:16]}"


def _files(path: Path) -> Iterator[Text]:
    if path.is_dir():
        for file in sorted(path.iterdir()):
            if file.suffix.lower() in _SUFFIXES and file.is_file():
                yield Text(str(file), _content(file), file.parent)
        return
    lines = _content(path).splitlines(keepends=True)
    starts = [0, *(number for number, line in enumerate(lines) if _NEW_DOCUMENT.match(line)), len(lines)]
    for start, end in pairwise(starts):
        # The line `---` itself belongs to no document.
        first = start + 1 if start < len(lines) and _NEW_DOCUMENT.match(lines[start]) else start
        content = b"".join(lines[first:end])
        if any(line.strip() and not line.lstrip().startswith(b"#") for line in lines[first:end]):
            yield Text(f"{path}, from line {first + 1}", content, path.parent, _below(first))


def _below(lines: int) -> Moved:
    return lambda problem: replace(problem, line=problem.line + lines if problem.line else 0)


def _rows(path: Path, template: Path) -> Iterator[Text]:
    base = read_source(_content(template), name=str(template))
    if base.problems or not isinstance(base.data, dict):
        raise DossierError(
            base.problems or _unusable(template, "is no dossier").problems, source=str(template)
        )
    try:
        text = _content(path).decode("utf-8-sig")
        rows = csv.reader(io.StringIO(text), delimiter=_separator(text), strict=True)
        columns = [name.strip() for name in next(rows, list[str]())]
        places = [_place(path, name, number) for number, name in enumerate(columns, start=1)]
        for number, place in enumerate(places):
            if place in places[:number]:
                raise _unusable(path, f"the column {columns[number]} stands there twice", 1)
        if places and _REFERENCE not in places:
            # All rows would be the applicant of the template.
            raise _unusable(path, "has no column applicant.reference, which tells the applicants apart", 1)
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            where = f"{path}, row {rows.line_num}"
            if len(row) != len(columns):
                why = f"has {counted(len(row), 'cell')} instead of {len(columns)}"
                yield Text(where, Problem("", 1, 0, why), template.parent, _at(rows.line_num))
                continue
            data, numbers = copy.deepcopy(base.data), dict(base.numbers)
            for name, place, cell in zip(columns, places, row, strict=True):
                # An empty cell leaves the template as it is, but for its name.
                if (cell.strip() or place == _REFERENCE) and not _put(data, place, _typed(cell.strip())):
                    raise _unusable(path, f"the template has no place {name}", 1)
                if cell.strip():
                    numbers[tuple(place)] = cell.strip()
            # Not by way of text: to read a thousand takes half a minute.
            read = Source(where, data=data, numbers=numbers)
            yield Text(where, read, template.parent, _at(rows.line_num))
    except UnicodeDecodeError:
        raise _unusable(path, "is not text in UTF-8") from None
    except csv.Error as error:
        raise _unusable(path, f"is no CSV: {error}") from None


def _at(line: int) -> Moved:
    return lambda problem: replace(problem, line=line, column=0)


def _separator(text: str) -> str:
    """What stands between the cells. No column's name has any of these in it."""
    return max(",;\t", key=text.partition("\n")[0].count)


def _place(path: Path, name: str, column: int) -> list[str | int]:
    place: list[str | int] = []
    for part in name.split("."):
        match = _PART.fullmatch(part)
        if match is None:
            # Not the name: where the header is missing, it is somebody's data.
            why = f"the name of column {column} is no place in a dossier, such as documents[0].number"
            raise _unusable(path, f"{why}; commas, semicolons or tabs stand between columns", 1)
        place.append(match[1])
        place += [int(index) for index in re.findall(r"[0-9]+", match[2])]
    return place


def _typed(cell: str) -> Data:
    # Where text is wanted, a number is taken as it was written.
    if _NUMBER.fullmatch(cell):
        return int(cell)
    return cell == "true" if cell in ("true", "false") else cell


def _put(data: Data, place: list[str | int], value: Data) -> bool:
    """Put a value at a place; sections that are not there are made. False where that cannot be."""
    for number, part in enumerate(place):
        last = number == len(place) - 1
        if isinstance(part, int):
            if not isinstance(data, list) or part >= len(data):
                return False
            if last:
                data[part] = value
            data = data[part]
        else:
            if not isinstance(data, dict):
                return False
            if last:
                data[part] = value
            elif part not in data:
                data[part] = cast("Data", {})
            data = data[part]
    return True


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        why = "does not exist" if missing else f"cannot be read: {error.strerror}"
        raise _unusable(path, why) from None


def _unusable(path: Path, why: str, line: int = 0) -> DossierError:
    return DossierError([Problem("", line, 0, why)], source=str(path))


__all__ = ["Dossiers", "Text", "read", "run_id"]
