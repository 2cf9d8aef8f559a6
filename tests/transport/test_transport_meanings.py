"""Every code that the venues are known to answer has its class; any other keeps the meaning of its status, and its text."""

from __future__ import annotations

import json

import pytest

from venuekit import (
    AgreementMissing,
    AlreadyExists,
    AnswerError,
    AuthenticationError,
    CaptchaRequired,
    ConflictError,
    EmailUnconfirmed,
    KycPending,
    MarketDataMissing,
    MissingStep,
    NotFoundError,
    OtpRejected,
    OtpRequired,
    PhoneExists,
    RateLimitedError,
    RejectedError,
    SignatureExpired,
    StatusError,
    TotpReplayed,
    TotpRequired,
    UnavailableError,
    UsernameTaken,
)
from venuekit.transport.answers import error_for_answer
from venuekit.transport.http import Request, Response
from venuekit.transport.missing import __all__ as NEW

Kind = type[AnswerError]

# Barong's keys that mean more than their status, or something else.
BARONG: dict[str, Kind] = {
    "identity.session.missing_otp": OtpRequired,
    "resource.user.missing_otp_code": OtpRequired,
    "identity.session.invalid_otp": OtpRejected,
    "resource.otp.invalid": OtpRejected,
    "resource.api_key.invalid_totp": OtpRejected,
    "resource.service_accounts.invalid_totp": OtpRejected,
    "resource.user.invalid_otp": OtpRejected,
    "totp.error": TotpReplayed,
    "resource.api_key.2fa_disabled": TotpRequired,
    "resource.service_accounts.2fa_disabled": TotpRequired,
    "identity.session.not_active": EmailUnconfirmed,
    "authz.user_not_active": EmailUnconfirmed,
    "identity.captcha.required": CaptchaRequired,
    "identity.captcha.mandatory_fields": CaptchaRequired,
    "authz.nonce_expired": SignatureExpired,
    "authz.nonce_not_valid_timestamp": SignatureExpired,
    "resource.phone.exists": PhoneExists,
    "resource.phone.number_exist": AlreadyExists,
    "resource.otp.already_enabled": ConflictError,
    "identity.user.active_or_doesnt_exist": ConflictError,
    "identity.user.utilized_token": ConflictError,
    "state.exists": AlreadyExists,
    "email.taken": AlreadyExists,
    "key.taken": AlreadyExists,
    "title.taken": AlreadyExists,
    "value.taken": AlreadyExists,
    "username.taken": UsernameTaken,
}
# All keys of Barong that are known, by status. "a.b.{c,d}" stands for a.b.c and a.b.d.
BARONG_KEYS: dict[int, str] = {
    400: """
        identity.captcha.{required,mandatory_fields} resource.service_accounts.2fa_disabled resource.api_key.2fa_disabled
        resource.otp.{already_enabled,not_enabled} resource.labels.private
        resource.phone.{exists,invalid_num,number_exist} resource.documents.{limit_reached,limit_will_be_reached}
        resource.password.{prev_pass_not_correct,no_change_provided}
    """,
    401: """
        authz.{missing_csrf_token,csrf_token_mismatch,invalid_session,client_session_mismatch,user_not_active}
        authz.{invalid_permission,unexistent_apikey,nonce_not_valid_timestamp,nonce_expired,invalid_signature}
        authz.{apikey_not_active,disabled_2fa,permission_denied} authz.restrict.{blacklist,maintenance,blocklogin}
        jwt.decode_and_verify identity.session.auth0.invalid_params
        identity.session.{invalid_params,banned,deleted,not_active,missing_otp}
    """,
    403: "identity.session.invalid_otp authz.restrict.blacklist",
    404: """
        record.not_found identity.session.not_found resource.service_account.doesnt_exist
        resource.phone.{doesnt_exist,verification_invalid} resource.profile.doesnt_exist_or_not_editable
    """,
    422: """
        identity.captcha.verification_failed totp.error authz.invalid_api_key_headers resource.otp.{invalid,missing_code}
        identity.user.{missing_pass_token,empty_reset_password_token,missing_password,empty_password,missing_token}
        identity.user.{missing_confirm_password,passwords_doesnt_match,utilized_token,missing_email,empty_email,empty_token}
        identity.user.{active_or_doesnt_exist,invalid_referral_format,referral_doesnt_exist,missing_whitelink_token}
        identity.user.access.invalid_token identity.session.{missing_id_token,missing_email,invalid_captcha_format}
        identity.general.missing_password public.general.missing_password jwt.decode_and_verify.{expired,segments,raised}
        password.{requirements,weak} email.{invalid,taken} username.{too_short,too_long,invalid,taken} role.doesnt_exist
        data.{invalid_format,too_long} value.{taken,invalid} title.{inclusion,exclusion,taken} state.{exists,invalid}
        resource.service_account.non_string_service_account_uid resource.serviceaccount.missing_service_account_uid
        resource.service_accounts.{missing_totp,invalid_totp,invalid_ordering,invalid_attribute}
        resource.datastorage.{missing_title,empty_data} resource.api_key.{missing_totp,invalid_totp,invalid_ordering}
        resource.api_key.{non_integer_page,non_positive_page,invalid_limit} resource.apikey.{missing_totp_code,empty_scope}
        algorithm.inclusion kid.blank key_holder_account.invalid api_key.could_not_save_secret
        resource.phone.{missing_phone_number,empty_verification_code,invalid_channel,num_not_reachable,num_not_valid}
        resource.phone.{sms_content_invalid,unsubscribed_recipient,twilio_unexpected} resource.document.missing_upload
        resource.documents.{expire_not_a_date,doc_category,invalid_format,already_expired} upload.blank metadata.invalid
        doc_type.inclusion doc_number.{invalid,too_long} first_name.invalid dob.invalid invalid value key.{taken,invalid}
        resource.label.missing_value resource.user.{missing_old_password,empty_new_password,wrong_topic,no_activity}
        resource.password.doesnt_match resource.user.{invalid_password,missing_otp_code,invalid_otp,missing_data}
        resource.address.missing_country doc_expire.blank
    """,
    423: "authz.restrict.blacklist",
    471: "authz.restrict.maintenance",
}
BY_STATUS: dict[int, Kind] = {
    400: RejectedError,
    401: AuthenticationError,
    403: AuthenticationError,
    404: NotFoundError,
    409: ConflictError,
    422: RejectedError,
    423: RejectedError,
    471: RejectedError,
    429: RateLimitedError,
    500: UnavailableError,
}


