# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Two-factor authentication with TOTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.disable_otp_request import DisableOtpRequest
    from ...models.enable_otp_request import EnableOtpRequest
    from ...models.otp_secret import OtpSecret
    from ...models.verify_otp_request import VerifyOtpRequest

__all__ = ("AsyncOtpResource", "AsyncRawOtpResource", "OtpResource", "RawOtpResource")


class OtpResource:
    """Two-factor authentication with TOTP."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawOtpResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawOtpResource(self._caller)

    def verify_otp(
        self,
        *,
        body: VerifyOtpRequest,
    ) -> None:
        """Check a TOTP code

        Checks a code of the 2FA that is already on, and changes nothing. The check itself uses the
        code up: it is refused for the next 90 seconds.

        Documented success is 200; a real server answers 201 with `null`. Both are accepted.

        Sends `POST /api/v2/auth/resource/otp/verify`.

        Args:
            body (VerifyOtpRequest): Form fields of `verifyOtp`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. The check leaves no trace but the code, which counts as used up.
        Check with the next one.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200, the code answers 201 with null.
        The 400 key says already_enabled although it means that 2FA is off.)
        """
        from ...operations import OPERATIONS
        from .verify_otp import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["verifyOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def disable_otp(
        self,
        *,
        body: DisableOtpRequest,
    ) -> None:
        """Switch 2FA off

        Switches 2FA off and removes the label `otp`. All API keys of the user and of the service
        accounts become inactive and stay so when 2FA comes back. Needs an unused code; nothing useful
        comes back.

        Sends `POST /api/v2/auth/resource/otp/disable`.

        Args:
            body (DisableOtpRequest): Form fields of `disableOtp`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.get_me`. It happened if `otp` is false.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The answer body is the bare number 200, so no
        schema is declared.)
        """
        from ...operations import OPERATIONS
        from .disable_otp import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["disableOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def enable_otp(
        self,
        *,
        body: EnableOtpRequest,
    ) -> None:
        """Switch 2FA on

        Proves that the secret of `generateOtpQrcode` is stored, by sending a code made from it. 2FA
        is on from here, the label `otp: enabled` appears and all other sessions of the user are
        closed.

        The code is burnt for 90 seconds. An API key or a login right after this needs the code of
        another 30-second step.

        Documented success is 200; a real server answers 201 with a bare number. Both are accepted.

        Sends `POST /api/v2/auth/resource/otp/enable`.

        Args:
            body (EnableOtpRequest): Form fields of `enableOtp`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.get_me`. It happened if `otp` is true.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200, upstream tests assert 201. The
        body is a bare number, so no schema is declared.)
        """
        from ...operations import OPERATIONS
        from .enable_otp import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["enableOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def generate_otp_qrcode(
        self,
    ) -> OtpSecret:
        """Make a TOTP secret

        Makes a new TOTP secret and returns it as an `otpauth://` URI (query parameter `secret`,
        Base32) and as a QR code picture. Store the secret, then prove it with `enableOtp`.

        Every call replaces the secret, as long as 2FA is off: after a lost answer call again and use
        the newest. SHA1, 6 digits, 30 seconds; the code of the step before and after is accepted too.

        Documented success is 200 without a body; a real server answers 201.

        Sends `POST /api/v2/auth/resource/otp/generate_qrcode`.

        Returns:
            OtpSecret on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200 without a schema; the official
        web client's mock shows 201 and the body. Sends no parameters.)
        """
        from ...operations import OPERATIONS
        from .generate_otp_qrcode import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["generateOtpQrcode"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncOtpResource:
    """Two-factor authentication with TOTP. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawOtpResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawOtpResource(self._caller)

    async def verify_otp(
        self,
        *,
        body: VerifyOtpRequest,
    ) -> None:
        """Check a TOTP code

        Checks a code of the 2FA that is already on, and changes nothing. The check itself uses the
        code up: it is refused for the next 90 seconds.

        Documented success is 200; a real server answers 201 with `null`. Both are accepted.

        Sends `POST /api/v2/auth/resource/otp/verify`.

        Args:
            body (VerifyOtpRequest): Form fields of `verifyOtp`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. The check leaves no trace but the code, which counts as used up.
        Check with the next one.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200, the code answers 201 with null.
        The 400 key says already_enabled although it means that 2FA is off.)
        """
        from ...operations import OPERATIONS
        from .verify_otp import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["verifyOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def disable_otp(
        self,
        *,
        body: DisableOtpRequest,
    ) -> None:
        """Switch 2FA off

        Switches 2FA off and removes the label `otp`. All API keys of the user and of the service
        accounts become inactive and stay so when 2FA comes back. Needs an unused code; nothing useful
        comes back.

        Sends `POST /api/v2/auth/resource/otp/disable`.

        Args:
            body (DisableOtpRequest): Form fields of `disableOtp`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.get_me`. It happened if `otp` is false.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The answer body is the bare number 200, so no
        schema is declared.)
        """
        from ...operations import OPERATIONS
        from .disable_otp import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["disableOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def enable_otp(
        self,
        *,
        body: EnableOtpRequest,
    ) -> None:
        """Switch 2FA on

        Proves that the secret of `generateOtpQrcode` is stored, by sending a code made from it. 2FA
        is on from here, the label `otp: enabled` appears and all other sessions of the user are
        closed.

        The code is burnt for 90 seconds. An API key or a login right after this needs the code of
        another 30-second step.

        Documented success is 200; a real server answers 201 with a bare number. Both are accepted.

        Sends `POST /api/v2/auth/resource/otp/enable`.

        Args:
            body (EnableOtpRequest): Form fields of `enableOtp`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.get_me`. It happened if `otp` is true.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200, upstream tests assert 201. The
        body is a bare number, so no schema is declared.)
        """
        from ...operations import OPERATIONS
        from .enable_otp import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["enableOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def generate_otp_qrcode(
        self,
    ) -> OtpSecret:
        """Make a TOTP secret

        Makes a new TOTP secret and returns it as an `otpauth://` URI (query parameter `secret`,
        Base32) and as a QR code picture. Store the secret, then prove it with `enableOtp`.

        Every call replaces the secret, as long as 2FA is off: after a lost answer call again and use
        the newest. SHA1, 6 digits, 30 seconds; the code of the step before and after is accepted too.

        Documented success is 200 without a body; a real server answers 201.

        Sends `POST /api/v2/auth/resource/otp/generate_qrcode`.

        Returns:
            OtpSecret on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200 without a schema; the official
        web client's mock shows 201 and the body. Sends no parameters.)
        """
        from ...operations import OPERATIONS
        from .generate_otp_qrcode import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["generateOtpQrcode"],
            _get_kwargs(),
            _parse_success,
        )


