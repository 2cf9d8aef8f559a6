"""Read a dossier: the file with all that is known about one applicant, as the generated `Dossier` model.

Whatever is wrong with a file ends in one `DossierError` that lists every problem at once, each with its line, its
place, what is expected there, and never with the value that was found, which may be a secret.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from pydantic import PrivateAttr, ValidationError
from pydantic_core import ErrorDetails

from venuekit.recipes.checks import VENUES, findings, listed_venues
from venuekit.recipes.expected import Expectations, said
from venuekit.recipes.passwords import users_of_login
from venuekit.recipes.secret_checks import secret_findings
from venuekit.recipes.secrets import anchored, resolve, secret_fields, written
from venuekit.recipes.yaml_source import Data, Loc, Source, dotted, read_source
from venuekit.transport.errors import ConfigurationError, DossierError, Problem
from venuekit_schemas.dossier import Dossier

__all__ = [
    "VENUES",
    "Dossier",
    "check",
    "listed_venues",
    "load_dossier",
    "load_dossier_source",
    "load_dossier_text",
    "missing_secrets",
    "read_dossier",
]


class _ReadDossier(Dossier):
    """A dossier that remembers where everything stands in its file."""

    _source: Source = PrivateAttr(default_factory=lambda: Source("dossier"))

    @property
    def source(self) -> Source:
        return self._source

    def remember(self, source: Source) -> None:
        self._source = source


def load_dossier(
    path: str | Path,
    *,
    venues: Sequence[str] | None = None,
    today: date | None = None,
    with_signer: bool = False,
) -> Dossier:
    """Read and check a dossier (YAML or JSON).

    Relative document paths and `file:` references start at the folder of the file and come back absolute. With
    `venues`, rules of other venues are left out. `today` stands in for the current date (UTC). `with_signer`: the
    wallet's key is not in the dossier, because `onboard` is given a `signer`.

    Raises DossierError with every problem of the file: syntax, unknown and double keys, missing and malformed values,
    and the rules of `check`. Secrets are not looked up here, see `missing_secrets`.
    """
    return load_dossier_text(
        _content(Path(path)),
        name=str(path),
        folder=Path(path).parent,
        venues=venues,
        today=today,
        with_signer=with_signer,
    )


def load_dossier_text(
    content: bytes,
    *,
    name: str,
    folder: Path,
    venues: Sequence[str] | None = None,
    today: date | None = None,
    with_signer: bool = False,
) -> Dossier:
    """Like `load_dossier`, of a text that did not come from a file of its own. `name` is what problems are told under."""
    source, _ = _read(content, name)
    return load_dossier_source(source, folder=folder, venues=venues, today=today, with_signer=with_signer)


def load_dossier_source(
    source: Source,
    *,
    folder: Path,
    venues: Sequence[str] | None = None,
    today: date | None = None,
    with_signer: bool = False,
) -> Dossier:
    """Like `load_dossier`, of what was read already; its data are a mapping."""
    _known(venues)
    data = source.data if isinstance(source.data, dict) else {}
    problems = list(source.problems)
    dossier, structural = _validate(data, source=source, folder=folder)
    problems += structural.problems
    if dossier is not None:
        for finding in findings(dossier, venues=venues, today=today or _today(), with_signer=with_signer):
            if not structural.invented_any(finding.loc, *finding.also):
                problems.append(source.problem(finding.loc, finding.message, finding.expected))
    if problems or dossier is None:
        raise DossierError(_in_order(problems), source=source.name)
    return dossier


def read_dossier(path: str | Path) -> Dossier:
    """Like `load_dossier`, but without the rules of `check`: only what the schema asks for."""
    source, data = _read(_content(Path(path)), str(path))
    dossier, structural = _validate(data, source=source, folder=Path(path).parent)
    problems = [*source.problems, *structural.problems]
    if problems or dossier is None:
        raise DossierError(_in_order(problems), source=source.name)
    return dossier


def check(
    dossier: Dossier,
    *,
    venues: Sequence[str] | None = None,
    today: date | None = None,
    folder: Path | None = None,
    with_signer: bool = False,
    env: str = "sandbox",
    durable: bool = True,
) -> tuple[Problem, ...]:
    """What the schema cannot say: expired or missing documents, a venue without what it needs, contradictions.

    With `venues`, only what matters for these. Relative document paths start at `folder`. `with_signer` as in
    `load_dossier`. `env` is where the dossier will be run. Only a `durable` run does without `login.password`. Lines are
    0 for a dossier that was not read from a file.
    """
    _known(venues)
    place = placer(dossier)
    found = findings(
        _in_folder(dossier, folder) if folder is not None else dossier,
        venues=venues,
        today=today or _today(),
        with_signer=with_signer,
        env=env,
        durable=durable,
    )
    return _in_order([place(f.loc, f.message, f.expected) for f in found])


def missing_secrets(
    dossier: Dossier, *, allow_literal: bool, venues: Sequence[str] | None = None, with_signer: bool = False
) -> tuple[Problem, ...]:
    """Every secret that cannot be had, or cannot be right, for the venues chosen.

    Unset variables, unreadable files, forbidden literals; a private key that is none, or is not that of the wallet; a
    password against the rules that a venue publishes. `with_signer` as in `load_dossier`.
    """
    _known(venues)
    chosen = [name for name in listed_venues(dossier) if venues is None or name in venues]
    place = placer(dossier)
    problems: list[Problem] = []
    for loc, secret in secret_fields(dossier):
        if not _matters(loc, dossier, chosen) or (with_signer and loc[0] == "wallet"):
            continue
        try:
            value = resolve(secret, allow_literal=allow_literal, where="")
        except ConfigurationError as error:
            problems.append(place(loc, str(error).removeprefix(": "), ""))
            continue
        for finding in secret_findings(loc, value, dossier, chosen):
            problems.append(place(finding.loc, finding.message, finding.expected))
    return _in_order(problems)


def require(
    dossier: Dossier,
    *,
    venues: Sequence[str],
    allow_literal: bool,
    folder: Path,
    today: date,
    with_signer: bool,
    env: str,
    durable: bool,
) -> None:
    """Raise DossierError with all that `check` and `missing_secrets` find."""
    problems = [
        *check(
            dossier,
            venues=venues,
            today=today,
            folder=folder,
            with_signer=with_signer,
            env=env,
            durable=durable,
        ),
        *missing_secrets(dossier, allow_literal=allow_literal, venues=venues, with_signer=with_signer),
    ]
    if problems:
        name = dossier.source.name if isinstance(dossier, _ReadDossier) else "dossier"
        raise DossierError(_in_order(problems), source=name)


def _in_folder(dossier: Dossier, folder: Path) -> Dossier:
    copied = dossier.model_copy(deep=True)
    for document in copied.documents:
        for file in document.files:
            file.path = str(folder / file.path)
    return copied


def _matters(loc: Loc, dossier: Dossier, chosen: Sequence[str]) -> bool:
    match loc:
        case ("venues", str(name), *_):
            return name in chosen
        case ("wallet", *_):
            return "rabbitx" in chosen
        case ("login", *_):
            return bool(users_of_login(dossier, chosen))
        case _:
            return True


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError)
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a usable path"
        message = "the file does not exist" if missing else f"the file cannot be read: {reason}"
        raise DossierError([Problem("", 0, 0, message, "the path of a dossier")], source=str(path)) from None


def _read(content: bytes, name: str) -> tuple[Source, dict[str, Data]]:
    source = read_source(content, name=name)
    if not isinstance(source.data, dict):
        if not source.problems:
            source.problems.append(
                Problem("", 1, 1, "the file is not a mapping", "keys and values, from version: 1 on")
            )
        raise DossierError(_in_order(source.problems), source=name)
    return source, source.data


class _Structure:
    """Problems of the structure, and which places were filled with samples to go on looking."""

    def __init__(self, bad: set[Loc]) -> None:
        self.problems: list[Problem] = []
        self._invented = set(bad)

    def invent(self, loc: Loc) -> None:
        self._invented.add(loc)

    def invented_any(self, *locs: Loc) -> bool:
        """Whether something at, in or around `locs` was invented."""
        return any(loc[: len(i)] == i or i[: len(loc)] == loc for loc in locs for i in self._invented)


def _validate(data: dict[str, Data], *, source: Source, folder: Path) -> tuple[Dossier | None, _Structure]:
    """The model, and what is wrong with the structure.

    When something is wrong, samples of the schema stand in for it, so that the rules beyond the schema can still be
    checked on all the rest. The model is then for checking only; None if even that fails.
    """
    structure = _Structure(source.bad)
    expectations: Expectations | None = None
    work: dict[str, Data] = copy.deepcopy(data)
    for _ in range(_ROUNDS):
        try:
            _parse(work)
        except ValidationError as error:
            expectations = expectations or Expectations(Dossier)
            details = error.errors(include_url=False, include_input=False)
            # A number where text is wanted is taken as it was written, which loses nothing.
            wrong = [detail for detail in details if not _taken_as_written(work, detail, source)]
            # Samples that do not fit are nobody's fault; say nothing about them.
            for detail in [d for d in wrong if not structure.invented_any(d["loc"])]:
                structure.problems.append(_problem(detail, source=source, expectations=expectations))
            for detail in wrong:
                structure.invent(detail["loc"])
                _mend(work, detail, expectations)
        else:
            return _anchored(work, source=source, folder=folder), structure
    return None, structure


# Each round mends one level of the file; the schema is not deeper than this.
_ROUNDS = 8


def _parse(data: dict[str, Data]) -> _ReadDossier:
    # Strict, from JSON: "yes" is no boolean and "3" no number, but a date is text.
    return _ReadDossier.model_validate_json(json.dumps(data), strict=True)


def _anchored(data: dict[str, Data], *, source: Source, folder: Path) -> Dossier:
    """The model with every relative path made absolute."""
    dossier = _parse(data)
    for loc, secret in list(secret_fields(dossier)):
        _put(data, loc, written(anchored(secret, folder.absolute())))
    for i, document in enumerate(dossier.documents):
        for j, file in enumerate(document.files):
            absolute = folder.absolute() / Path(file.path).expanduser()
            _put(data, ("documents", i, "files", j, "path"), str(absolute))
    dossier = _parse(data)
    dossier.remember(source.without_values())
    return dossier


def _taken_as_written(data: dict[str, Data], detail: ErrorDetails, source: Source) -> bool:
    text = source.numbers.pop(detail["loc"], None)
    if detail["type"] != "string_type" or text is None:
        return False
    _put(data, detail["loc"], text)
    return True


def _mend(data: dict[str, Data], detail: ErrorDetails, expectations: Expectations) -> None:
    if detail["type"] == "extra_forbidden":
        _remove(data, detail["loc"])
    elif detail["loc"]:
        _put(data, detail["loc"], expectations.sample(detail["loc"]))


def _put(data: Data, loc: Loc, value: Data) -> None:
    parent = _parent(data, loc)
    if isinstance(parent, dict):
        parent[str(loc[-1])] = value
    elif isinstance(parent, list) and isinstance(loc[-1], int):
        parent[loc[-1]] = value


def _remove(data: Data, loc: Loc) -> None:
    parent = _parent(data, loc)
    if isinstance(parent, dict):
        parent.pop(str(loc[-1]), None)


def _parent(data: Data, loc: Loc) -> Data:
    for part in loc[:-1]:
        if isinstance(data, dict):
            data = data.get(str(part))
        elif isinstance(data, list) and isinstance(part, int):
            data = data[part]
    return data


def _problem(detail: ErrorDetails, *, source: Source, expectations: Expectations) -> Problem:
    kind, loc = detail["type"], detail["loc"]
    if kind == "extra_forbidden":
        near = expectations.near(loc)
        message = f"is not a known key; did you mean {near}?" if near else "is not a known key"
        return source.problem(loc, message, "one of " + ", ".join(expectations.names(loc[:-1])), at_key=True)
    return source.problem(loc, said(kind), expectations.at(loc))


def _known(venues: Sequence[str] | None) -> None:
    unknown = sorted(set(venues or ()) - set(VENUES))
    if unknown:
        raise ConfigurationError(f"unknown venue: {', '.join(unknown)}; one of {', '.join(VENUES)}")


def placer(dossier: Dossier) -> Callable[[Loc, str, str], Problem]:
    """What makes a problem of a place, a message and what is expected; with its line where the dossier was a file."""
    if isinstance(dossier, _ReadDossier):
        return dossier.source.problem
    return lambda loc, message, expected: Problem(dotted(loc), 0, 0, message, expected)


def _in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (p.line, p.column, p.path)))


def _today() -> date:
    return datetime.now(UTC).date()
