# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Errors that the generated functions raise."""


class UnexpectedStatus(Exception):
    """The server answered with a status that the specification does not name.

    Attributes:
        status_code: The HTTP status.
        content: The raw body. It may hold secrets and is therefore not in the text of this exception.
    """

    def __init__(self, status_code: int, content: bytes) -> None:
        self.status_code = status_code
        self.content = content
        super().__init__(f"Unexpected status code: {status_code}")

    def __reduce__(self) -> tuple[type["UnexpectedStatus"], tuple[int, bytes]]:
        return type(self), (self.status_code, self.content)


__all__ = ["UnexpectedStatus"]
