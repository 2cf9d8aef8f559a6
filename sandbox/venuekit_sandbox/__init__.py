"""A stateful imitation of the five venues, for loopback.

    with SandboxServer() as server:
        ...                                  # server.url + "/rabbitx", "/stokn", ...

`Sandbox` is the same thing as an ASGI app, for use without a socket. Nothing here imports the client library:
signatures, tokens and codes are checked by separate code, so that a bug cannot hide on both sides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from venuekit_sandbox.app import Sandbox
    from venuekit_sandbox.server import SandboxServer

__all__ = ["Sandbox", "SandboxServer"]


def __getattr__(name: str) -> object:
    # The venues pull in cryptography and an ASGI server; `import venuekit_sandbox` alone should not.
    if name == "Sandbox":
        from venuekit_sandbox.app import Sandbox

        return Sandbox
    if name == "SandboxServer":
        from venuekit_sandbox.server import SandboxServer

        return SandboxServer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
