"""Where this package may keep files of its own."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from venuekit.transport.errors import ConfigurationError

__all__ = ["config_folder", "data_folder", "readable_by_others", "require_home"]


def config_folder(environ: Mapping[str, str] = os.environ, *, platform: str = sys.platform) -> Path:
    """The folder for settings of this user, as the platform has it. It need not exist.

    Raises ConfigurationError where nobody knows whose it is: without HOME.
    """
    if platform == "win32":
        return Path(environ.get("APPDATA") or _home(environ, platform) / "AppData" / "Roaming") / "venuekit"
    if platform == "darwin":
        return _home(environ, platform) / "Library" / "Application Support" / "venuekit"
    return Path(environ.get("XDG_CONFIG_HOME") or _home(environ, platform) / ".config") / "venuekit"


def data_folder(environ: Mapping[str, str] = os.environ, *, platform: str = sys.platform) -> Path:
    """The folder for data of this user, as the platform has it. It need not exist.

    Raises ConfigurationError where nobody knows whose it is: without HOME.
    """
    if platform == "win32":
        return (
            Path(environ.get("LOCALAPPDATA") or _home(environ, platform) / "AppData" / "Local") / "venuekit"
        )
    if platform == "darwin":
        return _home(environ, platform) / "Library" / "Application Support" / "venuekit"
    return Path(environ.get("XDG_DATA_HOME") or _home(environ, platform) / ".local" / "share") / "venuekit"


def require_home(folder: Path, environ: Mapping[str, str] = os.environ) -> None:
    """Raise ConfigurationError when `folder` is in a HOME that does not exist: it would be made in a wrong place."""
    home = environ.get("HOME")
    if home and folder.is_relative_to(home) and not Path(home).is_dir():
        raise ConfigurationError(f"HOME is {home}, which does not exist: {_INSTEAD}")


def _home(environ: Mapping[str, str], platform: str) -> Path:
    if environ.get("HOME"):
        return Path(environ["HOME"])
    if platform == "win32":
        return Path.home()
    raise ConfigurationError(f"HOME is not set: {_INSTEAD}")


def readable_by_others(path: Path) -> bool:
    """Whether somebody else than the owner may read a file. Never on Windows, which has no such modes."""
    return os.name == "posix" and bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


_INSTEAD = "set it, or say by options or variables where the database and the key are to be"
