"""RabbitX: a perpetuals exchange where a wallet signature is the sign-up and the log-in.

`sign_in()` onboards the wallet (creating the profile when the venue does not know it) and keeps what comes back; all
later calls are signed by the auth flow. Source of the API facts: `specs/rabbitx.yaml`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, Unpack

from venuekit.auth.flows import token_text
from venuekit.auth.rabbitx import (
    NETWORKS,
    Network,
    RabbitXAuth,
    RabbitXCredentials,
)
from venuekit.auth.rabbitx import sign_in as make_sign_in
from venuekit.transport.errors import ClockSkewError, ConfigurationError, UnexpectedAnswer
from venuekit.transport.secret import SecretText, mask_body
from venuekit.venues._base import (
    AsyncOptions,
    AsyncVenue,
    ClientOptions,
    SyncOptions,
    SyncVenue,
    base_url_of,
    clock_of,
    found_for,
)
from venuekit.venues.amounts import decimal_of
from venuekit_clients.rabbitx.api import Api, AsyncApi

if TYPE_CHECKING:
    from venuekit.auth.chain import Resolved
    from venuekit.auth.rabbitx import SignIn
    from venuekit.auth.wallet import Signer
    from venuekit_clients.rabbitx.models import OnboardRequest, OnboardResponse
    from venuekit_clients.rabbitx.types import Unset

Mode = Literal["api_key", "frontend"]
ProfileType = Literal["trader", "vault"]


class _Shared:
    """What both clients do without I/O."""

    _auth: RabbitXAuth
    network: Network

    @property
    def credentials(self) -> RabbitXCredentials | None:
        """What this client signs with now; None before a sign-in."""
        return self._auth.credentials

    def use_credentials(self, credentials: RabbitXCredentials, *, wallet: str | None = None) -> None:
        """Sign all later calls with these. A store keeps them under `wallet`, an address, if it is given."""
        self._auth.adopt(credentials, wallet=wallet)

    def _held_sources(self) -> Mapping[str, str | None]:
        return {"credentials": self._auth.source}

    def prepare_sign_in(
        self, signer: Signer, *, mode: Mode = "api_key", profile_type: ProfileType = "trader"
    ) -> SignIn:
        """Sign the onboarding text for this client's network, valid for the next minutes. Sends nothing."""
        return make_sign_in(
            signer, network=self.network, mode=mode, profile_type=profile_type, now=self._auth.clock()
        )

    def _adopt_answer(self, answer: OnboardResponse, mode: Mode, wallet: str) -> RabbitXCredentials:
        credentials = credentials_from_answer(answer, mode=mode)
        self._auth.adopt(credentials, wallet=wallet)
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
        key, secret = token_text(result.api_secret.key), token_text(result.api_secret.secret)
        if key and secret:
            return RabbitXCredentials(api_key=key, secret=secret, jwt=token_text(result.jwt))
    if result is not None and mode == "frontend":
        jwt, secret = token_text(result.jwt), token_text(result.random_secret)
        if jwt and secret:
            refresh = token_text(result.refresh_token)
            return RabbitXCredentials(jwt=jwt, random_secret=secret, refresh_token=refresh)
    # The onboarding has happened, and its secrets are shown once: nothing of the answer may be lost.
    text = json.dumps(answer.to_dict())
    raise UnexpectedAnswer(
        f"an answer without the credentials of {mode} mode",
        venue="rabbitx",
        operation="onboard",
        status=200,
        body=mask_body(text),
        raw_body=SecretText(text),
    )


def decimal(value: str | float | Unset | None) -> Decimal | None:
    """An amount of an answer, such as `profile.balance`, as `Decimal`. None where there is none."""
    return decimal_of(value)


def _place(network: str | Network | None, options: ClientOptions) -> tuple[Network, str]:
    """The network, and where its API is. A main net belongs to `live` and a test net to `demo`; the sandbox has all."""
    url, env = base_url_of("rabbitx", options), options.get("env", "sandbox")
    if network is None:
        network = "sepolia" if env == "demo" else "ethereum"
    if isinstance(network, str):
        if network not in NETWORKS:
            raise ConfigurationError(
                f"rabbitx: network must be one of {', '.join(NETWORKS)}, not {network!r}"
            )
        network = NETWORKS[network]
    fault = network_fault(network, env)
    if fault:
        raise ConfigurationError(f"rabbitx: network {fault}")
    if env != "sandbox" and options.get("base_url") is None and network.base_url is not None:
        return network, network.base_url
    return network, url


def network_fault(network: Network, env: str) -> str:
    """Why a network does not belong to an environment, or nothing."""
    if env == "sandbox" or network.live is (env == "live"):
        return ""
    kind = "main" if network.live else "test"
    return f'{network.name} is a {kind} net, which belongs to env="{"live" if network.live else "demo"}"'


