"""What must be true of a bulk run, whatever happened on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from benchmarks.runs.party import Party, applicant
from benchmarks.runs.venues import counted
from venuekit import T4, NebulaECN, RabbitX, Stokn, TradeLocker
from venuekit.auth.rabbitx_credentials import RabbitXCredentials
from venuekit.auth.tradelocker import TradeLockerTokens
from venuekit.recipes.core import CaseStatus
from venuekit.runs.durable.service import Runs
from venuekit.transport.secret import SecretText

EXACTLY: Mapping[str, Mapping[str, int]] = {
    "stokn": {"account": 1, "portfolio": 1},
    "nebulaecn": {"account": 1, "profile": 1, "document front_side": 1, "document back_side": 1},
    "t4": {"account": 1},
}


def problems(runs: Runs, party: Party, numbers: range) -> list[str]:
    """Every applicant has exactly one account at each venue, and everything that belongs to it; nothing was lost."""
    found: list[str] = []
    made, _ = party.count()
    for number in numbers:
        person = applicant(number)
        run = person.applicant.reference
        found += [
            f"{run} at {case.venue} is {case.status}: {case.error}"
            for case in runs.show(run).cases
            if case.status is not CaseStatus.ACTIVE
        ]
        for venue, expected in EXACTLY.items():
            there = counted(made, venue, f"{run}@example.com")
            found += [
                f"{run} at {venue}: {there.get(what, 0)} x {what}"
                for what, n in expected.items()
                if there.get(what) != n
            ]
        keys = counted(made, "nebulaecn", f"{run}@example.com")
        if keys.get("key", 0) - keys.get("key deleted", 0) != 1:
            found.append(f"{run} has {keys} at nebulaecn")
        found += [f"{run} at {venue}: {why}" for venue, why in unproved(party, runs.credentials(run), number)]
    return found + asked_again(runs)


def asked_again(runs: Runs) -> list[str]:
    """Questions that were put again after they were answered."""
    answered: set[tuple[str, str, str]] = set()
    found: list[str] = []
    for event in runs.events():
        what = (event.run, event.venue, event.step)
        if event.kind == "asked" and what in answered:
            found.append(f"{what} was asked again")
        elif event.kind == "answered":
            answered.add(what)
    return found


def repeated(runs: Runs) -> dict[str, int]:
    """How often a call was begun more than once, by step."""
    sent: Counter[tuple[str, str, str]] = Counter()
    for event in runs.events():
        if event.kind == "sent" and event.operation:
            sent[event.run, event.venue, event.step] += 1
    again: Counter[str] = Counter()
    for (_, venue, step), number in sent.items():
        if number > 1:
            again[f"{venue} {step}"] += number - 1
    return dict(again)


def unproved(
    party: Party, credentials: Mapping[str, Mapping[str, SecretText]], number: int
) -> list[tuple[str, str]]:
    """Use what was kept for one call each; what did not work."""
    found: list[tuple[str, str]] = []
    for venue, use in {
        "rabbitx": _rabbitx,
        "stokn": _stokn,
        "nebulaecn": _nebulaecn,
        "tradelocker": _tradelocker,
        "t4": _t4,
    }.items():
        if venue not in credentials:
            continue
        kept = {name: value.reveal() for name, value in credentials[venue].items()}
        try:
            use(party.venue_urls[venue], kept, number)
        except Exception as error:  # noqa: BLE001
            found.append((venue, f"{type(error).__name__}: {error}"))
    return found


def _rabbitx(url: str, kept: dict[str, str], number: int) -> None:
    pair = {name: kept.get(name) for name in ("api_key", "jwt", "refresh_token", "random_secret")}
    with RabbitX(base_url=url, network="sepolia") as client:
        client.use_credentials(RabbitXCredentials(**pair, secret=kept["api_secret"]))
        client.account.get_account()


def _stokn(url: str, kept: dict[str, str], number: int) -> None:
    from venuekit_clients.stokn.models import LoginRequest

    with Stokn(base_url=url, client_id="sandbox", client_secret="sandbox-secret") as client:
        client.users.login(body=LoginRequest(username=kept["username"], password=kept["password"]))


def _nebulaecn(url: str, kept: dict[str, str], number: int) -> None:
    with NebulaECN(base_url=url) as client:
        client.use_api_key(kept["api_key"], kept["api_secret"])
        if client.users.get_me().uid != kept["uid"]:
            raise ValueError("somebody else's key")


def _tradelocker(url: str, kept: dict[str, str], number: int) -> None:
    with TradeLocker(base_url=url) as client:
        client.use_tokens(TradeLockerTokens(kept["access_token"], kept["refresh_token"]))
        client.auth.list_accounts()


def _t4(url: str, kept: dict[str, str], number: int) -> None:
    from venuekit_clients.t4.models import LoginRequest

    with T4(base_url=url, api_key="sandbox") as client:
        login = LoginRequest(
            firm=kept["firm"],
            user_name=kept["username"],
            password=kept["password"],
            app_name=kept["app_name"],
            app_license="sandbox-license",
        )
        client.auth.login(body=login)
