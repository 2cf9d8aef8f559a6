# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from enum import StrEnum
from typing import Self


class ApplicationType(StrEnum):
    """Open: a value that is not listed here is kept as it came; `is_known` tells the difference."""

    NONPROFESSIONAL = "NonProfessional"
    PROFESSIONAL = "Professional"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        # Not stored in the class: a server could otherwise grow it without end.
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[str]]:
        """By value, as an unlisted member has no name to find it by."""
        return type(self), (self._value_,)

    @property
    def is_known(self) -> bool:
        """Whether the value is one of those listed in the specification."""
        return self._value_ in type(self)._value2member_map_

    def __str__(self) -> str:
        return str(self.value)
