"""A terminal screen in memory: just what a live table on a terminal needs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_TOKEN = re.compile(
    r"\x1b\[(?P<numbers>[?\d;]*)(?P<command>[A-Za-z])|(?P<control>[\r\n])|(?P<text>[^\x1b\r\n])"
)
_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")


@dataclass(frozen=True, slots=True)
class Style:
    """How a character looks."""

    color: str = ""
    bold: bool = False
    dim: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one style, from `column` on."""

    column: int
    text: str
    style: Style


class Screen:
    """Takes what a program writes, and has lines of styled text. It does not scroll: it grows."""

    def __init__(self) -> None:
        self._cells: list[dict[int, tuple[str, Style]]] = [{}]
        self._row = 0
        self._column = 0
        self._style = Style()

    def feed(self, written: str) -> None:
        """Apply output. An escape sequence must not be cut in two."""
        for token in _TOKEN.finditer(written):
            if token["text"]:
                self._cells[self._row][self._column] = (token["text"], self._style)
                self._column += 1
            elif token["control"] == "\r":
                self._column = 0
            elif token["control"] == "\n":
                self._row += 1
                while len(self._cells) <= self._row:
                    self._cells.append({})
            else:
                self._escape(token["command"], token["numbers"])

    def lines(self) -> tuple[tuple[Run, ...], ...]:
        """The lines from the top to the last one with something on it."""
        lines = [tuple(_runs(cells)) for cells in self._cells]
        while lines and not lines[-1]:
            lines.pop()
        return tuple(lines)

    def _escape(self, command: str, numbers: str) -> None:
        values = [int(number) for number in numbers.split(";") if number.isdigit()]
        match command:
            case "A":
                self._row = max(0, self._row - (values[0] if values else 1))
            case "K":
                cells = self._cells[self._row]
                whole = values[:1] == [2]
                for column in [c for c in cells if whole or c >= self._column]:
                    del cells[column]
            case "m":
                for value in values or [0]:
                    self._style = _styled(self._style, value)
            case "h" | "l":  # the cursor is shown or hidden
                pass
            case _:
                raise ValueError(f"this screen does not know ESC [ {numbers}{command}")


def _styled(style: Style, value: int) -> Style:
    match value:
        case 0:
            return Style()
        case 1:
            return replace(style, bold=True)
        case 2:
            return replace(style, dim=True)
        case 3:
            return replace(style, italic=True)
        case _ if 30 <= value <= 37:
            return replace(style, color=_NAMES[value - 30])
        case 39:
            return replace(style, color="")
        case _:
            raise ValueError(f"this screen does not know style {value}")


def _runs(cells: dict[int, tuple[str, Style]]) -> list[Run]:
    runs: list[Run] = []
    for column in sorted(cells):
        character, style = cells[column]
        last = runs[-1] if runs else None
        if last is not None and last.style == style and last.column + len(last.text) == column:
            runs[-1] = replace(last, text=last.text + character)
        else:
            runs.append(Run(column, character, style))
    return [run for run in runs if run.text.strip()]
