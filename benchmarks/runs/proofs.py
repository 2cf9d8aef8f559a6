"""Use every credential that a run has stored: each for a call that only works with it, or against what the venue says."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable, Collection, Mapping
from typing import Any

from benchmarks.runs.party import Party
from venuekit import T4, NebulaECN, RabbitX, Stokn, TradeLocker
from venuekit.auth.rabbitx_credentials import RabbitXCredentials
from venuekit.auth.stokn import StoknToken
from venuekit.auth.totp import Totp
from venuekit.auth.tradelocker import TradeLockerTokens
from venuekit.transport.secret import SecretText

Clock = Callable[[], float]


class _Kept(Mapping[str, str]):
    """Credentials that remember which of them were used."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        self.used: set[str] = set()

    def __getitem__(self, name: str) -> str:
        value = self._values[name]
        self.used.add(name)
        return value

    def __iter__(self) -> Any:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


# How far the clock of the venues is put forward: one-time codes that were used just now must be over, in seconds.
AHEAD = 120.0


def unproved(
    party: Party,
    credentials: Mapping[str, Mapping[str, SecretText]],
    venues: Collection[str],
    ahead: float = AHEAD,
) -> list[tuple[str, str]]:
    """What is not there, does not work, or was not tried, by venue. The clock of the venues is `ahead`."""

    def clock() -> float:
        return time.time() + ahead

    found: list[tuple[str, str]] = []
    for venue in venues:
        kept = _Kept({name: value.reveal() for name, value in credentials.get(venue, {}).items()})
        try:
            _USES[venue](party.venue_urls[venue], kept, clock)
        except Exception as error:  # noqa: BLE001
            found.append((venue, f"{type(error).__name__}: {error}"))
        else:
            found += [(venue, f"nobody has tried {name}") for name in sorted(kept.keys() - kept.used)]
    return found


def _same(what: str, kept: object, said: object) -> None:
    if kept != said:
        raise ValueError(f"another {what} than the venue's")


def _rabbitx(url: str, kept: _Kept, clock: Clock) -> None:
    from venuekit_clients.rabbitx.models import RefreshJwtRequest, RefreshSecretsRequest

    credentials = RabbitXCredentials(api_key=kept["api_key"], secret=kept["api_secret"], jwt=kept["jwt"])
    with RabbitX(base_url=url, clock=clock, network="sepolia") as client:
        client.use_credentials(credentials)
        profiles = client.account.get_account().result or []
        _same("wallet", kept["wallet"].lower(), (profiles[0].wallet or "").lower())
        # With the session's token alone.
        client.auth.refresh_jwt(body=RefreshJwtRequest(is_client=False))
        if "refresh_token" in kept:
            # It makes a new pair, so it is the last.
            client.auth.refresh_secrets(body=RefreshSecretsRequest(refresh_token=kept["refresh_token"]))


def _stokn(url: str, kept: _Kept, clock: Clock) -> None:
    from venuekit_clients.stokn.models import LoginRequest, RefreshTokenRequest

    person = _claims(kept["access_token"])["username"]
    with Stokn(base_url=url, clock=clock, client_id="sandbox", client_secret="sandbox-secret") as client:
        client.users.login(body=LoginRequest(username=kept["username"], password=kept["password"]))
        client.users.refresh_token(
            body=RefreshTokenRequest(username=person, refresh_token=kept["refresh_token"])
        )
        client.use_user_token(StoknToken(username=person, access_token=kept["access_token"]))
        user = client.users.get_me().data
        if not user or not user.accounts:
            raise ValueError("no account")
        account = user.accounts[0]
        _same("account", kept["account_id"], account.account_id)
        _same("encryption key", kept["encryption_key"], account.encryption_key)
        if kept["portfolio_id"] not in [portfolio.portfolio_id for portfolio in account.portfolios or []]:
            raise ValueError("no portfolio of this id")
    # It goes into no call: it says who the person is.
    _same("person", _claims(kept["id_token"])["sub"], person)
    if "user_id" in kept:
        _same("user", kept["user_id"], person)


def _nebulaecn(url: str, kept: _Kept, clock: Clock) -> None:
    with NebulaECN(base_url=url, clock=clock, email=kept["email"], password=kept["password"]) as client:
        client.use_totp(Totp(kept["totp_secret"], clock=clock))
        _same("uid", kept["uid"], client.users.get_me().uid)
    if "api_key" not in kept:
        # It was revoked.
        return
    with NebulaECN(base_url=url, clock=clock) as client:
        client.use_api_key(kept["api_key"], kept["api_secret"])
        _same("uid", kept["uid"], client.users.get_me().uid)


def _tradelocker(url: str, kept: _Kept, clock: Clock) -> None:
    from venuekit_clients.tradelocker.models import RefreshJWTTokensRequest

    with TradeLocker(base_url=url, clock=clock) as client:
        client.use_tokens(TradeLockerTokens(kept["access_token"]))
        said = [(str(account.id), str(account.acc_num)) for account in client.auth.list_accounts().accounts]
        if (kept["account_id"], kept["account_number"]) not in said:
            raise ValueError("no account of this id and number")
        client.auth.refresh_jwt_tokens(body=RefreshJWTTokensRequest(refresh_token=kept["refresh_token"]))


def _t4(url: str, kept: _Kept, clock: Clock) -> None:
    from venuekit_clients.t4.models import LoginRequest

    login = LoginRequest(
        firm=kept["firm"],
        user_name=kept["username"],
        password=kept["password"],
        app_name=kept["app_name"],
        app_license="sandbox-license",
    )
    with T4(base_url=url, clock=clock, api_key="sandbox") as client:
        client.auth.login(body=login)
    person = str(_claims(kept["token"])["sub"])
    with T4(base_url=url, clock=clock, bearer=kept["token"]) as client:
        client.users.get_user_eula(person)
    # Their ids are told only once, and not when the user was found after a lost answer.
    if "user_id" in kept:
        _same("user", kept["user_id"], person)
        if not kept["account_id"]:
            raise ValueError("no account id")
    if not kept["account"]:
        raise ValueError("no account")


def _claims(token: str) -> dict[str, Any]:
    middle = token.split(".")[1]
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
    return found


_USES: Mapping[str, Callable[[str, _Kept, Clock], None]] = {
    "rabbitx": _rabbitx,
    "stokn": _stokn,
    "nebulaecn": _nebulaecn,
    "tradelocker": _tradelocker,
    "t4": _t4,
}