class RawOtpResource:
    """Two-factor authentication with TOTP. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def verify_otp(
        self,
        *,
        body: VerifyOtpRequest,
    ) -> RawResponse[None]:
        """Check a TOTP code: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .verify_otp import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["verifyOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def disable_otp(
        self,
        *,
        body: DisableOtpRequest,
    ) -> RawResponse[None]:
        """Switch 2FA off: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .disable_otp import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["disableOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def enable_otp(
        self,
        *,
        body: EnableOtpRequest,
    ) -> RawResponse[None]:
        """Switch 2FA on: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .enable_otp import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["enableOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def generate_otp_qrcode(
        self,
    ) -> RawResponse[OtpSecret]:
        """Make a TOTP secret: the answer as it came, OtpSecret when parsed."""
        from ...operations import OPERATIONS
        from .generate_otp_qrcode import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["generateOtpQrcode"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncRawOtpResource:
    """Two-factor authentication with TOTP. Every method is a coroutine. Every method returns the answer
    unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def verify_otp(
        self,
        *,
        body: VerifyOtpRequest,
    ) -> RawResponse[None]:
        """Check a TOTP code: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .verify_otp import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["verifyOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def disable_otp(
        self,
        *,
        body: DisableOtpRequest,
    ) -> RawResponse[None]:
        """Switch 2FA off: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .disable_otp import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["disableOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def enable_otp(
        self,
        *,
        body: EnableOtpRequest,
    ) -> RawResponse[None]:
        """Switch 2FA on: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .enable_otp import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["enableOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def generate_otp_qrcode(
        self,
    ) -> RawResponse[OtpSecret]:
        """Make a TOTP secret: the answer as it came, OtpSecret when parsed."""
        from ...operations import OPERATIONS
        from .generate_otp_qrcode import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["generateOtpQrcode"],
            _get_kwargs(),
            _parse_success,
        )
