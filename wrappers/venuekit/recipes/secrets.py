"""Secrets of a dossier: by reference (`env:NAME`, `file:PATH`) or, in the sandbox only, as they are.

Messages name the place and the reference. They never contain a secret.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias, cast

from pydantic import BaseModel, SecretStr

from venuekit.recipes.yaml_source import Loc
from venuekit.transport.errors import ConfigurationError

_ENV, _FILE = "env:", "file:"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_MAX_BYTES = 65_536

# How the generated models hold a secret.
SecretField: TypeAlias = SecretStr


def resolve(
    secret: SecretField,
    *,
    allow_literal: bool,
    where: str,
    environ: Mapping[str, str] | None = None,
) -> str:
    """The secret in clear.

    `where` is its place for messages, e.g. `login.password`. `environ` stands in for the process environment.
    Raises ConfigurationError when the reference leads nowhere, or for a literal where `allow_literal` is false.
    """
    text = written(secret)
    if text.startswith(_ENV):
        return _from_environment(text, where=where, environ=os.environ if environ is None else environ)
    if text.startswith(_FILE):
        return _from_file(text, where=where)
    if not allow_literal:
        raise ConfigurationError(
            f"{where}: a secret in clear is accepted in the sandbox only; "
            "write env:NAME (an environment variable) or file:PATH (a file) instead"
        )
    return text


def written(secret: SecretField) -> str:
    """What the dossier says: a reference, or the secret itself. Not for messages."""
    return secret.get_secret_value()


def secret_fields(model: BaseModel, *, at: Loc = ()) -> Iterator[tuple[Loc, SecretField]]:
    """Every secret in a model, with its place."""
    for name in type(model).model_fields:
        yield from _secrets_of(getattr(model, name), (*at, name))


def anchored(secret: SecretField, folder: Path) -> SecretStr:
    """The same secret with a relative `file:` reference made absolute, starting at `folder`."""
    text = written(secret)
    if text.startswith(_FILE):
        text = f"{_FILE}{folder / Path(text.removeprefix(_FILE)).expanduser()}"
    return SecretStr(text)


def _secrets_of(value: object, at: Loc) -> Iterator[tuple[Loc, SecretField]]:
    if isinstance(value, SecretStr):
        yield at, value
    elif isinstance(value, BaseModel):
        yield from secret_fields(value, at=at)
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            yield from _secrets_of(item, (*at, index))


def _from_environment(reference: str, *, where: str, environ: Mapping[str, str]) -> str:
    name = reference.removeprefix(_ENV)
    if not _NAME.fullmatch(name):
        raise ConfigurationError(f"{where}: env: must be followed by the name of an environment variable")
    value = environ.get(name)
    if value is None:
        raise ConfigurationError(
            f"{where}: the environment variable {name} is not set (referred to as {reference})"
        )
    if not value:
        raise ConfigurationError(
            f"{where}: the environment variable {name} is empty (referred to as {reference})"
        )
    return value


def _from_file(reference: str, *, where: str) -> str:
    path = Path(reference.removeprefix(_FILE)).expanduser()
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise ConfigurationError(
            f"{where}: the file {path} does not exist (referred to as {_FILE}…)"
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a usable path"
        raise ConfigurationError(f"{where}: the file {path} cannot be read: {reason}") from None
    if len(content) > _MAX_BYTES:
        raise ConfigurationError(
            f"{where}: the file {path} is larger than 64 KB; it holds more than one secret"
        )
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise ConfigurationError(f"{where}: the file {path} is not text in UTF-8") from None
    text = text.removesuffix("\n").removesuffix("\r")
    if not text:
        raise ConfigurationError(f"{where}: the file {path} is empty")
    return text
