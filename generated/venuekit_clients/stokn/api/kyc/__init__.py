# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Identity check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.kyc_start_envelope import KycStartEnvelope

__all__ = ("AsyncKycResource", "AsyncRawKycResource", "KycResource", "RawKycResource")


class KycResource:
    """Identity check."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawKycResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawKycResource(self._caller)

    def start_kyc(
        self,
    ) -> KycStartEnvelope:
        """Start the identity check

        Makes an identification and answers the address where the person does it (papers and a selfie,
        at an outside provider). Every call makes a new identification, although the method is GET:
        call it once and keep the address. The verdict is not part of any answer of this call; read it
        with getMe. Where the verdict does not activate the account, an account manager of the venue
        does.

        Sends `GET /v1/kyc/start`.

        Returns:
            KycStartEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. No call shows an identification before its verdict, which getMe
        has. The address is lost with the answer.
        Needs a person: yes (kyc).
        Evidence: observed, the venue's documentation site, step 2 (On a later page of the
        documentation.)
        """
        from ...operations import OPERATIONS
        from .start_kyc import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["startKyc"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncKycResource:
    """Identity check. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawKycResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawKycResource(self._caller)

    async def start_kyc(
        self,
    ) -> KycStartEnvelope:
        """Start the identity check

        Makes an identification and answers the address where the person does it (papers and a selfie,
        at an outside provider). Every call makes a new identification, although the method is GET:
        call it once and keep the address. The verdict is not part of any answer of this call; read it
        with getMe. Where the verdict does not activate the account, an account manager of the venue
        does.

        Sends `GET /v1/kyc/start`.

        Returns:
            KycStartEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. No call shows an identification before its verdict, which getMe
        has. The address is lost with the answer.
        Needs a person: yes (kyc).
        Evidence: observed, the venue's documentation site, step 2 (On a later page of the
        documentation.)
        """
        from ...operations import OPERATIONS
        from .start_kyc import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["startKyc"],
            _get_kwargs(),
            _parse_success,
        )


class RawKycResource:
    """Identity check. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def start_kyc(
        self,
    ) -> RawResponse[KycStartEnvelope]:
        """Start the identity check: the answer as it came, KycStartEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .start_kyc import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["startKyc"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncRawKycResource:
    """Identity check. Every method is a coroutine. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def start_kyc(
        self,
    ) -> RawResponse[KycStartEnvelope]:
        """Start the identity check: the answer as it came, KycStartEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .start_kyc import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["startKyc"],
            _get_kwargs(),
            _parse_success,
        )
