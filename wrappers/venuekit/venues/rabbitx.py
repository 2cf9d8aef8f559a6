"""RabbitX: a perpetuals exchange where a wallet signature is the sign-up and the log-in.

`sign_in()` onboards the wallet (creating the profile when the venue does not know it) and keeps what comes back; all
later calls are signed by the auth flow. Source of the API facts: `specs/rabbitx.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from venuekit.auth.rabbitx import (
    NETWORKS,
    Network,
    RabbitXAuth,
    RabbitXCredentials,
)
from venuekit.auth.rabbitx import sign_in as make_sign_in
from venuekit.transport.errors import ConfigurationError, UnexpectedAnswer
from venuekit.transport.http import ASGIApp
from venuekit.venues._base import (
    DEFAULT_TIMEOUT,
    SYSTEM_CLOCK,
    AsyncVenue,
    Clock,
    Env,
    SyncVenue,
    resolve_base_url,
)
from venuekit_clients.rabbitx.api import Api, AsyncApi

if TYPE_CHECKING:
    from venuekit.auth.rabbitx import SignIn
    from venuekit.auth.wallet import Signer
    from venuekit_clients.rabbitx.models import OnboardRequest, OnboardResponse
    from venuekit_clients.runtime import AsyncCaller, Caller

Mode = Literal["api_key", "frontend"]
ProfileType = Literal["trader", "vault"]


class _Shared:
    """What both clients do without I/O."""

    _auth: RabbitXAuth
    network: Network
    _clock: Clock

    @property
    def credentials(self) -> RabbitXCredentials | None:
        """What this client signs with now; None before a sign-in."""
        return self._auth.credentials

    def use_credentials(self, credentials: RabbitXCredentials) -> None:
        """Sign all later calls with these."""
        self._auth.adopt(credentials)

    def prepare_sign_in(
        self, signer: Signer, *, mode: Mode = "api_key", profile_type: ProfileType = "trader"
    ) -> SignIn:
        """Sign the onboarding text for this client's network, valid for the next minutes. Sends nothing."""
        return make_sign_in(
            signer, network=self.network, mode=mode, profile_type=profile_type, now=self._clock()
        )

    def _adopt_answer(self, answer: OnboardResponse, mode: Mode) -> RabbitXCredentials:
        credentials = credentials_from_answer(answer, mode=mode)
        self._auth.adopt(credentials)
        return credentials


def onboard_body(signed: SignIn) -> OnboardRequest:
    """The body of `POST /onboarding` for a signed text."""
    from venuekit_clients.rabbitx.models import OnboardRequest, ProfileType

    return OnboardRequest(
        wallet=signed.wallet,
        signature=signed.signature,
        is_client=signed.is_client,
        profile_type=ProfileType(signed.profile_type),
    )


def credentials_from_answer(answer: OnboardResponse, *, mode: Mode) -> RabbitXCredentials:
    """What an onboarding has yielded: the API key in `api_key` mode, the session in `frontend` mode."""
    result = answer.result[0] if answer.result else None
    if result is not None and mode == "api_key" and result.api_secret:
        pair = result.api_secret
        if pair.key and pair.secret:
            return RabbitXCredentials(api_key=pair.key, secret=pair.secret, jwt=result.jwt or None)
    if result is not None and mode == "frontend" and result.jwt and result.random_secret:
        return RabbitXCredentials(
            jwt=result.jwt, random_secret=result.random_secret, refresh_token=result.refresh_token or None
        )
    raise UnexpectedAnswer(
        f"an answer without the credentials of {mode} mode", venue="rabbitx", operation="onboard", status=200
    )


