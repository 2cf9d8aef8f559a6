"""All five durable onboardings: no secret and nothing personal in the database's files, dumps, logs and events."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from tests.canary.exits import Exits, watched
from tests.canary.seeds import SECRETS, Secrets
from tests.playground import Playground
from tests.runs.databases import new_url
from venuekit.recipes.dossier import load_dossier
from venuekit.runs.durable.opening import open_runs
from venuekit.runs.durable.service import Runs
from venuekit_schemas.dossier import Dossier


def personal(dossier: Dossier) -> set[str]:
    """Whatever the dossier says of a person that is long enough to be looked for."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for item in value.values():
                walk(item)
        elif isinstance(value, list | tuple):
            for item in value:
                walk(item)
        elif isinstance(value, str) and len(value) >= 5:
            found.add(value)

    document = dossier.model_dump(mode="json")
    for section in ("applicant", "login", "wallet"):
        walk(document.get(section))
    return found


def dump(url: str) -> str:
    """Every row of every table of the database, also of the engine's."""
    engine = sa.create_engine(url)
    lines: list[str] = []
    with engine.connect() as db:
        for schema in sa.inspect(engine).get_schema_names():
            if schema in ("information_schema",):
                continue
            for table in sa.inspect(engine).get_table_names(schema=schema):
                rows = db.execute(sa.text(f'select * from "{schema}"."{table}"'))
                lines += [f"{table}: {tuple(row)!r}" for row in rows]
    engine.dispose()
    return "\n".join(lines)


def onboarded(runs: Runs, dossier: Dossier, playground: Playground, exits: Exits, folder: Path) -> str:
    person = playground.person(wrong={"sms-code": "31415926535", "phone-code": "27182818284"})
    run = runs.submit(dossier, urls=playground.urls, folder=folder)
    with runs.worker(on_event=lambda name, event: exits.show("event", (name, event))):
        while True:
            found = runs.wait(run, timeout=300)
            waiting = [case for case in found.cases if case.waiting]
            for case in waiting:
                assert case.waiting is not None
                exits.show("interaction", case.waiting)
                value = person(case.waiting)
                runs.answer(run, case.waiting.name, str(value), venue=case.venue)
            if found.settled and not waiting:
                break
    exits.show("run", runs.show(run))
    exits.show("credentials", runs.credentials(run))
    exits.show("runs", runs)
    exits.show("ledger", runs.ledger)
    for line in runs.events(run):
        exits.show("history", line)
    for row in runs.ledger.cases(run):
        exits.show("row", row)
    for asked in runs.ledger.interactions(run):
        exits.show("asked", asked)
    assert runs.show(run).active, [(case.venue, str(case.error)) for case in runs.show(run).cases]
    return run


@pytest.mark.parametrize("kind", ["file", "postgresql"])
def test_the_five_durable_onboardings(
    kind: str, canary_playground: Playground, canary_dossier: Path, secrets: Secrets, tmp_path: Path
) -> None:
    url = new_url(kind, tmp_path / "database")
    dossier = load_dossier(canary_dossier)
    texts: dict[str, str] = {}
    with watched() as exits:
        with open_runs(url, key=SECRETS["store-key"]) as runs:
            run = onboarded(runs, dossier, canary_playground, exits, canary_dossier.parent)
            # While it is open, so that what is in the log files of the database is seen as well.
            if kind == "file":
                for file in (tmp_path / "database").iterdir():
                    texts[f"file {file.name}"] = file.read_bytes().decode("latin-1")
            clear = url if kind == "file" else url.replace("postgresql://", "postgresql+psycopg://")
            texts["dump"] = dump(clear)
            kept: Any = {
                venue: {n: s.reveal() for n, s in found.items()}
                for venue, found in runs.credentials(run).items()
            }
            runs.purge(dossier.applicant.reference)
            assert not any(runs.credentials(run).values())
            texts["dump after purge"] = dump(clear)
    texts |= exits.texts
    assert ("file runs.sqlite-wal" in texts) == (kind == "file") and "venuekit_secrets" in texts["dump"]
    assert "venuekit_secrets" not in texts["dump after purge"]
    for found in kept.values():
        for name, value in found.items():
            if name not in ("uid", "email", "username", "account_id", "account", "user_id"):
                secrets.add(f"credential {name}", value)
    assert len(secrets.kinds) > len(SECRETS) + 20, "the traffic was seen"
    assert not (leaks := secrets.found_in(texts)), "\n".join(leaks[:40])
    stored = {place: text for place, text in texts.items() if place.startswith(("file", "dump", "history"))}
    told = {value for value in personal(dossier) if value.strip("*")}
    assert len(told) >= 8
    shown = sorted((value, place) for value in told for place, text in stored.items() if value in text)
    assert not shown, shown[:20]
