# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Registering a wallet, or signing in with one that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.onboard_request import OnboardRequest
    from ...models.onboard_response import OnboardResponse
    from ...types import Unset

__all__ = (
    "AsyncOnboardingResource",
    "AsyncRawOnboardingResource",
    "OnboardingResource",
    "RawOnboardingResource",
)


class OnboardingResource:
    """Registering a wallet, or signing in with one that is known."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawOnboardingResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawOnboardingResource(self._caller)

    def onboard(
        self,
        *,
        body: OnboardRequest,
        rbt_ts: int,
        eid: str | Unset = UNSET,
    ) -> OnboardResponse:
        """Register a wallet or sign in with it

        Proves that the caller owns a wallet. Creates a profile when the wallet is new on the chain,
        and signs in otherwise; the answer does not tell which of the two happened. So it is safe to
        send again. In market maker mode each time may leave one more API key behind; the venue limits
        their number (`MAX_SECRETS_EXCEED`).

        The proof is `signature`: the wallet signs the venue's welcome text together with the number
        sent in `RBT-TS`. Both personal_sign (EIP-191) and typed data (EIP-712) are in use. No other
        authentication is needed. Keep the secrets of the answer: no call shows them again.

        The answer depends on `is_client`: `true` fills `refreshToken` and `randomSecret`, anything
        else fills `apiSecret`. The example of the answer shows the fields of both modes at once; a
        real one has those of its mode. The venue also sets the cookie `jwt`.

        Costs 100 of the 1200 tokens that one IP address has per minute, so at most 12 calls a minute.

        Sends `POST /onboarding`.

        Args:
            body (OnboardRequest): The wallet and the proof that the caller owns it.
                (application/json)
            rbt_ts (int): When the signature expires, in unix seconds, at most 600 seconds ahead.
                It is part of the signed text. (header `RBT-TS`)
            eid (str | Unset): The chain: `rbx` (Ethereum, Sepolia), `bfx` (Blast),
                `rbx_arbitrum`, `rbx_base` or `rbx_sonic`. Absent means `rbx`. Keys and tokens work
                only on the chain they were made on. (header `EID`)

        Returns:
            OnboardResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: yes (signature).
        Evidence: documented, 000_d1005a5135d27ccd.txt (Path, body and answer are on the page; the
        headers, the market maker mode and decimals as strings come from the vendor's other pages and
        from published clients.)
        """
        from ...operations import OPERATIONS
        from .onboard import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["onboard"],
            _get_kwargs(
                body=body,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )


class AsyncOnboardingResource:
    """Registering a wallet, or signing in with one that is known. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawOnboardingResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawOnboardingResource(self._caller)

    async def onboard(
        self,
        *,
        body: OnboardRequest,
        rbt_ts: int,
        eid: str | Unset = UNSET,
    ) -> OnboardResponse:
        """Register a wallet or sign in with it

        Proves that the caller owns a wallet. Creates a profile when the wallet is new on the chain,
        and signs in otherwise; the answer does not tell which of the two happened. So it is safe to
        send again. In market maker mode each time may leave one more API key behind; the venue limits
        their number (`MAX_SECRETS_EXCEED`).

        The proof is `signature`: the wallet signs the venue's welcome text together with the number
        sent in `RBT-TS`. Both personal_sign (EIP-191) and typed data (EIP-712) are in use. No other
        authentication is needed. Keep the secrets of the answer: no call shows them again.

        The answer depends on `is_client`: `true` fills `refreshToken` and `randomSecret`, anything
        else fills `apiSecret`. The example of the answer shows the fields of both modes at once; a
        real one has those of its mode. The venue also sets the cookie `jwt`.

        Costs 100 of the 1200 tokens that one IP address has per minute, so at most 12 calls a minute.

        Sends `POST /onboarding`.

        Args:
            body (OnboardRequest): The wallet and the proof that the caller owns it.
                (application/json)
            rbt_ts (int): When the signature expires, in unix seconds, at most 600 seconds ahead.
                It is part of the signed text. (header `RBT-TS`)
            eid (str | Unset): The chain: `rbx` (Ethereum, Sepolia), `bfx` (Blast),
                `rbx_arbitrum`, `rbx_base` or `rbx_sonic`. Absent means `rbx`. Keys and tokens work
                only on the chain they were made on. (header `EID`)

        Returns:
            OnboardResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: yes (signature).
        Evidence: documented, 000_d1005a5135d27ccd.txt (Path, body and answer are on the page; the
        headers, the market maker mode and decimals as strings come from the vendor's other pages and
        from published clients.)
        """
        from ...operations import OPERATIONS
        from .onboard import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["onboard"],
            _get_kwargs(
                body=body,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )


class RawOnboardingResource:
    """Registering a wallet, or signing in with one that is known. Every method returns the answer
    unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def onboard(
        self,
        *,
        body: OnboardRequest,
        rbt_ts: int,
        eid: str | Unset = UNSET,
    ) -> RawResponse[OnboardResponse]:
        """Register a wallet or sign in with it: the answer as it came, OnboardResponse when parsed."""
        from ...operations import OPERATIONS
        from .onboard import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["onboard"],
            _get_kwargs(
                body=body,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )


class AsyncRawOnboardingResource:
    """Registering a wallet, or signing in with one that is known. Every method is a coroutine. Every
    method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def onboard(
        self,
        *,
        body: OnboardRequest,
        rbt_ts: int,
        eid: str | Unset = UNSET,
    ) -> RawResponse[OnboardResponse]:
        """Register a wallet or sign in with it: the answer as it came, OnboardResponse when parsed."""
        from ...operations import OPERATIONS
        from .onboard import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["onboard"],
            _get_kwargs(
                body=body,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )
