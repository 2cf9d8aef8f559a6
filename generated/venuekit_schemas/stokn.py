# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr


class CreateTokenRequest(BaseModel):
    """
    Form of the client credentials grant.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    grant_type: Annotated[Literal["client_credentials"], Field(description="The only grant used here.")]
    scope: Annotated[
        str | None, Field(description="Scopes wanted, parted by spaces. Left out: all scopes of the client.")
    ] = None
    client_id: Annotated[
        str | None, Field(description="Your client id. Leave out when it goes by HTTP Basic.")
    ] = None
    client_secret: Annotated[
        SecretStr | None, Field(description="Your client secret. Leave out when it goes by HTTP Basic.")
    ] = None


class SignUpRequest(BaseModel):
    """
    The person to register.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    phone_number: Annotated[
        str,
        Field(
            alias="phoneNumber",
            description="Mobile number in E.164 form, for instance +13125550123. Codes go there.",
        ),
    ]
    email: Annotated[str, Field(description="E-mail address; serves as user name at login.")]
    password: Annotated[
        SecretStr,
        Field(description="Password. The policy is not published; a weak one is refused with errorCode 11."),
    ]
    roles: Annotated[list[str], Field(description="Roles of the person. May be empty, but must be there.")]


class LoginRequest(BaseModel):
    """
    Name and password.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    username: Annotated[str, Field(description="E-mail address or phone number of the person.")]
    password: Annotated[SecretStr, Field(description="Password of the person.")]


class RespondOtpRequest(BaseModel):
    """
    Answer to the login challenge.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    session_id: Annotated[
        SecretStr,
        Field(
            alias="sessionId", description="Session from login. A secret: with the code it opens the login."
        ),
    ]
    username: Annotated[str, Field(description="The same user name that login was called with.")]
    challenge_type: Annotated[
        str, Field(alias="challengeType", description="Challenge type as login gave it, normally SMS_MFA.")
    ]
    code: Annotated[
        SecretStr,
        Field(
            description="Code from the text message. The page speaks of four digits, the provider sends six: treat it as text."
        ),
    ]


class RefreshTokenRequest(BaseModel):
    """
    Whose tokens to renew.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    username: Annotated[str, Field(description="The `username` of the token, which is the id of the person.")]
    refresh_token: Annotated[
        SecretStr, Field(alias="refreshToken", description="Refresh token from the login.")
    ]


class ChangePasswordRequest(BaseModel):
    """
    The session and the new password.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    session_id: Annotated[
        SecretStr,
        Field(
            alias="sessionId",
            description="Session from a login that was answered with NEW_PASSWORD_REQUIRED.",
        ),
    ]
    username: Annotated[str, Field(description="The same user name that login was called with.")]
    challenge_type: Annotated[
        str | None,
        Field(alias="challengeType", description="Challenge type as login gave it. The venue ignores it."),
    ] = None
    password: Annotated[SecretStr, Field(description="The new password.")]
    password_confirm: Annotated[
        SecretStr | None,
        Field(
            alias="passwordConfirm",
            description="The new password again. The venue does not compare the two: do that before calling.",
        ),
    ] = None


class PortfolioAccountType(StrEnum):
    """
    Kind of portfolio, as a request names it.
    """

    trading = "TRADING"
    strategy = "STRATEGY"
    earn = "EARN"
    payment = "PAYMENT"
    fees = "FEES"


class CreatePortfolioRequest(BaseModel):
    """
    The portfolio to make.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    account_id: Annotated[str, Field(alias="accountId", description="Account that gets the portfolio.")]
    name: Annotated[
        str | None, Field(description="Name of the portfolio. The venue accepts it and does not keep it.")
    ] = None
    portfolio_id: Annotated[
        str,
        Field(alias="portfolioId", description="Id of your choosing; must not be in use in this account."),
    ]
    portfolio_account_type: Annotated[PortfolioAccountType, Field(alias="portfolioAccountType")]


class CreateAccountRequest(BaseModel):
    """
    The account to make.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    user_id: Annotated[
        str | None, Field(alias="userId", description="Person the account is for. The venue does not use it.")
    ] = None
    account_id: Annotated[
        str, Field(alias="accountId", description="Id of your choosing. One that exists is overwritten.")
    ]
    email: Annotated[str | None, Field(description="E-mail address to keep with the account.")] = None


class TokenGrant(BaseModel):
    """
    A client token.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    access_token: Annotated[SecretStr, Field(description="Bearer token of your company.")]
    expires_in: Annotated[int | None, Field(description="Lifetime in seconds.")] = None
    token_type: Annotated[str | None, Field(description="Always Bearer.")] = None


class OAuthError(BaseModel):
    """
    Refusal of the token endpoint.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    error: Annotated[str | None, Field(description="Reason, for instance invalid_client.")] = None
    error_description: Annotated[str | None, Field(description="The reason in words, where given.")] = None


class Portfolio(BaseModel):
    """
    A portfolio.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    portfolio_id: Annotated[str, Field(alias="portfolioId", description="Id of the portfolio.")]
    name: Annotated[
        str | None,
        Field(description="Name, MAIN_PORTFOLIO for the one that activation makes, otherwise null."),
    ] = None
    account_id: Annotated[str | None, Field(alias="accountId", description="Account it belongs to.")] = None
    creation_ts: Annotated[
        str | None, Field(alias="creationTs", description="Time of creation in UTC, with or without a zone.")
    ] = None
    public_strategy: Annotated[
        bool | None, Field(alias="publicStrategy", description="Whether it is a public strategy.")
    ] = None
    portfolio_account_type: Annotated[
        str | None,
        Field(
            alias="portfolioAccountType",
            description="Kind of portfolio. Known: TRADING, STRATEGY, EARN, PAYMENT, FEES. New values may come.",
        ),
    ] = None


class AuthChallenge(BaseModel):
    """
    A step that the login asks for.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    session_id: Annotated[
        SecretStr, Field(alias="sessionId", description="Session to answer in. It lives about three minutes.")
    ]
    username: Annotated[str | None, Field(description="The user name as it was sent.")] = None
    challenge_type: Annotated[
        str,
        Field(
            alias="challengeType",
            description="What is asked for. Known: SMS_MFA (a code by text message), NEW_PASSWORD_REQUIRED (a new password). Others are possible.",
        ),
    ]


class Token(BaseModel):
    """
    Tokens of a person.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    username: Annotated[
        str | None,
        Field(
            description="User name at the identity provider: the id of the person. Needed for refreshToken."
        ),
    ] = None
    issued_at: Annotated[
        str | None,
        Field(alias="issuedAt", description="Time of issue in UTC, date-time text without a zone."),
    ] = None
    access_token: Annotated[
        SecretStr, Field(alias="accessToken", description="Bearer token of the person (user_auth).")
    ]
    id_token: Annotated[SecretStr | None, Field(alias="idToken", description="Id token of the person.")] = (
        None
    )
    refresh_token: Annotated[
        SecretStr | None,
        Field(
            alias="refreshToken",
            description="For refreshToken. Null in the answer of refreshToken itself: keep the first one.",
        ),
    ] = None
    expires_in: Annotated[
        int | None, Field(alias="expiresIn", description="Lifetime of the access token in seconds.")
    ] = None
    expires_at: Annotated[
        str | None,
        Field(
            alias="expiresAt",
            description="When to renew, in UTC without a zone: time of issue plus lifetime minus ten minutes.",
        ),
    ] = None
    phone_number: Annotated[
        str | None, Field(alias="phoneNumber", description="Mobile number of the person.")
    ] = None


class ChangePasswordResult(BaseModel):
    """
    Inner wrapping of changePassword.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    data: Annotated[Token | None, Field(description="The tokens.")] = None


class SdkResponseMetadata(BaseModel):
    """
    Metadata of the call to the identity provider.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    request_id: Annotated[
        str | None, Field(alias="requestId", description="Id of the call at the identity provider.")
    ] = None


class CodeDeliveryDetails(BaseModel):
    """
    Where a code went.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    destination: Annotated[str | None, Field(description="Masked phone number or e-mail address.")] = None
    delivery_medium: Annotated[
        str | None, Field(alias="deliveryMedium", description="How the code was sent. Known: SMS, EMAIL.")
    ] = None
    attribute_name: Annotated[
        str | None,
        Field(
            alias="attributeName",
            description="Which attribute of the person was used, for instance phone_number.",
        ),
    ] = None


class KycStart(BaseModel):
    """
    An identity check.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    identification_url: Annotated[
        str, Field(alias="identificationUrl", description="Address where the person does the identity check.")
    ]
    user_id: Annotated[str | None, Field(alias="userId", description="Id of the person.")] = None
    phone_number: Annotated[
        str | None, Field(alias="phoneNumber", description="Mobile number of the person.")
    ] = None
    number_of_attempts: Annotated[
        int | None, Field(alias="numberOfAttempts", description="Attempts so far.")
    ] = None
    identification_id: Annotated[
        str | None, Field(alias="identificationId", description="Id of the identification.")
    ] = None


class Error(BaseModel):
    """
    Failure. Which fields are there depends on which part of the venue refused.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[bool | None, Field(description="False, in the envelope form.")] = None
    data: Annotated[None, Field(description="Null, in the envelope form.")] = None
    error_code: Annotated[
        int | None,
        Field(
            alias="errorCode",
            description="Reason, in the envelope form. 0 and 1 missing value, 2 malformed JSON, 3 no such user or account, 4 identity store refused (often: registered already), 6 wrong name or password, 7 reset failed, 9 password against policy, 11 unusable value (often: weak password), 18 account not active.",
        ),
    ] = None
    error_message: Annotated[
        str | None,
        Field(
            alias="errorMessage",
            description="The reason in words, in the envelope form. It starts with the text null-; do not match it.",
        ),
    ] = None
    type: Annotated[str | None, Field(description="Problem form: kind of problem.")] = None
    title: Annotated[str | None, Field(description="Problem form: short text.")] = None
    status: Annotated[int | None, Field(description="Problem and framework form: HTTP status.")] = None
    detail: Annotated[str | None, Field(description="Problem form: long text.")] = None
    instance: Annotated[str | None, Field(description="Problem form: the path.")] = None
    timestamp: Annotated[str | None, Field(description="Framework form: time.")] = None
    error: Annotated[str | None, Field(description="Framework form: name of the status.")] = None
    path: Annotated[str | None, Field(description="Framework form: the path.")] = None
    message: Annotated[str | None, Field(description="Gateway form: the reason in words.")] = None


class LoginEnvelope(BaseModel):
    """
    Answer of login.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[bool | None, Field(description="Whether the call worked.")] = None
    data: Annotated[
        AuthChallenge | Token | None,
        Field(description="A challenge to meet, or the tokens where no challenge is set."),
    ] = None
    error_code: Annotated[
        int | None, Field(alias="errorCode", description="Null on success; the page prints filler here.")
    ] = None
    error_message: Annotated[
        str | None, Field(alias="errorMessage", description="Null on success. Not meant for matching.")
    ] = None


class TokenEnvelope(BaseModel):
    """
    Answer with tokens.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[bool | None, Field(description="Whether the call worked.")] = None
    data: Annotated[Token | None, Field(description="The tokens.")] = None
    error_code: Annotated[
        int | None, Field(alias="errorCode", description="Null on success; the page prints filler here.")
    ] = None
    error_message: Annotated[
        str | None, Field(alias="errorMessage", description="Null on success. Not meant for matching.")
    ] = None


class ChangePasswordEnvelope(BaseModel):
    """
    Answer of changePassword; the tokens are at data.data.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[bool | None, Field(description="Whether the call worked.")] = None
    data: Annotated[ChangePasswordResult | None, Field(description="The wrapped tokens.")] = None
    error_code: Annotated[
        int | None, Field(alias="errorCode", description="Null on success; the page prints filler here.")
    ] = None
    error_message: Annotated[
        str | None, Field(alias="errorMessage", description="Null on success. Not meant for matching.")
    ] = None


class KycStartEnvelope(BaseModel):
    """
    Answer of startKyc.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[bool | None, Field(description="Whether the call worked.")] = None
    data: Annotated[KycStart | None, Field(description="The identification.")] = None
    error_code: Annotated[
        int | None, Field(alias="errorCode", description="Null on success; the page prints filler here.")
    ] = None
    error_message: Annotated[
        str | None, Field(alias="errorMessage", description="Null on success. Not meant for matching.")
    ] = None


class Account(BaseModel):
    """
    An account.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    account_id: Annotated[str, Field(alias="accountId", description="Id of the account.")]
    email: Annotated[str | None, Field(description="E-mail address kept with the account.")] = None
    sub_account_id: Annotated[
        str | None,
        Field(alias="subAccountId", description="Id at the venue's back end. Null until activation."),
    ] = None
    sub_account_email: Annotated[
        str | None,
        Field(
            alias="subAccountEmail",
            description="E-mail address at the venue's back end. Null until activation.",
        ),
    ] = None
    encryption_key: Annotated[
        SecretStr | None,
        Field(
            alias="encryptionKey",
            description="A secret that the venue returns in clear. Null until activation. Do not log it.",
        ),
    ] = None
    creation_ts: Annotated[
        str | None,
        Field(
            alias="creationTs",
            description="Time of creation in UTC. The page shows a Z and milliseconds; servers probably send local date-time text without a zone.",
        ),
    ] = None
    portfolios: Annotated[
        list[Portfolio] | None, Field(description="Portfolios. Null or empty until activation.")
    ] = None
    additional_info: Annotated[
        dict[str, str] | None, Field(alias="additionalInfo", description="Further values, free form.")
    ] = None
    active: Annotated[
        bool | None,
        Field(description="Whether the venue has activated the account. Portfolios can be made only then."),
    ] = None
    trading_portfolio_id: Annotated[
        str | None,
        Field(
            alias="tradingPortfolioId", description="Id of the main trading portfolio. Null until activation."
        ),
    ] = None


class SdkHttpMetadata(BaseModel):
    """
    HTTP details of the call to the identity provider.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    http_headers: Annotated[
        dict[str, str] | None, Field(alias="httpHeaders", description="Headers, one value each.")
    ] = None
    http_status_code: Annotated[
        int | None, Field(alias="httpStatusCode", description="HTTP status of that call.")
    ] = None
    all_http_headers: Annotated[
        dict[str, list[str]] | None,
        Field(alias="allHttpHeaders", description="Headers with all their values."),
    ] = None


class AccountEnvelope(BaseModel):
    """
    Answer with an account.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[bool | None, Field(description="Whether the call worked.")] = None
    data: Annotated[
        Account | None, Field(description="The account; null where a read names an unknown id.")
    ] = None
    error_code: Annotated[
        int | None, Field(alias="errorCode", description="Null on success; the page prints filler here.")
    ] = None
    error_message: Annotated[
        str | None, Field(alias="errorMessage", description="Null on success. Not meant for matching.")
    ] = None


class UserAccount(BaseModel):
    """
    A person and their accounts.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    user_id: Annotated[str, Field(alias="userId", description="Id of the person (UUID).")]
    phone_number: Annotated[
        str | None, Field(alias="phoneNumber", description="Mobile number in E.164 form.")
    ] = None
    name: Annotated[str | None, Field(description="Given name. The venue never fills it.")] = None
    surname: Annotated[str | None, Field(description="Family name. The venue never fills it.")] = None
    accounts: Annotated[
        list[Account] | None,
        Field(description="Accounts of the person. The first has the same id as the person."),
    ] = None
    kyc_ids: Annotated[
        list[str] | None, Field(alias="kycIds", description="Ids of the identifications started so far.")
    ] = None
    document_ids: Annotated[list[str] | None, Field(alias="documentIds", description="Ids of documents.")] = (
        None
    )
    address: Annotated[dict[str, str] | None, Field(description="Address, free form.")] = None
    info: Annotated[dict[str, str] | None, Field(description="Further values, free form.")] = None
    email: Annotated[str | None, Field(description="E-mail address.")] = None
    user_account_status: Annotated[
        str | None,
        Field(
            alias="userAccountStatus",
            description="Verdict of the identity check. Known: UNINITIATED, VERIFICATION_IN_PROGRESS, VERIFICATION_FAILED, VERIFICATION_FATAL_FAILED, VERIFIED. New values may come.",
        ),
    ] = None
    banking_transfer_ref_id: Annotated[
        str | None,
        Field(
            alias="bankingTransferRefId",
            description="Reference for bank transfers: the first 15 hex digits of the userId, upper case. Newer servers only.",
        ),
    ] = None


class ForgotPasswordResult(BaseModel):
    """
    Result of forgotPassword.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    sdk_response_metadata: Annotated[
        SdkResponseMetadata | None,
        Field(alias="sdkResponseMetadata", description="Metadata of the call to the identity provider."),
    ] = None
    sdk_http_metadata: Annotated[
        SdkHttpMetadata | None, Field(alias="sdkHttpMetadata", description="HTTP details of that call.")
    ] = None
    code_delivery_details: Annotated[
        CodeDeliveryDetails | None, Field(alias="codeDeliveryDetails", description="Where the code went.")
    ] = None


class UserEnvelope(BaseModel):
    """
    Answer with a person.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[bool | None, Field(description="Whether the call worked.")] = None
    data: Annotated[UserAccount | None, Field(description="The person.")] = None
    error_code: Annotated[
        int | None, Field(alias="errorCode", description="Null on success; the page prints filler here.")
    ] = None
    error_message: Annotated[
        str | None, Field(alias="errorMessage", description="Null on success. Not meant for matching.")
    ] = None


class ForgotPasswordEnvelope(BaseModel):
    """
    Answer of forgotPassword.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[bool | None, Field(description="Whether the call worked.")] = None
    data: Annotated[ForgotPasswordResult | None, Field(description="Where the code went.")] = None
    error_code: Annotated[
        int | None, Field(alias="errorCode", description="Null on success; the page prints filler here.")
    ] = None
    error_message: Annotated[
        str | None, Field(alias="errorMessage", description="Null on success. Not meant for matching.")
    ] = None