def _auth_for(found: Resolved, *, network: Network, base_url: str, options: ClientOptions) -> RabbitXAuth:
    given: dict[str, Any] = {
        "api_key": found.text("api_key"),
        "secret": found.text("api_secret"),
        "jwt": found.text("jwt"),
        "random_secret": found.text("random_secret"),
        "refresh_token": found.text("refresh_token"),
    }
    return RabbitXAuth(
        RabbitXCredentials(**given) if any(given.values()) else None,
        base_url=base_url,
        network=network,
        clock=clock_of(options),
        store=options.get("store"),
        wallet=found.text("wallet"),
    )


class RabbitX(_Shared, SyncVenue, Api):
    """A client of RabbitX. Resources: `onboarding`, `auth`, `account`.

    Credentials are keyword-only and optional: either `api_key` + `api_secret`, or `jwt` + `random_secret` (+
    `refresh_token`), or none before `sign_in()`. `network` is one of ethereum, blast, arbitrum, base, sonic for `live`,
    and of sepolia, blast_sepolia for `demo`; without one, it is sepolia in `demo` and ethereum elsewhere. API keys work
    only on the chain they were made on. `wallet`, an address, goes on with what the store has of an earlier sign-in.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        jwt: str | None = None,
        random_secret: str | None = None,
        refresh_token: str | None = None,
        network: str | Network | None = None,
        wallet: str | None = None,
        **options: Unpack[SyncOptions],
    ) -> None:
        self.network, url = _place(network, options)
        self._found = found_for(
            "rabbitx",
            options,
            api_key=api_key,
            api_secret=api_secret,
            jwt=jwt,
            random_secret=random_secret,
            refresh_token=refresh_token,
            wallet=wallet,
        )
        self._auth = _auth_for(self._found, network=self.network, base_url=url, options=options)
        SyncVenue.__init__(self, "rabbitx", url, self._auth, options)
        Api.__init__(self, self._caller)

    def sign_in(
        self, signer: Signer, *, mode: Mode = "api_key", profile_type: ProfileType = "trader"
    ) -> RabbitXCredentials:
        """Onboard or log in the signer's wallet, and use the credentials from now on.

        Sends `POST /onboarding`. Idempotent by wallet and chain. `api_key` mode yields an API key and its secret,
        `frontend` mode a JWT, a refresh token and a random secret. Raises AuthenticationError for a signature that is
        not accepted.
        """
        offset = self._auth.clock.offset
        signed = self.prepare_sign_in(signer, mode=mode, profile_type=profile_type)
        try:
            answer = self.onboarding.onboard(
                body=onboard_body(signed), rbt_ts=signed.timestamp, eid=signed.eid
            )
        except ClockSkewError:
            if not self._auth.clock.helps(offset):
                raise
            signed = self.prepare_sign_in(signer, mode=mode, profile_type=profile_type)
            answer = self.onboarding.onboard(
                body=onboard_body(signed), rbt_ts=signed.timestamp, eid=signed.eid
            )
        return self._adopt_answer(answer, mode, signed.wallet)


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
        network: str | Network | None = None,
        wallet: str | None = None,
        **options: Unpack[AsyncOptions],
    ) -> None:
        self.network, url = _place(network, options)
        self._found = found_for(
            "rabbitx",
            options,
            api_key=api_key,
            api_secret=api_secret,
            jwt=jwt,
            random_secret=random_secret,
            refresh_token=refresh_token,
            wallet=wallet,
        )
        self._auth = _auth_for(self._found, network=self.network, base_url=url, options=options)
        AsyncVenue.__init__(self, "rabbitx", url, self._auth, options)
        AsyncApi.__init__(self, self._caller)

    async def sign_in(
        self, signer: Signer, *, mode: Mode = "api_key", profile_type: ProfileType = "trader"
    ) -> RabbitXCredentials:
        """See `RabbitX.sign_in`."""
        from anyio import to_thread

        offset = self._auth.clock.offset
        signed = self.prepare_sign_in(signer, mode=mode, profile_type=profile_type)
        try:
            answer = await self.onboarding.onboard(
                body=onboard_body(signed), rbt_ts=signed.timestamp, eid=signed.eid
            )
        except ClockSkewError:
            if not self._auth.clock.helps(offset):
                raise
            signed = self.prepare_sign_in(signer, mode=mode, profile_type=profile_type)
            answer = await self.onboarding.onboard(
                body=onboard_body(signed), rbt_ts=signed.timestamp, eid=signed.eid
            )
        # A store may take its time.
        return await to_thread.run_sync(self._adopt_answer, answer, mode, signed.wallet)
