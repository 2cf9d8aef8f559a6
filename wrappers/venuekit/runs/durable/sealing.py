"""A dossier as it is sealed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from pydantic import SecretStr

if TYPE_CHECKING:
    from venuekit_schemas.dossier import Dossier


def dossier_document(dossier: Dossier) -> object:
    """A dossier as a JSON document that `Dossier.model_validate` reads again, secrets in clear: to be sealed."""

    def plain(value: object) -> object:
        if isinstance(value, SecretStr):
            return value.get_secret_value()
        if isinstance(value, dict):
            return {str(name): plain(item) for name, item in cast("dict[object, object]", value).items()}
        if isinstance(value, list | tuple):
            return [plain(item) for item in cast("Sequence[object]", value)]
        return value

    document = plain(dossier.model_dump(mode="python", by_alias=True, exclude_none=True))
    return json.loads(json.dumps(document, default=str))


__all__ = ["dossier_document"]
