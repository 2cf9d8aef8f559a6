"""Text from elsewhere, made fit for a terminal."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Such as `1 run`, `2 runs`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def printable(text: str) -> str:
    """The same text without control characters other than line ends: a venue's answer must not drive the terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)
