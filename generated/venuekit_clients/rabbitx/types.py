# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Types that the generated modules share."""

import re
from collections.abc import Mapping, MutableMapping
from http import HTTPStatus
from typing import IO, Any, BinaryIO, Generic, Literal, TypeVar, cast

from attrs import define, field


class Unset:
    """The type of UNSET: a field or argument that was not given and is not sent."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Unset = Unset()


def masked(value: object) -> str:
    """The repr of a secret: `***`, or UNSET or None where there is nothing to hide."""
    return repr(value) if value is None or isinstance(value, Unset) else "***"


# Names whose values do not show, compared without separators.
_SECRET = re.compile(
    "password|passwd|passphrase|secret|token|jwt|signature|csrf|otp|cookie|authorization|credential|key|captcha|session"
    "|barcode|licen[cs]e|verificationcode|^code$|^pin$"
)


class _Stars:
    def __repr__(self) -> str:
        return "***"


def masked_within(value: object) -> str:
    """The repr of a value that the specification gives no type: what is in it under a secret's name is `***`."""
    return repr(_without_secrets(value))


def _without_secrets(value: object) -> object:
    if isinstance(value, list):
        return [_without_secrets(item) for item in cast("list[object]", value)]
    if isinstance(value, Mapping):
        members = cast("Mapping[object, object]", value)
        return {
            name: _Stars() if inner is not None and _is_secret(str(name)) else _without_secrets(inner)
            for name, inner in members.items()
        }
    return value


def _is_secret(name: str) -> bool:
    return _SECRET.search(re.sub("[^a-z0-9]", "", name.lower())) is not None


def masked_values(values: Mapping[str, object]) -> str:
    """The repr of fields that the specification does not know: their names, never their values."""
    return "{" + ", ".join(f"{key!r}: ***" for key in values) + "}"


def checked_list(value: Any) -> Any:
    """A list whose items are taken as they come. TypeError for anything else: a null would break far from here."""
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value


def http_status(code: int) -> HTTPStatus | int:
    """The named status, or the bare number where Python has no name for it."""
    try:
        return HTTPStatus(code)
    except ValueError:
        return code


# The types that `httpx.Client(files=)` can accept, copied from that library.
FileContent = IO[bytes] | bytes | str
FileTypes = (
    # (filename, file (or bytes), content_type)
    tuple[str | None, FileContent, str | None]
    # (filename, file (or bytes), content_type, headers)
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]


@define
class File:
    """A file to upload."""

    payload: BinaryIO = field(repr=False)
    file_name: str | None = None
    mime_type: str | None = None

    def to_tuple(self) -> FileTypes:
        """The form in which httpx takes a file of a multipart body."""
        return self.file_name, self.payload, self.mime_type


T = TypeVar("T")


@define
class Response(Generic[T]):
    """An answer of an endpoint, with the raw body beside the parsed one."""

    status_code: HTTPStatus | int
    content: bytes = field(repr=False)
    headers: MutableMapping[str, str] = field(repr=False)
    parsed: T | None


__all__ = [
    "UNSET",
    "File",
    "FileTypes",
    "RequestFiles",
    "Response",
    "Unset",
    "checked_list",
    "http_status",
    "masked",
    "masked_values",
    "masked_within",
]
