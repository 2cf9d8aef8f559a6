"""The process that is measured: an empty Starlette route, or a sandbox with so many applicants at each venue.

    python -m benchmarks.sandbox.serving {empty | APPLICANTS}

Prints its port as JSON, then answers each line of standard input with one line of JSON: `usage` (CPU seconds so far,
and the most memory in use, in megabytes), and `memory` (seconds to take a snapshot and to go back to it).
"""

from __future__ import annotations

import json
import resource
import sys
import threading
import time
from collections.abc import Mapping

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from venuekit_sandbox import Sandbox, SandboxServer, server


def main(what: str) -> None:
    """Serve until standard input ends."""
    if what == "empty":
        port, sandbox = _empty(), None
    else:
        running = SandboxServer().start()
        sandbox, port = running.sandbox, int(running.url.rpartition(":")[2])
        fill(sandbox, int(what))
    _say({"port": port})
    for line in sys.stdin:
        _say(_usage() if line.strip() == "usage" or sandbox is None else _memory(sandbox))


def fill(sandbox: Sandbox, count: int) -> None:
    """So many applicants at each venue."""
    control = {name: venue for name, venue in sandbox.venues.items() if hasattr(venue, "seed")}
    for number in range(count):
        for name, venue in control.items():
            venue.seed(_applicant(name, number))
    _fill_nebulaecn(sandbox, count)


def _applicant(venue: str, number: int) -> Mapping[str, object]:
    email, password = f"applicant{number}@example.com", "SecurePassword123!"
    if venue == "rabbitx":
        return {"wallet": f"0x{number:040x}"}
    if venue == "stokn":
        return {"email": email, "phone": f"+1312{number:07}", "password": password}
    if venue == "t4":
        return {"username": email, "password": password}
    return {"email": email, "password": password, "server": "SANDBOX"}


def _fill_nebulaecn(sandbox: Sandbox, count: int) -> None:
    # Without a call that makes many: a snapshot with them in it.
    venue = sandbox.venues["nebulaecn"]
    document = json.loads(json.dumps(venue.snapshot()))
    for number in range(count):
        uid = f"ID{number:010X}"
        document["users"][uid] = {
            "id": number + 1,
            "uid": uid,
            "email": f"applicant{number}@example.com",
            "password": "SecurePassword123!",
            "created_at": 1_760_000_000.0,
            "updated_at": 1_760_000_000.0,
            "state": "active",
            "level": 1,
            "labels": [_label()],
        }
    document["last_id"] = count
    venue.restore(document)


def _label() -> Mapping[str, object]:
    at = 1_760_000_000.0
    return {"key": "email", "value": "verified", "scope": "private", "created_at": at, "updated_at": at}


def _empty() -> int:
    """The least that a route of this framework costs, on the sandbox's own server."""

    async def nothing(request: Request) -> Response:
        return JSONResponse({})

    app = Starlette(routes=[Route("/", nothing)])
    listening = server.bind("127.0.0.1", 0)
    port = int(listening.getsockname()[1])
    running = uvicorn.Server(server.config(app))
    threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True).start()
    return port


def _usage() -> Mapping[str, float]:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"cpu": time.process_time(), "megabytes": most / (1024**2 if sys.platform == "darwin" else 1024)}


def _memory(sandbox: Sandbox) -> Mapping[str, float]:
    started = time.process_time()
    document = sandbox.snapshot()
    taken = time.process_time()
    sandbox.restore(document)
    return {"take": taken - started, "put_back": time.process_time() - taken}


def _say(document: object) -> None:
    sys.stdout.write(json.dumps(document) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
