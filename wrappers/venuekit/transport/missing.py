"""Errors that name the step that is missing, and what to go on with.

Each is a subclass of the error that its answer would give otherwise, so that a handler of `AuthenticationError`,
`RejectedError` or `ConflictError` keeps working. Which answers give which: `venuekit.transport.meanings`.
"""

from __future__ import annotations

from venuekit.transport.errors import (
    AuthenticationError,
    ConflictError,
    RejectedError,
    StatusError,
)


class MissingStep(StatusError):
    """The venue wants something else first. `.hint` says what, `.operations` are the operationIds to do it with."""

    operations: tuple[str, ...] = ()


class OtpRequired(AuthenticationError, MissingStep):
    """The second factor is on, and the call carried no one-time code. `.field` is where the code belongs."""

    hint = "two-factor authentication is on: send a one-time code too, or give the client its totp="
    field: str = "otp_code"


class OtpRejected(AuthenticationError):
    """The one-time code was wrong or too old. The venue has taken note of it: the same code will not do later either."""

    hint = "the one-time code was not accepted: send another, and check this machine's clock"


class TotpReplayed(AuthenticationError):
    """The venue has seen this one-time code before, or cannot check codes now.

    `.wait` is how long it remembers a code, in seconds. Another code is accepted at once.
    """

    hint = "each one-time code counts once: send one that was not sent in the last 90 s"
    wait: float = 90.0


class TotpRequired(RejectedError, MissingStep):
    """The call needs two-factor authentication, and the account has none."""

    hint = "two-factor authentication is off: switch it on with generateOtpQrcode and enableOtp"
    operations = ("generateOtpQrcode", "enableOtp")


class EmailUnconfirmed(AuthenticationError, MissingStep):
    """The account is not active: its e-mail address is not confirmed, or the operator has locked it."""

    hint = (
        "the account is not active: confirm its e-mail address with confirmEmail (requestEmailConfirmation sends"
        " another mail); one that is confirmed was locked by the operator"
    )
    operations = ("requestEmailConfirmation", "confirmEmail")


class CaptchaRequired(RejectedError, MissingStep):
    """The venue wants a solved captcha. Which kind: see getIdentityConfigs. `.field` is where the response belongs."""

    hint = "a person has to solve a captcha: send its response as captcha_response"
    operations = ("getIdentityConfigs",)
    field: str = "captcha_response"


class KycPending(ConflictError, MissingStep):
    """The account is not active, because the identity check or the back office's decision is not there yet.

    `.account_id` is the account that was asked about, or None when the call does not name it.
    """

    hint = (
        "the account is not active yet: finish the identity check (startKyc) and wait until getMe says active"
    )
    operations = ("startKyc", "getMe")
    account_id: str | None = None


class AgreementMissing(RejectedError, MissingStep):
    """Texts that the person has not accepted in the current version. `.documents` are their names, when known."""

    hint = "the person has to accept the agreements (getUserEula lists them) before the account works"
    operations = ("getUserEula",)
    documents: tuple[str, ...] = ()


class MarketDataMissing(RejectedError, MissingStep):
    """The user has no market data, without which the platform lets nobody in."""

    hint = "select market data of at least one exchange: Delayed costs nothing"


class SignatureExpired(AuthenticationError):
    """The time that was signed is over, or too far from the venue's clock."""

    hint = "sign again with the time of now; if it is refused again, set this machine's clock"


class AlreadyExists(ConflictError):
    """Something of this name, address or number exists already. `.fields` are the fields in question, when known."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The request's fields whose values are taken, in the venue's spelling."""
        return tuple(code.removesuffix(".taken") for code in self.codes if code.endswith(".taken"))


class UsernameTaken(AlreadyExists):
    """The user name belongs to somebody already."""

    hint = "choose another user name, or log in if it is the applicant's own"


class PhoneExists(AlreadyExists):
    """The phone is the user's own, and is not verified yet."""

    hint = "ask for a new code with sendPhoneCode and answer it with verifyPhone"


__all__ = [
    "AgreementMissing",
    "AlreadyExists",
    "CaptchaRequired",
    "EmailUnconfirmed",
    "KycPending",
    "MarketDataMissing",
    "MissingStep",
    "OtpRejected",
    "OtpRequired",
    "PhoneExists",
    "SignatureExpired",
    "TotpReplayed",
    "TotpRequired",
    "UsernameTaken",
]
