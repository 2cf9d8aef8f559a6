"""Transactions by the database's driver alone, for what a leg does again and again.

SQLAlchemy takes several times as long around a statement as the database takes for it. Here it writes the text of each
statement once, and lends its connections; the driver does the rest.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.dialects import sqlite


class Found:
    """The rows of a statement, with the few methods of SQLAlchemy's results that are used here."""

    __slots__ = ("_cursor", "_make")

    def __init__(self, cursor: Any, make: Callable[[Any], Any]) -> None:
        self._cursor = cursor
        self._make = make

    def one_or_none(self) -> Any:
        """The only row, or None."""
        row = self._cursor.fetchone()
        return None if row is None else self._make(row)

    def one(self) -> Any:
        """The only row."""
        return self._make(self._cursor.fetchone())

    def scalar(self) -> Any:
        """The first column of the only row, or None."""
        row = self._cursor.fetchone()
        return None if row is None else row[0]

    def __iter__(self) -> Iterator[Any]:
        return map(self._make, self._cursor.fetchall())


class Direct:
    """A transaction. Takes statements whose every value is a named parameter, and knows them by identity."""

    __slots__ = ("_driver", "_texts")

    def __init__(self, driver: Any, texts: Texts) -> None:
        self._driver = driver
        self._texts = texts

    def execute(self, statement: sa.sql.ClauseElement, values: Mapping[str, Any]) -> Found:
        """Run a statement."""
        text, make = self._texts.of(statement)
        return Found(self._driver.execute(text, values), make)


class Texts:
    """Statements as the driver wants them."""

    def __init__(self, dialect: sa.Dialect) -> None:
        self._dialect = sqlite.dialect(paramstyle="named") if dialect.name == "sqlite" else dialect
        self._known: dict[sa.sql.ClauseElement, tuple[str, Callable[[Any], Any]]] = {}

    def of(self, statement: sa.sql.ClauseElement) -> tuple[str, Callable[[Any], Any]]:
        """The text of a statement, and what makes a row of what the driver yields."""
        known = self._known.get(statement)
        if known is None:
            make: Callable[[Any], Any] = tuple
            if isinstance(statement, sa.Select):
                row: Any = namedtuple("Row", statement.selected_columns.keys())  # type: ignore[misc]  # pyright: ignore[reportUntypedNamedTuple]
                make = row._make
            known = self._known[statement] = str(statement.compile(dialect=self._dialect)), make
        return known


class Directly:
    """Begins such transactions on the connections of an engine."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._texts = Texts(engine.dialect)
        self._sqlite: Final = engine.dialect.name == "sqlite"

    @contextmanager
    def begin(self, *, writing: bool) -> Generator[Direct, None, None]:
        """A transaction; committed at the end of the block. The driver's errors come as SQLAlchemy's."""
        dialect = self._engine.dialect
        errors = dialect.loaded_dbapi.Error
        link = None
        try:
            link = self._engine.raw_connection()
            driver: Any = link.driver_connection
            if self._sqlite:
                # See `connect.begin`; PostgreSQL's driver begins by itself.
                driver.execute("begin immediate" if writing else "begin")
            yield Direct(driver, self._texts)
            driver.commit()
        except errors as error:
            gone = link is not None and dialect.is_disconnect(error, link.driver_connection, None)
            if link is not None and gone:
                link.invalidate(error)
            # The statement may hold what is personal: it is not told.
            raise exc.DBAPIError.instance(
                None, None, error, errors, hide_parameters=True, connection_invalidated=gone, dialect=dialect
            ) from None
        finally:
            # What was not committed is rolled back.
            if link is not None and link.is_valid:
                link.close()