def spelled_out(text: str) -> list[str]:
    keys: list[str] = []
    for word in text.split():
        start, brace, rest = word.partition("{")
        keys += [start + end for end in rest.rstrip("}").split(",")] if brace else [word]
    return keys


def refusal(
    venue: str, status: int, body: object, *, sent: object = None, operation: str = "something"
) -> AnswerError:
    request = Request("POST", "https://example.com/x", json=sent) if sent is not None else None
    answer = Response(status, json=body, request=request)
    error = error_for_answer(answer, venue=venue, operation=operation)
    assert error is not None
    return error


@pytest.mark.parametrize(
    ("status", "key"), [(status, key) for status, text in BARONG_KEYS.items() for key in spelled_out(text)]
)
def test_every_key_of_barong(status: int, key: str) -> None:
    error = refusal("nebulaecn", status, {"errors": [key]})
    assert type(error) is BARONG.get(key, BY_STATUS[status])
    assert error.codes == (key,)
    assert key in str(error)
    assert type(refusal("nebulaecn", 503, {"errors": [key]})) is UnavailableError, "a failure stays one"


def test_all_listed_keys_were_tested() -> None:
    assert set(BARONG) <= {key for text in BARONG_KEYS.values() for key in spelled_out(text)}


@pytest.mark.parametrize("status", BY_STATUS)
def test_an_unknown_key_keeps_the_meaning_of_its_status(status: int) -> None:
    for venue in ("nebulaecn", "stokn", "rabbitx", "t4", "tradelocker"):
        error = refusal(venue, status, {"errors": ["resource.moon.full", "x.y"]})
        assert type(error) is BY_STATUS[status]
        assert error.codes == ("resource.moon.full", "x.y")
        assert error.hint == ""


def test_fields_that_are_taken() -> None:
    error = refusal("nebulaecn", 422, {"errors": ["email.taken", "username.taken"]})
    assert type(error) is AlreadyExists
    assert error.fields == ("email", "username")
    assert type(refusal("nebulaecn", 422, {"errors": ["email.taken", "password.weak"]})) is RejectedError


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (404, 0, NotFoundError),
        (404, 1, RejectedError),
        (400, 2, RejectedError),
        (404, 3, NotFoundError),
        (409, 4, ConflictError),
        (409, 6, AuthenticationError),
        (409, 7, RejectedError),
        (409, 9, RejectedError),
        (409, 11, RejectedError),
        (409, 18, KycPending),
        *((409, code, ConflictError) for code in (8, 10, *range(12, 18), 19, 20, 21, 999)),
        (500, 18, UnavailableError),
    ],
)
def test_every_number_of_stokn(status: int, code: int, expected: Kind) -> None:
    body = {"success": False, "data": None, "errorCode": code, "errorMessage": "null-sorry"}
    error = refusal("stokn", status, body)
    assert type(error) is expected
    assert error.codes == (str(code),)


