"""Where this package may keep files of its own."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

__all__ = ["config_folder", "data_folder", "readable_by_others"]


def config_folder(environ: Mapping[str, str] = os.environ, *, platform: str = sys.platform) -> Path:
    """The folder for settings of this user, as the platform has it. It need not exist."""
    home = Path(environ["HOME"]) if environ.get("HOME") else Path.home()
    if platform == "win32":
        return Path(environ.get("APPDATA") or home / "AppData" / "Roaming") / "venuekit"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "venuekit"
    return Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "venuekit"


def data_folder(environ: Mapping[str, str] = os.environ, *, platform: str = sys.platform) -> Path:
    """The folder for data of this user, as the platform has it. It need not exist."""
    home = Path(environ["HOME"]) if environ.get("HOME") else Path.home()
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "venuekit"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "venuekit"
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "venuekit"


def readable_by_others(path: Path) -> bool:
    """Whether somebody else than the owner may read a file. Never on Windows, which has no such modes."""
    return os.name == "posix" and bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))
