"""A durable run from a program of yours: written down, worked on, answered, collected. It can be started again.

venuekit sandbox                   # in one terminal
python examples/durable_sync.py    # in another
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from urllib.request import Request, urlopen

import venuekit
from venuekit.recipes.dossier import load_dossier
from venuekit.runs import Interaction

DOSSIER = Path(__file__).with_name("dossier.yaml")
VENUES = ["tradelocker", "t4"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--url", default="http://127.0.0.1:8900", help="the sandbox's root")
    parser.add_argument("--folder", type=Path, help="where database and key are kept; by default a new one")
    arguments = parser.parse_args()
    url = arguments.url
    folder = arguments.folder or Path(tempfile.mkdtemp())
    urls = {"tradelocker": f"{url}/tradelocker/backend-api", "t4": f"{url}/t4"}

    # What is secret in the database is sealed with this key. Without one, VENUEKIT_VAULT_KEY says where it is.
    key = folder / "vault.key"
    if not key.exists():
        venuekit.FileStore.new_key_file(key)
    with venuekit.runs.open(f"sqlite:///{folder}/runs.sqlite", key=key) as runs:
        # The same id and dossier are the same run, however often this is started.
        run = runs.submit(load_dossier(DOSSIER, venues=VENUES), run="jane", venues=VENUES, urls=urls)

        # One worker per process at a time. It may as well be another process: `venuekit worker`.
        with runs.worker():
            while not (standing := runs.wait(run)).active:
                questions = runs.questions(run).get(run, [])
                if not questions:
                    raise SystemExit(f"nothing more can be done: {[case.error for case in standing.cases]}")
                for question in questions:
                    print(f"{question.venue} asks: {question.name}")
                    enable(url, question)
                    # The first answer counts; anything but y, yes or done is refused here.
                    runs.answer(run, question.name, "done", venue=question.venue, by="desk-2")

        for case in runs.show(run).cases:
            print(f"{case.venue} is {case.status}")
        for venue, held in runs.credentials(run).items():
            print(f"{venue} has yielded {', '.join(sorted(held))}; the password is {held.get('password')}")
        print(f"the history has {len(list(runs.events(run)))} events")


def enable(url: str, question: Interaction) -> None:
    """In real life somebody in T4's back office enables the account. The sandbox has its own door for it."""
    body = json.dumps({"username": question.applicant}).encode()
    headers = {"Content-Type": "application/json"}
    urlopen(Request(f"{url}/_sandbox/t4/enable", body, headers), timeout=10).close()


if __name__ == "__main__":
    main()