def test_the_account_that_is_not_active_yet() -> None:
    body = {"success": False, "errorCode": 18, "errorMessage": "null-no trading portfolio"}
    error = refusal("stokn", 409, body, sent={"accountId": "account-7", "portfolioId": "p"})
    assert isinstance(error, KycPending)
    assert error.account_id == "account-7"
    assert error.operations == ("startKyc", "getMe")
    unnamed = refusal("stokn", 409, body)
    assert isinstance(unnamed, KycPending) and unnamed.account_id is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, AuthenticationError) for text in ("NO_SUCH_KEY", "KEY_EXPIRED", "NOT_ALLOWED_FOR_IP", "NOT_YOUR_KEY")),
        *(
            (text, AuthenticationError)
            for text in ("REFRESH_TOKEN_NOT_FOUND", "NO_API_KEY_FOR_REFRESH_TOKEN", "NOT_YOUR_REFRESH_TOKEN")
        ),
        ("invalid payload signature", AuthenticationError),
        ("bad jwt", AuthenticationError),
        ("timestamp is expired", SignatureExpired),
        ("expired signature timestamp", SignatureExpired),
        ("MAX_SECRETS_EXCEED", RejectedError),
        ("API_JWT_UPDATE_ERROR", RejectedError),
        ("API_SECRET_UPDATE_ERROR", RejectedError),
        ("the moon is full", RejectedError),
    ],
)  # fmt: skip
@pytest.mark.parametrize("status", [200, 400])
def test_every_text_of_rabbitx(text: str, expected: Kind, status: int) -> None:
    error = refusal("rabbitx", status, {"success": False, "error": text, "result": []})
    assert type(error) is expected
    assert error.codes == (text,)


@pytest.mark.parametrize(
    ("detail", "expected"),
    [
        ("The username already exists.", UsernameTaken),
        ("User name is in use", UsernameTaken),
        ("The account already exists.", AlreadyExists),
        ("no", ConflictError),
    ],
)
def test_a_conflict_of_t4_in_the_status_and_in_the_body(detail: str, expected: Kind) -> None:
    assert type(refusal("t4", 409, {"detail": detail})) is expected
    inner = refusal("t4", 200, {"result": {"value": {"detail": detail}, "statusCode": 409}})
    assert type(inner) is expected
    assert (inner.status, inner.codes) == (200, (detail,))
    assert type(refusal("t4", 400, {"detail": detail})) is RejectedError


@pytest.mark.parametrize(
    ("kind", "base"),
    [
        (OtpRequired, AuthenticationError),
        (OtpRejected, AuthenticationError),
        (TotpReplayed, AuthenticationError),
        (TotpRequired, RejectedError),
        (EmailUnconfirmed, AuthenticationError),
        (CaptchaRequired, RejectedError),
        (KycPending, ConflictError),
        (AgreementMissing, RejectedError),
        (MarketDataMissing, RejectedError),
        (SignatureExpired, AuthenticationError),
        (AlreadyExists, ConflictError),
        (UsernameTaken, ConflictError),
        (PhoneExists, ConflictError),
        (MissingStep, StatusError),
    ],
)
def test_what_a_handler_of_the_wider_class_gets(kind: Kind, base: Kind) -> None:
    """Nothing that was caught before escapes, and the message ends with what to do next."""
    error = kind("HTTP 400: no", venue="t4", operation="login", status=400)
    assert isinstance(error, base)
    assert error.detail == "HTTP 400: no", "the hint is for people"
    assert str(error) == "t4.login: HTTP 400: no" + (f"; {error.hint}" if error.hint else "")
    assert kind.__name__ in NEW


def test_what_the_new_errors_carry() -> None:
    otp = refusal("nebulaecn", 401, {"errors": ["identity.session.missing_otp"]})
    assert isinstance(otp, MissingStep) and isinstance(otp, OtpRequired) and otp.field == "otp_code"
    replayed = refusal("nebulaecn", 422, {"errors": ["totp.error"]})
    assert isinstance(replayed, TotpReplayed) and replayed.wait == 90.0
    captcha = refusal("nebulaecn", 400, {"errors": ["identity.captcha.required"]})
    assert isinstance(captcha, CaptchaRequired) and captcha.field == "captcha_response"
    phone = refusal("nebulaecn", 400, {"errors": ["resource.phone.exists"]})
    assert "sendPhoneCode" in str(phone)


# What a venue repeats of a request.


@pytest.mark.parametrize(
    ("password", "said", "shown"),
    [
        ("hunter22", "bad password hunter22.", "bad password ***."),
        ("hunter22", "bad password 'hunter22'", "bad password '***'"),
        ("hunter22", "xhunter22x", "xhunter22x"),
        ("a-long-password-of-jane", "xa-long-password-of-janex", "x***x"),
        ('quo"te\\d', 'got quo"te\\d', "got ***"),
        ("pass word&more", "q=pass+word%26more", "q=***"),
        ("a-long-password-of-jane", "cut off: a-long-passw", "cut off: ***"),
        ("abc", "abc is too short", "abc is too short"),
    ],
)
def test_a_secret_that_is_repeated_in_words(password: str, said: str, shown: str) -> None:
    error = refusal("t4", 400, {"detail": said}, sent={"password": password})
    assert error.codes == (shown,)
    assert shown in str(error)
    assert error.raw_body.reveal() == Response(200, json={"detail": said}).text, "nothing is lost"


def test_a_venues_code_is_not_taken_for_a_password() -> None:
    error = refusal("nebulaecn", 422, {"errors": ["password.weak"]}, sent={"password": "password"})
    assert error.codes == ("password.weak",)


def test_a_secret_at_the_cut_of_a_message() -> None:
    password = "a-long-password-of-jane"
    error = refusal("t4", 400, {"detail": "x" * 490 + password}, sent={"password": password})
    assert "a-long" not in str(error)
    assert json.dumps(password[:8])[1:-1] not in error.body
