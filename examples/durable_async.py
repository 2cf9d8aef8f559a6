"""Durable runs in an event loop: two runs side by side, which share one worker, and the history as it happens.

venuekit sandbox                    # in one terminal
python examples/durable_async.py    # in another
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
from pathlib import Path
from urllib.request import Request, urlopen

import venuekit
from venuekit.recipes.dossier import load_dossier
from venuekit.runs import AsyncRuns, Interaction, Run

DOSSIER = Path(__file__).with_name("dossier.yaml")


async def onboard(runs: AsyncRuns, url: str, venue: str) -> Run:
    """Submit, work and wait in one. Started again after a crash, it goes on with what there is."""

    async def answer(question: Interaction) -> str | None:
        print(f"{question.venue} asks: {question.name}")
        await asyncio.to_thread(enable, url, question)
        return "done"

    return await runs.onboard(
        load_dossier(DOSSIER, venues=[venue]),
        run=f"jane-{venue}",
        venues=[venue],
        urls={"tradelocker": f"{url}/tradelocker/backend-api", "t4": f"{url}/t4"},
        answer=answer,
    )


async def follow(runs: AsyncRuns, run: str) -> None:
    """What happens, until the run has ended. No event holds a secret or names the applicant."""
    async for event in runs.events(run, follow=True):
        if event.kind == "status":
            print(f"{event.venue} is {event.detail}")


async def work(url: str, folder: Path) -> None:
    key = folder / "vault.key"
    if not key.exists():
        venuekit.FileStore.new_key_file(key)
    async with venuekit.runs.open_async(f"sqlite:///{folder}/runs.sqlite", key=key) as runs:
        for run in await asyncio.gather(onboard(runs, url, "tradelocker"), onboard(runs, url, "t4")):
            for case in run.cases:
                print(f"{case.venue} ended as {case.status}, with {len(case.credentials)} credentials")
        await follow(runs, "jane-t4")
        for found in await runs.all():
            print(f"{found.id} has yielded {sorted(await runs.credentials(found.id))}")


def enable(url: str, question: Interaction) -> None:
    """In real life somebody in T4's back office enables the account. The sandbox has its own door for it."""
    body = json.dumps({"username": question.applicant}).encode()
    headers = {"Content-Type": "application/json"}
    urlopen(Request(f"{url}/_sandbox/t4/enable", body, headers), timeout=10).close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--url", default="http://127.0.0.1:8900", help="the sandbox's root")
    parser.add_argument("--folder", type=Path, help="where database and key are kept; by default a new one")
    arguments = parser.parse_args()
    asyncio.run(work(arguments.url, arguments.folder or Path(tempfile.mkdtemp())))


if __name__ == "__main__":
    main()