def _auth_for(
    *,
    network: str | Network,
    base_url: str,
    clock: Clock,
    api_key: str | None,
    api_secret: str | None,
    jwt: str | None,
    random_secret: str | None,
    refresh_token: str | None,
) -> tuple[RabbitXAuth, Network]:
    if isinstance(network, str):
        if network not in NETWORKS:
            raise ConfigurationError(
                f"rabbitx: network must be one of {', '.join(NETWORKS)}, not {network!r}"
            )
        network = NETWORKS[network]
    given: dict[str, Any] = {
        "api_key": api_key,
        "secret": api_secret,
        "jwt": jwt,
        "random_secret": random_secret,
        "refresh_token": refresh_token,
    }
    credentials = RabbitXCredentials(**given) if any(given.values()) else None
    return RabbitXAuth(credentials, base_url=base_url, network=network, clock=clock), network


class RabbitX(_Shared, SyncVenue, Api):
    """A client of RabbitX. Resources: `onboarding`, `auth`, `account`.

    Credentials are keyword-only and optional: either `api_key` + `api_secret`, or `jwt` + `random_secret` (+
    `refresh_token`), or none before `sign_in()`. `network` is one of ethereum, sepolia, blast, blast_sepolia,
    arbitrum, base, sonic: API keys work only on the chain they were made on.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        jwt: str | None = None,
        random_secret: str | None = None,
        refresh_token: str | None = None,
        network: str | Network = "ethereum",
        env: Env = "sandbox",
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        clock: Clock = SYSTEM_CLOCK,
        app: ASGIApp | None = None,
        caller: Caller | None = None,
    ) -> None:
        url = resolve_base_url("rabbitx", env, base_url)
        self._clock = clock
        self._auth, self.network = _auth_for(
            network=network,
            base_url=url,
            clock=clock,
            api_key=api_key,
            api_secret=api_secret,
            jwt=jwt,
            random_secret=random_secret,
            refresh_token=refresh_token,
        )
        SyncVenue.__init__(self, venue="rabbitx", base_url=url, timeout=timeout, auth=self._auth, app=app)
        Api.__init__(self, self._choose_caller(caller))

    def sign_in(
        self, signer: Signer, *, mode: Mode = "api_key", profile_type: ProfileType = "trader"
    ) -> RabbitXCredentials:
        """Onboard or log in the signer's wallet, and use the credentials from now on.

        Sends `POST /onboarding`. Idempotent by wallet and chain. `api_key` mode yields an API key and its secret,
        `frontend` mode a JWT, a refresh token and a random secret. Raises AuthenticationError for a signature that is
        not accepted.
        """
        signed = self.prepare_sign_in(signer, mode=mode, profile_type=profile_type)
        answer = self.onboarding.onboard(body=onboard_body(signed), rbt_ts=signed.timestamp, eid=signed.eid)
        return self._adopt_answer(answer, mode)


class AsyncRabbitX(_Shared, AsyncVenue, AsyncApi):
    """The asynchronous twin of `RabbitX`."""

    def __init__(
        self,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        jwt: str | None = None,
        random_secret: str | None = None,
        refresh_token: str | None = None,
        network: str | Network = "ethereum",
        env: Env = "sandbox",
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        clock: Clock = SYSTEM_CLOCK,
        app: ASGIApp | None = None,
        caller: AsyncCaller | None = None,
    ) -> None:
        url = resolve_base_url("rabbitx", env, base_url)
        self._clock = clock
        self._auth, self.network = _auth_for(
            network=network,
            base_url=url,
            clock=clock,
            api_key=api_key,
            api_secret=api_secret,
            jwt=jwt,
            random_secret=random_secret,
            refresh_token=refresh_token,
        )
        AsyncVenue.__init__(self, venue="rabbitx", base_url=url, timeout=timeout, auth=self._auth, app=app)
        AsyncApi.__init__(self, self._choose_caller(caller))

    async def sign_in(
        self, signer: Signer, *, mode: Mode = "api_key", profile_type: ProfileType = "trader"
    ) -> RabbitXCredentials:
        """See `RabbitX.sign_in`."""
        signed = self.prepare_sign_in(signer, mode=mode, profile_type=profile_type)
        answer = await self.onboarding.onboard(
            body=onboard_body(signed), rbt_ts=signed.timestamp, eid=signed.eid
        )
        return self._adopt_answer(answer, mode)
