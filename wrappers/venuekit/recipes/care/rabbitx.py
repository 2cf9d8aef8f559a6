"""RabbitX: a key pair or a session that is there.

Signing in opens an account where a wallet has none, so `connect` does not sign in. A refresh token is good for one use:
when its answer is lost it counts as spent, and the wallet signs in again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from venuekit.auth.rabbitx_credentials import RabbitXCredentials, found_in, renewed
from venuekit.recipes.care.common import Lost, keep_again, lost, missing
from venuekit.recipes.care.health import Check, health
from venuekit.recipes.core import CaseStatus, Recipe, forget, keep, mark, step, use
from venuekit.recipes.rabbitx import options, sign_in
from venuekit.transport.errors import AuthenticationError, ClockSkewError, UnexpectedAnswer
from venuekit.venues.rabbitx import RabbitX

if TYPE_CHECKING:
    from venuekit.recipes.facts import Facts
    from venuekit_clients.rabbitx.models import ProfileResponse, RefreshJwtResponse, RefreshSecretsResponse

__all__ = ["check_health", "connect", "options", "revoke", "rotate"]

_VENUE = "rabbitx"
_SECRETS = ("api_key", "api_secret", "jwt", "refresh_token", "random_secret")


def connect(facts: Facts) -> Recipe[None]:
    """Read the account with the stored credentials."""
    yield from _adopt(_held(facts))
    account = yield from step("read-account", "getAccount", _read)
    yield from keep_again(facts, "wallet", *_SECRETS)
    yield from mark(CaseStatus.ACTIVE, _status(account))


def rotate(facts: Facts) -> Recipe[None]:
    """Renew what can be renewed: the session, the key pair if its refresh token is held, else the JWT alone."""
    old = _held(facts)
    yield from _adopt(old)
    refresh = facts.held("refresh_token")
    if old.mode == "frontend":
        new = yield from _new_session(facts, old, refresh)
    elif refresh is not None:
        new = yield from _new_key(facts, refresh)
    else:
        new = yield from _new_jwt(old)
    yield from _keep(facts, new)
    yield from _adopt(new)
    account = yield from step("prove-credentials", "getAccount", _read)
    yield from mark(CaseStatus.ACTIVE, _status(account))


def revoke(facts: Facts) -> Recipe[None]:
    """Spend the refresh token and let go of what comes: the old pair is dead by it, and nobody has the new one."""
    old = _held(facts)
    refresh = facts.held("refresh_token")
    if refresh is None:
        yield from mark(CaseStatus.CLOSED, "nothing revoked: the venue has no call for it")
        return
    yield from _adopt(old)
    if old.mode == "frontend":
        yield from _refresh_jwt(old, refresh)
    else:
        yield from _refresh_secrets(refresh)
    yield from forget(*(name for name in _SECRETS if facts.held(name)))
    yield from mark(CaseStatus.CLOSED, "revoked")


def check_health(facts: Facts) -> Recipe[None]:
    """Read the account signed with the key pair or the session; have the JWT beside a key pair validated.

    Whether the venue looks at the signature of a read is not known, so that the secrets themselves stay unchecked.
    """
    jwt = facts.held("jwt") or ""

    def validate(client: RabbitX) -> ProfileResponse:
        return client.account.validate_account(jwt=jwt)

    def adopt(client: RabbitX) -> None:
        client.use_credentials(_held(facts))

    checks: list[Check] = []
    if facts.held("api_key"):
        if facts.held("api_secret"):
            checks.append(Check(("api_key",), "getAccount", _read, adopt))
        checks.append(Check(("jwt",), "validateAccount", validate, lambda client: None))
    elif facts.held("random_secret"):
        checks.append(Check(("jwt",), "getAccount", _read, adopt))
    reads = "reads are signed with it, and the venue may not look at signatures of reads"
    yield from health(
        _VENUE,
        facts,
        checks,
        {
            "api_key": "its secret is not held",
            "api_secret": reads if facts.held("api_key") else "its key is not held",
            "jwt": "its random secret is not held",
            "random_secret": reads,
            "refresh_token": "it is good for one use",
        },
    )


def _held(facts: Facts) -> RabbitXCredentials:
    """What signs, without what the client would renew by itself: a token that it spends is lost with the client."""
    key, secret = facts.held("api_key"), facts.held("api_secret")
    if key and secret:
        return RabbitXCredentials(api_key=key, secret=secret)
    jwt, random_secret = facts.held("jwt"), facts.held("random_secret")
    if jwt and random_secret:
        return RabbitXCredentials(jwt=jwt, random_secret=random_secret)
    raise missing(
        _VENUE,
        "there is neither a key pair nor a session, and signing in would open an account where the wallet has none",
    )


def _adopt(credentials: RabbitXCredentials) -> Recipe[None]:
    bare = (
        RabbitXCredentials(api_key=credentials.api_key, secret=credentials.secret)
        if credentials.mode == "api_key"
        else RabbitXCredentials(jwt=credentials.jwt, random_secret=credentials.random_secret)
    )

    def adopt(client: RabbitX) -> None:
        client.use_credentials(bare)

    yield from use(adopt)


def _keep(facts: Facts, new: RabbitXCredentials) -> Recipe[None]:
    yield from keep(
        wallet=facts.held("wallet"),
        api_key=new.api_key,
        api_secret=new.secret,
        jwt=new.jwt,
        refresh_token=new.refresh_token,
        random_secret=new.random_secret,
    )
    if new.refresh_token is None and facts.held("refresh_token"):
        yield from forget("refresh_token")


def _new_jwt(old: RabbitXCredentials) -> Recipe[RabbitXCredentials]:
    """The JWT beside a key pair. The pair stays: the venue tells its refresh token only where it was made by hand."""
    answer = yield from _refresh_jwt(old, None)
    assert not isinstance(answer, Lost), "a JWT beside a key pair is asked for again"
    new = _session_of(old, answer)
    jwt = new.jwt or ""

    def validate(client: RabbitX) -> ProfileResponse:
        return client.account.validate_account(jwt=jwt)

    yield from step("validate-jwt", "validateAccount", validate)
    return new


def _new_session(facts: Facts, old: RabbitXCredentials, refresh: str | None) -> Recipe[RabbitXCredentials]:
    """All three of a session at once. Where the refresh token is gone, the wallet signs in again."""
    if refresh is None:
        return (yield from sign_in(facts))
    try:
        answer = yield from _refresh_jwt(old, refresh)
    except ClockSkewError:
        raise
    except AuthenticationError:
        return (yield from sign_in(facts))
    if isinstance(answer, Lost):
        return (yield from sign_in(facts))
    return _session_of(old, answer)


def _session_of(old: RabbitXCredentials, answer: RefreshJwtResponse) -> RabbitXCredentials:
    result = answer.to_dict()["result"]
    new = renewed(old, result[0] if result else None)
    if new is None:
        raise UnexpectedAnswer(
            "without a jwt in its result", venue=_VENUE, operation="refreshJwt", status=200
        )
    return new


def _new_key(facts: Facts, refresh: str) -> Recipe[RabbitXCredentials]:
    answer = yield from _refresh_secrets(refresh)
    if isinstance(answer, Lost):
        return (yield from sign_in(facts))
    result = answer.to_dict()["result"]
    found = found_in(result[0] if result else {})
    if not (found.get("api_key") and found.get("secret")):
        raise UnexpectedAnswer(
            "without a key pair in its result", venue=_VENUE, operation="refreshSecrets", status=200
        )
    found.pop("random_secret", None)
    return RabbitXCredentials(**found)


def _refresh_jwt(old: RabbitXCredentials, refresh: str | None) -> Recipe[RefreshJwtResponse | Lost]:
    from venuekit_clients.rabbitx.models import RefreshJwtRequest
    from venuekit_clients.rabbitx.types import UNSET

    is_client = old.mode == "frontend"

    def renew(client: RabbitX) -> RefreshJwtResponse | Lost:
        return client.auth.refresh_jwt(
            body=RefreshJwtRequest(is_client=is_client, refresh_token=refresh or UNSET)
        )

    return (
        yield from step(
            "refresh-jwt", "refreshJwt", renew, find=lost if is_client else None, harmless=not is_client
        )
    )


def _refresh_secrets(refresh: str) -> Recipe[RefreshSecretsResponse | Lost]:
    from venuekit_clients.rabbitx.models import RefreshSecretsRequest

    def renew(client: RabbitX) -> RefreshSecretsResponse | Lost:
        return client.auth.refresh_secrets(body=RefreshSecretsRequest(refresh_token=refresh))

    def find_out() -> Recipe[RefreshSecretsResponse | Lost | None]:
        """It happened if the old pair is dead."""
        try:
            yield from step("read-account", "getAccount", _read)
        except ClockSkewError:
            raise
        except AuthenticationError:
            return Lost()
        return None

    return (yield from step("refresh-secrets", "refreshSecrets", renew, find=find_out))


def _read(client: RabbitX) -> ProfileResponse:
    return client.account.get_account()


def _status(account: ProfileResponse) -> str:
    return (account.result[0].status or "") if account.result else ""
