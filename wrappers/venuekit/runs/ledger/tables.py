"""The tables of the ledger, for SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import sqlalchemy as sa

SCHEMA_VERSION: Final = 2
# What leads to each version from the one before, in SQL of both databases. New tables are made without.
MIGRATIONS: Final[Mapping[int, Sequence[str]]] = {
    2: ["alter table venuekit_workers add column place text not null default ''"],
}

metadata = sa.MetaData()

meta = sa.Table(
    "venuekit_meta",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

runs = sa.Table(
    "venuekit_runs",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    # A keyed digest: tells two runs of one applicant together without naming the applicant.
    sa.Column("applicant", sa.Text, nullable=False, index=True),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("options", sa.Text, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("dossier", sa.Text),
)

cases = sa.Table(
    "venuekit_cases",
    metadata,
    sa.Column("run", sa.Text, primary_key=True),
    sa.Column("venue", sa.Text, primary_key=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("raw_status", sa.Text, nullable=False, default=""),
    sa.Column("leg", sa.Integer, nullable=False),
    sa.Column("due", sa.Float, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("fence", sa.Integer, nullable=False),
    sa.Column("worker", sa.Text, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("updated_at", sa.Float, nullable=False),
    sa.Column("waiting", sa.Text, nullable=False),
    sa.Column("failed_step", sa.Text, nullable=False),
    sa.Column("error", sa.Text),
    sa.Index("venuekit_cases_by_state", "state", "due"),
)

attempts = sa.Table(
    "venuekit_attempts",
    metadata,
    sa.Column("run", sa.Text, primary_key=True),
    sa.Column("venue", sa.Text, primary_key=True),
    sa.Column("step", sa.Text, primary_key=True),
    sa.Column("operation", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("fence", sa.Integer, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("started_at", sa.Float, nullable=False),
    sa.Column("finished_at", sa.Float),
    sa.Column("outcome", sa.Text),
)

interactions = sa.Table(
    "venuekit_interactions",
    metadata,
    sa.Column("run", sa.Text, primary_key=True),
    sa.Column("venue", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("asked_at", sa.Float, nullable=False),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("answered_at", sa.Float),
    sa.Column("answered_by", sa.Text, nullable=False),
    sa.Column("answer", sa.Text),
)

secrets = sa.Table(
    "venuekit_secrets",
    metadata,
    sa.Column("run", sa.Text, primary_key=True),
    sa.Column("venue", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("kept_at", sa.Float, nullable=False),
)

events = sa.Table(
    "venuekit_events",
    metadata,
    # INTEGER, as SQLite numbers no other type by itself.
    sa.Column(
        "number",
        sa.BigInteger().with_variant(sa.Integer, "sqlite"),
        primary_key=True,
        autoincrement=True,
    ),
    sa.Column("run", sa.Text, nullable=False),
    sa.Column("venue", sa.Text, nullable=False),
    sa.Column("at", sa.Float, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("operation", sa.Text, nullable=False),
    sa.Column("worker", sa.Text, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("detail", sa.Text, nullable=False),
    sa.Index("venuekit_events_by_run", "run", "number"),
    sqlite_autoincrement=True,
)

workers = sa.Table(
    "venuekit_workers",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("started_at", sa.Float, nullable=False),
    sa.Column("beat_at", sa.Float, nullable=False),
    # The process that it is.
    sa.Column("place", sa.Text, nullable=False, server_default=""),
)
