# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Phone numbers and their verification."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.create_phone_request import CreatePhoneRequest
    from ...models.phone import Phone
    from ...models.phone_code_sent import PhoneCodeSent
    from ...models.send_phone_code_request import SendPhoneCodeRequest
    from ...models.user_with_full_info import UserWithFullInfo
    from ...models.verify_phone_request import VerifyPhoneRequest

__all__ = ("AsyncPhonesResource", "AsyncRawPhonesResource", "PhonesResource", "RawPhonesResource")


class PhonesResource:
    """Phone numbers and their verification."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawPhonesResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawPhonesResource(self._caller)

    def verify_phone(
        self,
        *,
        body: VerifyPhoneRequest,
    ) -> UserWithFullInfo:
        """Confirm a phone number

        Sends the code that arrived by SMS or call. The phone becomes verified, and the user comes
        back in full, at level 2 when the e-mail address is confirmed as well. No new `csrf_token` is
        in the answer: keep the one of the login.

        A wrong code is 404, not 422.

        Sends `POST /api/v2/auth/resource/phones/verify`.

        Args:
            body (VerifyPhoneRequest): Form fields of `verifyPhone`.
                (application/x-www-form-urlencoded)

        Returns:
            UserWithFullInfo on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.get_me`. It happened if the phone has a `validated_at`.
        Needs a person: yes (sms).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page; a mock of the
        official web client shows a bare number as body instead.)
        """
        from ...operations import OPERATIONS
        from .verify_phone import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["verifyPhone"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def send_phone_code(
        self,
        *,
        body: SendPhoneCodeRequest,
    ) -> PhoneCodeSent:
        """Send the phone code again

        Sends the code of a number that `createPhone` stored and nobody verified yet. With the stock
        SMS provider it is the same code as before.

        Documented success is 200 without a body; a real server answers 201 with a message.

        Sends `POST /api/v2/auth/resource/phones/send_code`.

        Args:
            body (SendPhoneCodeRequest): Form fields of `sendPhoneCode`.
                (application/x-www-form-urlencoded)

        Returns:
            PhoneCodeSent on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. The message is the only trace. With the stock provider a second
        one has the same code.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200 without a schema, upstream tests
        assert 201 and the message. 429 is of a later upstream line (3.x).)
        """
        from ...operations import OPERATIONS
        from .send_phone_code import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["sendPhoneCode"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def list_phones(
        self,
    ) -> list[Phone]:
        """List own phone numbers

        Returns all phone numbers of the caller, masked to the country code and the last four digits.
        `validated_at` is null until the number is verified.

        Sends `GET /api/v2/auth/resource/phones`.

        Returns:
            list[Phone] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names a single Phone; the server
        returns an array of them.)
        """
        from ...operations import OPERATIONS
        from .list_phones import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["listPhones"],
            _get_kwargs(),
            _parse_success,
        )

    def create_phone(
        self,
        *,
        body: CreatePhoneRequest,
    ) -> PhoneCodeSent:
        """Add a phone number

        Stores a number and sends a code to it. Follow with `verifyPhone`.

        When the caller's own unverified number is already stored the answer is 400
        `resource.phone.exists`: call `sendPhoneCode` instead. A number that another user verified is
        refused.

        Documented success is 200 without a body; a real server answers 201 with a message.

        Sends `POST /api/v2/auth/resource/phones`.

        Args:
            body (CreatePhoneRequest): Form fields of `createPhone`.
                (application/x-www-form-urlencoded)

        Returns:
            PhoneCodeSent on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `phones.list_phones`. It happened if the number, masked, is in the
        list.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200 without a schema, upstream tests
        assert 201 and the message. 429 is of a later upstream line (3.x).)
        """
        from ...operations import OPERATIONS
        from .create_phone import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createPhone"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncPhonesResource:
    """Phone numbers and their verification. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawPhonesResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawPhonesResource(self._caller)

    async def verify_phone(
        self,
        *,
        body: VerifyPhoneRequest,
    ) -> UserWithFullInfo:
        """Confirm a phone number

        Sends the code that arrived by SMS or call. The phone becomes verified, and the user comes
        back in full, at level 2 when the e-mail address is confirmed as well. No new `csrf_token` is
        in the answer: keep the one of the login.

        A wrong code is 404, not 422.

        Sends `POST /api/v2/auth/resource/phones/verify`.

        Args:
            body (VerifyPhoneRequest): Form fields of `verifyPhone`.
                (application/x-www-form-urlencoded)

        Returns:
            UserWithFullInfo on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.get_me`. It happened if the phone has a `validated_at`.
        Needs a person: yes (sms).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page; a mock of the
        official web client shows a bare number as body instead.)
        """
        from ...operations import OPERATIONS
        from .verify_phone import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["verifyPhone"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def send_phone_code(
        self,
        *,
        body: SendPhoneCodeRequest,
    ) -> PhoneCodeSent:
        """Send the phone code again

        Sends the code of a number that `createPhone` stored and nobody verified yet. With the stock
        SMS provider it is the same code as before.

        Documented success is 200 without a body; a real server answers 201 with a message.

        Sends `POST /api/v2/auth/resource/phones/send_code`.

        Args:
            body (SendPhoneCodeRequest): Form fields of `sendPhoneCode`.
                (application/x-www-form-urlencoded)

        Returns:
            PhoneCodeSent on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. The message is the only trace. With the stock provider a second
        one has the same code.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200 without a schema, upstream tests
        assert 201 and the message. 429 is of a later upstream line (3.x).)
        """
        from ...operations import OPERATIONS
        from .send_phone_code import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["sendPhoneCode"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def list_phones(
        self,
    ) -> list[Phone]:
        """List own phone numbers

        Returns all phone numbers of the caller, masked to the country code and the last four digits.
        `validated_at` is null until the number is verified.

        Sends `GET /api/v2/auth/resource/phones`.

        Returns:
            list[Phone] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names a single Phone; the server
        returns an array of them.)
        """
        from ...operations import OPERATIONS
        from .list_phones import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["listPhones"],
            _get_kwargs(),
            _parse_success,
        )

    async def create_phone(
        self,
        *,
        body: CreatePhoneRequest,
    ) -> PhoneCodeSent:
        """Add a phone number

        Stores a number and sends a code to it. Follow with `verifyPhone`.

        When the caller's own unverified number is already stored the answer is 400
        `resource.phone.exists`: call `sendPhoneCode` instead. A number that another user verified is
        refused.

        Documented success is 200 without a body; a real server answers 201 with a message.

        Sends `POST /api/v2/auth/resource/phones`.

        Args:
            body (CreatePhoneRequest): Form fields of `createPhone`.
                (application/x-www-form-urlencoded)

        Returns:
            PhoneCodeSent on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `phones.list_phones`. It happened if the number, masked, is in the
        list.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200 without a schema, upstream tests
        assert 201 and the message. 429 is of a later upstream line (3.x).)
        """
        from ...operations import OPERATIONS
        from .create_phone import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createPhone"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class RawPhonesResource:
    """Phone numbers and their verification. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def verify_phone(
        self,
        *,
        body: VerifyPhoneRequest,
    ) -> RawResponse[UserWithFullInfo]:
        """Confirm a phone number: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .verify_phone import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["verifyPhone"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def send_phone_code(
        self,
        *,
        body: SendPhoneCodeRequest,
    ) -> RawResponse[PhoneCodeSent]:
        """Send the phone code again: the answer as it came, PhoneCodeSent when parsed."""
        from ...operations import OPERATIONS
        from .send_phone_code import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["sendPhoneCode"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def list_phones(
        self,
    ) -> RawResponse[list[Phone]]:
        """List own phone numbers: the answer as it came, list[Phone] when parsed."""
        from ...operations import OPERATIONS
        from .list_phones import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["listPhones"],
            _get_kwargs(),
            _parse_success,
        )

    def create_phone(
        self,
        *,
        body: CreatePhoneRequest,
    ) -> RawResponse[PhoneCodeSent]:
        """Add a phone number: the answer as it came, PhoneCodeSent when parsed."""
        from ...operations import OPERATIONS
        from .create_phone import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createPhone"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncRawPhonesResource:
    """Phone numbers and their verification. Every method is a coroutine. Every method returns the answer
    unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def verify_phone(
        self,
        *,
        body: VerifyPhoneRequest,
    ) -> RawResponse[UserWithFullInfo]:
        """Confirm a phone number: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .verify_phone import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["verifyPhone"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def send_phone_code(
        self,
        *,
        body: SendPhoneCodeRequest,
    ) -> RawResponse[PhoneCodeSent]:
        """Send the phone code again: the answer as it came, PhoneCodeSent when parsed."""
        from ...operations import OPERATIONS
        from .send_phone_code import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["sendPhoneCode"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def list_phones(
        self,
    ) -> RawResponse[list[Phone]]:
        """List own phone numbers: the answer as it came, list[Phone] when parsed."""
        from ...operations import OPERATIONS
        from .list_phones import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["listPhones"],
            _get_kwargs(),
            _parse_success,
        )

    async def create_phone(
        self,
        *,
        body: CreatePhoneRequest,
    ) -> RawResponse[PhoneCodeSent]:
        """Add a phone number: the answer as it came, PhoneCodeSent when parsed."""
        from ...operations import OPERATIONS
        from .create_phone import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createPhone"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )
