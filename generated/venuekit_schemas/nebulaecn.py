# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel, SecretStr


class Label(BaseModel):
    """
    A key and value attached to the user. Private ones are set by the system and decide state and level.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    key: Annotated[str, Field(description="Key, such as `email`, `phone`, `document`, `profile` or `otp`.")]
    value: Annotated[
        str, Field(description="Value, such as `pending`, `verified`, `rejected`, `submitted` or `enabled`.")
    ]
    scope: Annotated[
        str | None, Field(description="`public` (the user's own) or `private` (the system's).")
    ] = None
    created_at: Annotated[
        str | None, Field(description="Time of creation, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None
    updated_at: Annotated[
        str | None, Field(description="Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None


class Phone(BaseModel):
    """
    A phone number of the user.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    country: Annotated[str | None, Field(description="Country of the number.")] = None
    number: Annotated[
        str | None,
        Field(description="Number without `+`, masked to the country code and the last four digits."),
    ] = None
    validated_at: Annotated[
        str | None, Field(description="Time of verification, ISO 8601 with milliseconds, or null.")
    ] = None


class Profile(BaseModel):
    """
    Personal data of the user, partly masked.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    first_name: Annotated[str | None, Field(description="First name.")] = None
    last_name: Annotated[str | None, Field(description="Last name, masked to its first letter.")] = None
    dob: Annotated[
        str | None, Field(description="Date of birth with the day masked, such as `1990-04-**`. Not a date.")
    ] = None
    address: Annotated[str | None, Field(description="Street and house number.")] = None
    postcode: Annotated[str | None, Field(description="Postcode.")] = None
    city: Annotated[str | None, Field(description="City.")] = None
    country: Annotated[str | None, Field(description="Country, alpha-2 or alpha-3.")] = None
    state: Annotated[
        str | None,
        Field(description="`drafted`, `submitted`, `verified` or `rejected`. New ones may appear."),
    ] = None
    metadata: Annotated[str | None, Field(description="The JSON text that was sent, or null.")] = None
    created_at: Annotated[
        str | None, Field(description="Time of creation, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None
    updated_at: Annotated[
        str | None, Field(description="Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None


class DataStorage(BaseModel):
    """
    A named piece of data of the user.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    title: Annotated[str | None, Field(description="Name of the entry.")] = None
    data: Annotated[str | None, Field(description="Content as JSON text.")] = None
    created_at: Annotated[
        str | None, Field(description="Time of creation, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None
    updated_at: Annotated[
        str | None, Field(description="Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None


class APIKey(BaseModel):
    """
    An API key. The secret is there only in the answer that creates it.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    kid: Annotated[str, Field(description="Key id, 16 hexadecimal digits. Goes into `X-Auth-Apikey`.")]
    algorithm: Annotated[str | None, Field(description="Signing algorithm, `HS256`.")] = None
    scope: Annotated[list[str] | None, Field(description="Scopes of the key, possibly none.")] = None
    state: Annotated[str | None, Field(description="`active` or `inactive`.")] = None
    secret: Annotated[
        SecretStr | None, Field(description="Signing secret, 32 hexadecimal digits used as text. Shown once.")
    ] = None
    created_at: Annotated[
        str | None, Field(description="Time of creation, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None
    updated_at: Annotated[
        str | None, Field(description="Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None


class Activity(BaseModel):
    """
    Something the user did, or tried to do.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[int | None, Field(description="Id of the entry.")] = None
    user_ip: Annotated[str | None, Field(description="Client address.")] = None
    user_ip_country: Annotated[str | None, Field(description="Country of the client address, or null.")] = (
        None
    )
    user_agent: Annotated[str | None, Field(description="User-Agent of the client.")] = None
    topic: Annotated[
        str | None,
        Field(description="What it was about, such as `session`, `password` or `otp`; `general` by default."),
    ] = None
    action: Annotated[
        str | None,
        Field(
            description="What was done, such as `login`, or `create`, `read`, `update`, `delete`, `system`."
        ),
    ] = None
    result: Annotated[str | None, Field(description="`succeed`, `failed` or `denied`.")] = None
    data: Annotated[str | None, Field(description="Parameters of the call as text, or null.")] = None
    created_at: Annotated[
        str | None, Field(description="Time of the entry, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None


class Level(BaseModel):
    """
    One rung of the verification ladder: the label that it asks for. No operation of this API refers to it.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[int | None, Field(description="Number of the level.")] = None
    key: Annotated[str | None, Field(description="Key of the label.")] = None
    value: Annotated[str | None, Field(description="Value that the label must have.")] = None


class User(BaseModel):
    """
    The user without attachments. No operation of this API refers to it.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    email: Annotated[str | None, Field(description="E-mail address, the login name.")] = None
    uid: Annotated[str | None, Field(description="Public id of the user, beginning with `ID`.")] = None
    role: Annotated[
        str | None,
        Field(
            description="Role: `member` for ordinary users; operators have others, such as `admin` or `superadmin`."
        ),
    ] = None
    level: Annotated[
        int | None,
        Field(description="Verification level: 0 after sign-up, 1 e-mail, 2 phone, 3 document verified."),
    ] = None
    otp: Annotated[bool | None, Field(description="Whether 2FA is on.")] = None
    state: Annotated[
        str | None,
        Field(
            description="`pending`, `active`, `locked`, `banned` or `deleted`; the page also says `inactive`. New ones may appear."
        ),
    ] = None
    referral_uid: Annotated[str | None, Field(description="UID of the referrer, or null.")] = None
    data: Annotated[str | None, Field(description="Free key-value pairs as JSON text, or null.")] = None
    username: Annotated[str | None, Field(description="Public user name, or null.")] = None


class UserWithProfile(BaseModel):
    """
    The user with profiles. No operation of this API refers to it.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    email: Annotated[str | None, Field(description="E-mail address, the login name.")] = None
    uid: Annotated[str | None, Field(description="Public id of the user, beginning with `ID`.")] = None
    role: Annotated[
        str | None,
        Field(
            description="Role: `member` for ordinary users; operators have others, such as `admin` or `superadmin`."
        ),
    ] = None
    level: Annotated[
        int | None,
        Field(description="Verification level: 0 after sign-up, 1 e-mail, 2 phone, 3 document verified."),
    ] = None
    otp: Annotated[bool | None, Field(description="Whether 2FA is on.")] = None
    state: Annotated[
        str | None,
        Field(
            description="`pending`, `active`, `locked`, `banned` or `deleted`; the page also says `inactive`. New ones may appear."
        ),
    ] = None
    referral_uid: Annotated[str | None, Field(description="UID of the referrer, or null.")] = None
    data: Annotated[str | None, Field(description="Free key-value pairs as JSON text, or null.")] = None
    username: Annotated[str | None, Field(description="Public user name, or null.")] = None
    profiles: Annotated[list[Profile] | None, Field(description="Profiles of the user.")] = None
    created_at: Annotated[
        str | None, Field(description="Time of creation, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None
    updated_at: Annotated[
        str | None, Field(description="Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None


class AdminLabelView(BaseModel):
    """
    A label as operators see it, with a description. No operation of this API refers to it.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    key: Annotated[str | None, Field(description="Key of the label.")] = None
    value: Annotated[str | None, Field(description="Value of the label.")] = None
    scope: Annotated[str | None, Field(description="`public` or `private`.")] = None
    description: Annotated[str | None, Field(description="Extra information as JSON text, or null.")] = None
    created_at: Annotated[
        str | None, Field(description="Time of creation, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None
    updated_at: Annotated[
        str | None, Field(description="Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None


class Comment(BaseModel):
    """
    A comment of an operator on a user. No operation of this API refers to it.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[int | None, Field(description="Id of the comment.")] = None
    author_uid: Annotated[str | None, Field(description="UID of the author.")] = None
    title: Annotated[str | None, Field(description="Title.")] = None
    data: Annotated[str | None, Field(description="Plain text.")] = None
    created_at: Annotated[
        str | None, Field(description="Time of creation, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None
    updated_at: Annotated[
        str | None, Field(description="Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None


class ServiceAccounts(BaseModel):
    """
    A service account with its owner. No operation of this API refers to it. The list of service accounts answers ServiceAccountRow.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    email: Annotated[str | None, Field(description="E-mail address of the service account.")] = None
    uid: Annotated[str | None, Field(description="UID of the service account.")] = None
    role: Annotated[str | None, Field(description="Role, `service_account`.")] = None
    level: Annotated[int | None, Field(description="Level of the service account.")] = None
    state: Annotated[str | None, Field(description="`active` or `disabled`.")] = None
    user: Annotated[User | None, Field(description="Owner, or null.")] = None
    created_at: Annotated[
        str | None, Field(description="Time of creation, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None
    updated_at: Annotated[
        str | None, Field(description="Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None


class ServiceAccountRow(BaseModel):
    """
    A service account as the list answers it.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[int | None, Field(description="Database id.")] = None
    uid: Annotated[str | None, Field(description="UID of the service account.")] = None
    owner_id: Annotated[int | None, Field(description="Database id of the owner, or null.")] = None
    email: Annotated[str | None, Field(description="E-mail address.")] = None
    role: Annotated[str | None, Field(description="Role, `service_account`.")] = None
    level: Annotated[int | None, Field(description="Level of the service account.")] = None
    state: Annotated[str | None, Field(description="`active` or `disabled`. New ones may appear.")] = None
    created_at: Annotated[
        str | None, Field(description="Time of creation, ISO 8601 in UTC with milliseconds.")
    ] = None
    updated_at: Annotated[
        str | None, Field(description="Time of the last change, ISO 8601 in UTC with milliseconds.")
    ] = None


class DocumentFile(BaseModel):
    """
    An uploaded file.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    url: Annotated[str | None, Field(description="Address of the file, or null.")]


class Configs(BaseModel):
    """
    Settings that a client needs before sign-up. Unset ones are left out.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    session_expire_time: Annotated[
        int | None, Field(description="Seconds after which an idle session ends.")
    ] = None
    captcha_type: Annotated[str | None, Field(description="`none`, `recaptcha` or `geetest`.")] = None
    captcha_id: Annotated[
        str | None, Field(description="Site key of the captcha, with `recaptcha` only.")
    ] = None
    phone_verification_type: Annotated[
        str | None,
        Field(description="How phone codes are sent, such as `mock`, `twilio_sms` or `twilio_verify`."),
    ] = None
    password_min_entropy: Annotated[int | None, Field(description="Least entropy of a password.")] = None
    password_regexp: Annotated[
        str | None,
        Field(
            description="Character rules as Ruby text, `(?-mix:…)`. For people; other engines may not accept it."
        ),
    ] = None


class Version(BaseModel):
    """
    Build of the service.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    git_tag: Annotated[str | None, Field(description="Tag of the build.")] = None
    git_sha: Annotated[str | None, Field(description="Commit of the build.")] = None
    build_date: Annotated[str | None, Field(description="Date of the build, free text.")] = None
    version: Annotated[str | None, Field(description="Version number.")] = None


class ServerTime(BaseModel):
    """
    Clock of the server.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    time: Annotated[int, Field(description="Seconds since the Unix epoch.")]


class Pong(BaseModel):
    """
    Sign of life.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    ping: Annotated[str | None, Field(description="Always `pong`.")] = None


class PasswordEntropy(BaseModel):
    """
    Strength of a password.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    entropy: Annotated[float, Field(description="Entropy in bits.")]


class Auth0Config(BaseModel):
    """
    Settings for a login through Auth0.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    auth0_domain: Annotated[str | None, Field(description="Auth0 domain, or null.")] = None
    auth0_client_id: Annotated[str | None, Field(description="Auth0 client id, or null.")] = None


class GeetestChallenge(BaseModel):
    """
    Start values of a Geetest captcha.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    gt: Annotated[str, Field(description="Id of the captcha.")]
    challenge: Annotated[str, Field(description="Challenge of this try.")]


class OtpSecretData(BaseModel):
    """
    The secret in two forms.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    url: Annotated[
        SecretStr, Field(description="`otpauth://` URI. Its parameter `secret` is the Base32 secret.")
    ]
    barcode: Annotated[
        SecretStr | None, Field(description="QR code of the URI: PNG of 300 by 300 pixels, Base64.")
    ] = None


class PhoneCodeSent(BaseModel):
    """
    Confirmation that a code is on its way.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    message: Annotated[str | None, Field(description="Text for people; says whether SMS or call.")] = None


class SwaggerDocument(BaseModel):
    """
    A Swagger 2.0 document. Everything beyond these two fields passes through untouched.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    swagger: Annotated[str | None, Field(description="Version of the format, `2.0`.")] = None
    base_path: Annotated[str | None, Field(alias="basePath", description="Prefix of all paths.")] = None


class Error(BaseModel):
    """
    A failure. Either a list of dotted keys, or (unknown route, storage trouble, wrong content type) one text.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    errors: Annotated[
        list[str] | None,
        Field(description="Error keys in the order of the checks, such as `identity.user.missing_email`."),
    ] = None
    error: Annotated[str | None, Field(description="Text instead of keys.")] = None


class ConfirmPasswordResetRequest(BaseModel):
    """
    Form fields of `confirmPasswordReset`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    reset_password_token: Annotated[
        SecretStr, Field(description="Token from the link in the reset e-mail (`reset_token`).")
    ]
    password: Annotated[
        SecretStr,
        Field(
            description="New password: 8 to 80 characters with a lower-case letter, an upper-case letter and a digit, and an entropy of at least the configured minimum (14 unless `getIdentityConfigs` says otherwise)."
        ),
    ]
    confirm_password: Annotated[SecretStr, Field(description="The new password again.")]


class RequestPasswordResetRequest(BaseModel):
    """
    Form fields of `requestPasswordReset`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    email: Annotated[str, Field(description="E-mail address of the account.")]
    captcha_response: Annotated[
        SecretStr | None,
        Field(
            description="Answer of the captcha widget, when `getIdentityConfigs` reports a captcha. A Geetest answer is three fields and does not fit in this string."
        ),
    ] = None


class ConfirmEmailRequest(BaseModel):
    """
    Form fields of `confirmEmail`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    token: Annotated[
        SecretStr, Field(description="Token from the link in the confirmation e-mail (`confirmation_token`).")
    ]


class RequestEmailConfirmationRequest(BaseModel):
    """
    Form fields of `requestEmailConfirmation`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    email: Annotated[str, Field(description="E-mail address of the account.")]
    captcha_response: Annotated[
        SecretStr | None,
        Field(
            description="Answer of the captcha widget, when `getIdentityConfigs` reports a captcha. A Geetest answer is three fields and does not fit in this string."
        ),
    ] = None


class CreateUserRequest(BaseModel):
    """
    Form fields of `createUser`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    email: Annotated[str, Field(description="E-mail address; also the login name.")]
    password: Annotated[
        SecretStr,
        Field(
            description="Password: 8 to 80 characters with a lower-case letter, an upper-case letter and a digit, and an entropy of at least the configured minimum (14 unless `getIdentityConfigs` says otherwise)."
        ),
    ]
    username: Annotated[
        str | None, Field(description="Public user name, 4 to 12 letters and digits, unique.")
    ] = None
    refid: Annotated[str | None, Field(description="UID of the user who referred this one (`ID…`).")] = None
    captcha_response: Annotated[
        SecretStr | None,
        Field(
            description="Answer of the captcha widget, when `getIdentityConfigs` reports a captcha. A Geetest answer is three fields and does not fit in this string."
        ),
    ] = None
    data: Annotated[str | None, Field(description="Extra key-value pairs as JSON text.")] = None


class CreateWhitelistAccessRequest(BaseModel):
    """
    Form fields of `createWhitelistAccess`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    whitelink_token: Annotated[SecretStr, Field(description="Token from the whitelist link.")]


class CreateAuth0SessionRequest(BaseModel):
    """
    Form fields of `createAuth0Session`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    id_token: Annotated[SecretStr, Field(description="ID token that Auth0 issued to this user.")]


class CreateSessionRequest(BaseModel):
    """
    Form fields of `createSession`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    email: Annotated[str, Field(description="E-mail address of the account.")]
    password: Annotated[SecretStr, Field(description="Password of the account.")]
    captcha_response: Annotated[
        SecretStr | None,
        Field(
            description="Answer of the captcha widget, when `getIdentityConfigs` reports a captcha. A Geetest answer is three fields and does not fit in this string."
        ),
    ] = None
    otp_code: Annotated[
        SecretStr | None,
        Field(
            description="Unused six-digit TOTP code, required once 2FA is on. A string: leading zeros count."
        ),
    ] = None


class ValidateIdentityPasswordRequest(BaseModel):
    """
    Form fields of `validateIdentityPassword`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    password: Annotated[SecretStr, Field(description="Candidate password.")]


class ValidatePublicPasswordRequest(BaseModel):
    """
    Form fields of `validatePublicPassword`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    password: Annotated[SecretStr, Field(description="Candidate password.")]


class UpdateServiceAccountApiKeyRequest(BaseModel):
    """
    Form fields of `updateServiceAccountApiKey`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    service_account_uid: Annotated[str, Field(description="UID of the service account.")]
    scope: Annotated[
        str | None,
        Field(description="Scopes, comma separated. The auth service stores them and enforces none."),
    ] = None
    state: Annotated[
        str | None, Field(description="`active` or `inactive`. Only an active key can sign.")
    ] = None
    totp_code: Annotated[
        SecretStr,
        Field(description="Unused six-digit TOTP code of the calling user. A string: leading zeros count."),
    ]


class CreateServiceAccountApiKeyRequest(BaseModel):
    """
    Form fields of `createServiceAccountApiKey`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    service_account_uid: Annotated[str, Field(description="UID of the service account.")]
    algorithm: Annotated[str, Field(description="Signing algorithm. Only `HS256` is accepted.")]
    scope: Annotated[
        str | None,
        Field(description="Scopes, comma separated. The auth service stores them and enforces none."),
    ] = None
    totp_code: Annotated[
        SecretStr,
        Field(description="Unused six-digit TOTP code of the calling user. A string: leading zeros count."),
    ]


class CreateDataStorageRequest(BaseModel):
    """
    Form fields of `createDataStorage`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    title: Annotated[str, Field(description="Name of the entry, one that the operator allows.")]
    data: Annotated[str, Field(description="Content as JSON text.")]


class CreateApiKeyRequest(BaseModel):
    """
    Form fields of `createApiKey`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    algorithm: Annotated[str, Field(description="Signing algorithm. Only `HS256` is accepted.")]
    scope: Annotated[
        str | None,
        Field(description="Scopes, comma separated. The auth service stores them and enforces none."),
    ] = None
    totp_code: Annotated[
        SecretStr,
        Field(description="Unused six-digit TOTP code of the calling user. A string: leading zeros count."),
    ]


class UpdateApiKeyRequest(BaseModel):
    """
    Form fields of `updateApiKey`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    scope: Annotated[
        str | None,
        Field(description="Scopes, comma separated. The auth service stores them and enforces none."),
    ] = None
    state: Annotated[
        str | None, Field(description="`active` or `inactive`. Only an active key can sign.")
    ] = None
    totp_code: Annotated[
        SecretStr,
        Field(description="Unused six-digit TOTP code of the calling user. A string: leading zeros count."),
    ]


class VerifyOtpRequest(BaseModel):
    """
    Form fields of `verifyOtp`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    code: Annotated[
        SecretStr, Field(description="Unused six-digit TOTP code. A string: leading zeros count.")
    ]


class DisableOtpRequest(BaseModel):
    """
    Form fields of `disableOtp`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    code: Annotated[
        SecretStr, Field(description="Unused six-digit TOTP code. A string: leading zeros count.")
    ]


class EnableOtpRequest(BaseModel):
    """
    Form fields of `enableOtp`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    code: Annotated[
        SecretStr, Field(description="Unused six-digit TOTP code. A string: leading zeros count.")
    ]


class VerifyPhoneRequest(BaseModel):
    """
    Form fields of `verifyPhone`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    phone_number: Annotated[
        str,
        Field(
            description="Phone number with country code, for example `+447911123456`. Only the digits count."
        ),
    ]
    verification_code: Annotated[
        SecretStr, Field(description="Code from the message, five digits with the stock provider.")
    ]


class SendPhoneCodeRequest(BaseModel):
    """
    Form fields of `sendPhoneCode`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    phone_number: Annotated[
        str,
        Field(
            description="Phone number with country code, for example `+447911123456`. Only the digits count."
        ),
    ]
    channel: Annotated[str | None, Field(description="`sms` (default) or `call`.")] = None


class CreatePhoneRequest(BaseModel):
    """
    Form fields of `createPhone`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    phone_number: Annotated[
        str,
        Field(
            description="Phone number with country code, for example `+447911123456`. Only the digits count."
        ),
    ]
    channel: Annotated[str | None, Field(description="`sms` (default) or `call`.")] = None


class CreateDocumentRequest(BaseModel):
    """
    Form fields of `createDocument`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    doc_type: Annotated[
        str,
        Field(
            description="`Passport`, `Identity card`, `Driver license`, `Utility Bill`, `Residental` (spelled so), `Institutional` or `Address`."
        ),
    ]
    doc_number: Annotated[str, Field(description="Number of the document.")]
    upload__: Annotated[list[bytes], Field(alias="upload[]", description="The picture files.")]
    doc_expire: Annotated[date | None, Field(description="Last day of validity.")] = None
    doc_category: Annotated[str | None, Field(description="Side: `front_side`, `back_side` or `selfie`.")] = (
        None
    )
    identificator: Annotated[
        str | None,
        Field(
            description="Ties the files of one document together; 32 hexadecimal digits in the official client."
        ),
    ] = None
    metadata: Annotated[str | None, Field(description="Extra key-value pairs as JSON text.")] = None


class CreateProfileRequest(BaseModel):
    """
    Form fields of `createProfile`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    first_name: Annotated[str | None, Field(description="First name.")] = None
    last_name: Annotated[str | None, Field(description="Last name.")] = None
    dob: Annotated[date | None, Field(description="Date of birth.")] = None
    address: Annotated[str | None, Field(description="Street and house number.")] = None
    postcode: Annotated[str | None, Field(description="Postcode.")] = None
    city: Annotated[str | None, Field(description="City.")] = None
    country: Annotated[str | None, Field(description="Country, ISO 3166 alpha-2 or alpha-3.")] = None
    metadata: Annotated[str | None, Field(description="Extra key-value pairs as JSON text.")] = None
    confirm: Annotated[
        bool | None, Field(description="`true` submits the profile for review; otherwise it stays a draft.")
    ] = None


class UpdateProfileRequest(BaseModel):
    """
    Form fields of `updateProfile`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    first_name: Annotated[str | None, Field(description="First name.")] = None
    last_name: Annotated[str | None, Field(description="Last name.")] = None
    dob: Annotated[date | None, Field(description="Date of birth.")] = None
    address: Annotated[str | None, Field(description="Street and house number.")] = None
    postcode: Annotated[str | None, Field(description="Postcode.")] = None
    city: Annotated[str | None, Field(description="City.")] = None
    country: Annotated[str | None, Field(description="Country, ISO 3166 alpha-2 or alpha-3.")] = None
    metadata: Annotated[str | None, Field(description="Extra key-value pairs as JSON text.")] = None
    confirm: Annotated[
        bool | None, Field(description="`true` submits the profile for review; otherwise it stays a draft.")
    ] = None


class UpdateLabelRequest(BaseModel):
    """
    Form fields of `updateLabel`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    value: Annotated[str, Field(description="New value, 3 to 255 of `A-Z a-z 0-9 _ -`.")]


class CreateLabelRequest(BaseModel):
    """
    Form fields of `createLabel`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    key: Annotated[str, Field(description="Key, 3 to 255 of `a-z 0-9 _ -`.")]
    value: Annotated[str, Field(description="Value, 3 to 255 of `A-Z a-z 0-9 _ -`.")]


class ChangePasswordRequest(BaseModel):
    """
    Form fields of `changePassword`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    old_password: Annotated[SecretStr, Field(description="Password until now.")]
    new_password: Annotated[SecretStr, Field(description="New password.")]
    confirm_password: Annotated[SecretStr, Field(description="The new password again.")]


class UpdateMeRequest(BaseModel):
    """
    Form fields of `updateMe`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    data: Annotated[str, Field(description="Extra key-value pairs as JSON text.")]


class CreateAddressRequest(BaseModel):
    """
    Form fields of `createAddress`.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    country: Annotated[str, Field(description="Country, ISO 3166 alpha-2 or alpha-3.")]
    address: Annotated[str, Field(description="Street and house number.")]
    upload__: Annotated[
        list[bytes], Field(alias="upload[]", description="The files, for example a utility bill.")
    ]
    city: Annotated[str, Field(description="City.")]
    postcode: Annotated[str, Field(description="Postcode.")]


class UserWithFullInfo(BaseModel):
    """
    The user with labels, phones, profiles and stored data. `csrf_token` is there only when the call opened a session.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    email: Annotated[str, Field(description="E-mail address, the login name.")]
    uid: Annotated[str, Field(description="Public id of the user, beginning with `ID`.")]
    role: Annotated[
        str | None,
        Field(
            description="Role: `member` for ordinary users; operators have others, such as `admin` or `superadmin`."
        ),
    ] = None
    level: Annotated[
        int, Field(description="Verification level: 0 after sign-up, 1 e-mail, 2 phone, 3 document verified.")
    ]
    otp: Annotated[bool | None, Field(description="Whether 2FA is on.")] = None
    state: Annotated[
        str,
        Field(
            description="`pending`, `active`, `locked`, `banned` or `deleted`; the page also says `inactive`. New ones may appear."
        ),
    ]
    referral_uid: Annotated[str | None, Field(description="UID of the referrer, or null.")] = None
    data: Annotated[str | None, Field(description="Free key-value pairs as JSON text, or null.")] = None
    csrf_token: Annotated[
        SecretStr | None,
        Field(
            description="Token for the header `X-CSRF-Token`, 20 hexadecimal digits. Replaced by every call that opens a session."
        ),
    ] = None
    username: Annotated[str | None, Field(description="Public user name, or null.")] = None
    labels: Annotated[list[Label] | None, Field(description="Labels of the user.")] = None
    phones: Annotated[list[Phone] | None, Field(description="Phone numbers of the user, masked.")] = None
    profiles: Annotated[list[Profile] | None, Field(description="Profiles of the user.")] = None
    data_storages: Annotated[list[DataStorage] | None, Field(description="Stored data of the user.")] = None
    created_at: Annotated[
        str | None, Field(description="Time of creation, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None
    updated_at: Annotated[
        str | None, Field(description="Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None


class GeetestRegistration(RootModel[GeetestChallenge | str]):
    root: Annotated[
        GeetestChallenge | str,
        Field(description="What the Geetest widget needs, or an empty string while Geetest is down."),
    ]


class OtpSecret(BaseModel):
    """
    A new TOTP secret, as the secret store answers it. Only `data` matters; the other fields belong to the store.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    data: OtpSecretData
    lease_duration: Annotated[int | None, Field(description="Of the store, of no use here.")] = None
    lease_id: Annotated[str | None, Field(description="Of the store, of no use here.")] = None
    renewable: Annotated[bool | None, Field(description="Of the store, of no use here.")] = None


class Document(BaseModel):
    """
    An uploaded document of the user.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    upload: Annotated[DocumentFile | str | None, Field(description="Where the file is.")] = None
    doc_type: Annotated[
        str | None,
        Field(
            description="`Passport`, `Identity card`, `Driver license`, `Utility Bill`, `Residental`, `Institutional` or `Address`. New ones may appear."
        ),
    ] = None
    doc_number: Annotated[
        str | None, Field(description="Number, masked to the first and last two characters.")
    ] = None
    doc_expire: Annotated[str | None, Field(description="Last day of validity.")] = None
    metadata: Annotated[str | None, Field(description="Extra key-value pairs as JSON text.")] = None
    created_at: Annotated[
        str | None, Field(description="Time of creation, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None
    updated_at: Annotated[
        str | None, Field(description="Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None


class UserWithKYC(BaseModel):
    """
    The user as operators see it, with everything a verification needs. No operation of this API refers to it.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    email: Annotated[str | None, Field(description="E-mail address, the login name.")] = None
    uid: Annotated[str | None, Field(description="Public id of the user, beginning with `ID`.")] = None
    role: Annotated[
        str | None,
        Field(
            description="Role: `member` for ordinary users; operators have others, such as `admin` or `superadmin`."
        ),
    ] = None
    level: Annotated[
        int | None,
        Field(description="Verification level: 0 after sign-up, 1 e-mail, 2 phone, 3 document verified."),
    ] = None
    otp: Annotated[bool | None, Field(description="Whether 2FA is on.")] = None
    state: Annotated[
        str | None,
        Field(
            description="`pending`, `active`, `locked`, `banned` or `deleted`; the page also says `inactive`. New ones may appear."
        ),
    ] = None
    referral_uid: Annotated[str | None, Field(description="UID of the referrer, or null.")] = None
    data: Annotated[str | None, Field(description="Free key-value pairs as JSON text, or null.")] = None
    username: Annotated[str | None, Field(description="Public user name, or null.")] = None
    profiles: Annotated[list[Profile] | None, Field(description="Profiles of the user.")] = None
    labels: Annotated[list[AdminLabelView] | None, Field(description="Labels of the user.")] = None
    phones: Annotated[list[Phone] | None, Field(description="Phone numbers of the user, masked.")] = None
    documents: Annotated[list[Document] | None, Field(description="Documents of the user.")] = None
    data_storages: Annotated[list[DataStorage] | None, Field(description="Stored data of the user.")] = None
    comments: Annotated[list[Comment] | None, Field(description="Comments of operators.")] = None
    created_at: Annotated[
        str | None, Field(description="Time of creation, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None
    updated_at: Annotated[
        str | None, Field(description="Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.")
    ] = None
