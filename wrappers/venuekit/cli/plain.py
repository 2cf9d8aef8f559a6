"""Text from elsewhere, made fit for a terminal."""

from __future__ import annotations


def printable(text: str) -> str:
    """The same text without control characters other than line ends: a venue's answer must not drive the terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)
