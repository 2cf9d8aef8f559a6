"""Kill workers while they care for credentials (`kill --recipe`), and look at what is left in the vault and at the venues."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import cycle
from typing import Any

from benchmarks.runs import checks
from benchmarks.runs.doubts import Scene, by_place, die, resolved
from benchmarks.runs.party import KEY, PLACES, Death, Party, applicant, deaths, party, settled
from benchmarks.runs.proofs import unproved
from benchmarks.runs.venues import Faults
from venuekit import NebulaECN
from venuekit.auth.rabbitx_signing import NETWORKS
from venuekit.auth.totp import Totp
from venuekit.recipes import RecipeName, recipes_for
from venuekit.recipes.core import CaseStatus
from venuekit.runs.durable.opening import open_runs
from venuekit.runs.durable.service import Runs
from venuekit.transport.errors import ConnectionFailed, UnavailableError
from venuekit.transport.secret import SecretText

# By how much the venues' clock is put forward before each part: the one-time codes of the part before are over then.
_STEP = 120.0
# How many intents a case writes, more or less.
_INTENTS = 4

CARE: tuple[RecipeName, ...] = ("rotate", "reset-password", "revoke", "connect", "health")
# Steps that make, change or delete something, or that spend a token.
_MATTERS = (
    "create-api-key",
    "delete-old-key",
    "confirm-reset",
    "change-password",
    "refresh-secrets",
    "refresh-tokens",
    "refresh-token",
)
Credentials = dict[str, dict[str, str]]


def kill_care(
    url: str,
    *,
    applicants: int,
    kills: int,
    recipes: Sequence[RecipeName] = CARE,
    seed: int = 1,
    calm: bool = False,
    patience: float = 900.0,
    **settings: Any,
) -> dict[str, Any]:
    """`applicants` are onboarded in peace for each of the `recipes`; these then run all at once while their worker dies
    `kills` times with cases in hand. A summary with every problem that is left. `calm`: the faults end with the deaths.
    """
    group = {recipe: range(n * applicants, (n + 1) * applicants) for n, recipe in enumerate(recipes)}
    everybody = range(applicants * len(recipes))
    scenes: list[Scene] = []
    started = time.monotonic()
    with (
        open_runs(url, key=KEY) as runs,
        party(url, replace(Faults.some(seed), late=0.1), **settings) as found,
    ):
        found.count(calm=True)
        found.submit(runs, everybody)
        first = found.worker("the first worker")
        if not settled(runs, patience):
            raise TimeoutError("the applicants were not onboarded")
        found.leave(first)
        found.advance(_STEP)
        others = {number: _others(runs, found, number) for number in everybody}
        found.advance(_STEP)
        found.settings["ahead"] = 2 * _STEP
        before = {number: _clear(runs, _name(number)) for number in everybody}

        at = runs.ledger.events()[-1].number
        found.storm()
        for recipe, numbers in group.items():
            for number in numbers:
                runs.submit(recipe=recipe, source_run=_name(number), run=f"{recipe}-{_name(number)}")
        chance = random.Random(seed)
        cases = sum(len(recipes_for(recipe)) for recipe in recipes) * applicants
        for death in _deaths(seed, max(2, cases * _INTENTS // kills)):
            if sum(bool(one.cases) for one in scenes) >= kills or settled(runs, 0):
                break
            scenes.append(die(found, runs, f"worker {len(scenes) // 4}", death, chance))
        under_fire = time.monotonic() - started
        if calm:
            found.count(calm=True)
        found.worker("the last worker")
        done = settled(runs, patience)
        made, hit = found.count(calm=True)
        found.advance(_STEP)
        history = [event for event in runs.ledger.events() if event.number > at]
        problems = checks.asked_again(runs)
        problems += _passwords(made, group)
        for recipe, numbers in group.items():
            for number in numbers:
                problems += _of_recipe(runs, found, recipe, number, before[number], others[number])
        return {
            "recipes": dict.fromkeys(recipes, applicants),
            "kills": len(scenes),
            "kills with cases under way": sum(bool(one.cases) for one in scenes),
            "kills with calls in doubt": sum(bool(one.doubts) for one in scenes),
            "deaths": by_place(scenes),
            "calls in doubt after a death": resolved(scenes, history),
            "of which by recipe": dict(
                Counter(run.rpartition("-")[0] for one in scenes for (run, _, _), _ in one.doubts)
            ),
            "cases taken over": sum(event.kind == "taken over" for event in history),
            "faults": hit,
            "asked of a person": dict(
                Counter(
                    f"{event.venue} {event.step}"
                    for event in history
                    if event.kind == "asked" and "outcome-of" in event.step
                )
            ),
            "seconds until the last worker": round(under_fire, 1),
            "seconds": round(time.monotonic() - started, 1),
            "settled": done,
            "calls sent": sum(event.kind == "sent" and bool(event.operation) for event in history),
            "credentials": sum(len(of) for n in everybody for of in _clear(runs, _name(n)).values()),
            "problems": problems,
        }


def _deaths(seed: int, longest: int) -> Iterator[Death | None]:
    """As of every run; and after each of them one at a call that matters, at each place in turn."""
    places = cycle(PLACES[:-1])
    for death in deaths(seed, longest):
        yield Death(next(places), 1, steps=_MATTERS)
        yield death


def _name(number: int) -> str:
    return applicant(number).applicant.reference


def _clear(runs: Runs, run: str) -> Credentials:
    return {
        venue: {name: secret.reveal() for name, secret in held.items()}
        for venue, held in runs.credentials(run).items()
    }


def _secret(held: Mapping[str, str]) -> dict[str, SecretText]:
    return {name: SecretText(value) for name, value in held.items()}


def _others(runs: Runs, found: Party, number: int) -> set[str]:
    """What an account has beside what venuekit knows: a key of somebody else's at NebulaECN. At RabbitX a key pair that
    comes with a refresh token takes the place of the one that onboarding has yielded.
    """
    from venuekit_clients.nebulaecn.models import CreateApiKeyRequest

    run = _name(number)
    held = _clear(runs, run)
    nebula = held["nebulaecn"]

    def clock() -> float:
        return time.time() + _STEP

    totp = Totp(nebula["totp_secret"], clock=clock)
    with NebulaECN(
        base_url=found.venue_urls["nebulaecn"],
        email=nebula["email"],
        password=nebula["password"],
        clock=clock,
    ) as client:
        client.use_totp(totp)
        client.users.get_me()
        key = client.api_keys.create_api_key(
            body=CreateApiKeyRequest(algorithm="HS256", totp_code=totp.code())
        )
    made = found.control("rabbitx/secrets", wallet=held["rabbitx"]["wallet"], eid=NETWORKS["sepolia"].eid)
    pair = {
        "api_key": made["api_secret"]["Key"],
        "api_secret": made["api_secret"]["Secret"],
        "jwt": made["jwt_private"],
        "refresh_token": made["refresh_token"],
    }
    runs.ledger.put(run, "rabbitx", pair, time.time())
    return {key.kid}


def _passwords(made: Mapping[tuple[str, str, str], int], group: Mapping[RecipeName, range]) -> list[str]:
    """A password was set once for everybody who wanted that."""
    expected = len(group.get("reset-password", ()))
    found = Counter[str]()
    for (venue, _, what), number in made.items():
        if what == "password":
            found[venue] += number
    return [
        f"{found[venue]} passwords were set at {venue}, and {expected} were to be"
        for venue in ("stokn", "nebulaecn")
        if found[venue] != expected
    ]


def _of_recipe(
    runs: Runs, found: Party, recipe: RecipeName, number: int, before: Credentials, others: Collection[str]
) -> list[str]:
    """What is wrong with one applicant after a recipe."""
    run = _name(number)
    wanted = CaseStatus.CLOSED if recipe == "revoke" else CaseStatus.ACTIVE
    wrong = [
        f"{case.venue} is {case.status}: {case.error}"
        for case in runs.show(f"{recipe}-{run}").cases
        if case.status is not wanted
        # A check that finds the venue down says so, and has no other task.
        and not (recipe == "health" and isinstance(case.error, ConnectionFailed | UnavailableError))
    ]
    now = _clear(runs, run)
    keys = {
        key["kid"]
        for user in found.state()["nebulaecn"]["users"].values()
        if user["email"] == f"{run}@example.com"
        for key in user["api_keys"]
    }
    mine = {now["nebulaecn"]["api_key"]} if "api_key" in now["nebulaecn"] else set[str]()
    if keys != mine | set(others):
        wrong.append(f"nebulaecn has the keys {sorted(keys)}, and not {sorted(mine | set(others))}")
    wrong += [f"{venue} has a pending password" for venue, held in now.items() if "pending_password" in held]
    if ("api_key" in now["nebulaecn"]) == (recipe == "revoke"):
        wrong.append("nebulaecn: an API key was lost, or is still there")
    for venue in ("stokn", "nebulaecn"):
        changed = before[venue]["password"] != now[venue]["password"]
        if changed != (recipe == "reset-password"):
            wrong.append(f"{venue}: the password is {'another' if changed else 'the same'}")
    for venue, held in before.items():
        renewed = held.get("api_key") != now[venue].get("api_key")
        if renewed != (recipe in ("rotate", "revoke") and "api_key" in held):
            wrong.append(f"{venue}: the API key is {'another' if renewed else 'the same'}")
    if recipe == "health" and before != now:
        wrong.append("a check has changed something")
    proved = now
    if recipe == "revoke":
        # The pair that is gone must be dead: what still works is a problem.
        old = {"rabbitx": _secret(before["rabbitx"])}
        if not unproved(found, old, ["rabbitx"], 3 * _STEP):
            wrong.append("rabbitx: the old key pair still works")
        proved = {venue: held for venue, held in now.items() if venue != "rabbitx"}
    secret = {venue: _secret(held) for venue, held in proved.items()}
    wrong += [f"{venue}: {why}" for venue, why in unproved(found, secret, list(secret), 3 * _STEP)]
    return [f"{recipe} of {run}: {why}" for why in wrong]
