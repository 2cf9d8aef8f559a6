# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, EmailStr, Field, SecretStr


class DossierVenueName(StrEnum):
    """
    The key of a venue.
    """

    rabbitx = "rabbitx"
    stokn = "stokn"
    nebulaecn = "nebulaecn"
    tradelocker = "tradelocker"
    t4 = "t4"


class Identity(BaseModel):
    """
    Who the applicant is, spelled as in the identity document.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    first_name: Annotated[
        str,
        Field(
            description="Given names.", examples=["John"], max_length=100, min_length=1, title="First name"
        ),
    ]
    last_name: Annotated[
        str,
        Field(
            description="Family name.", examples=["Smith"], max_length=100, min_length=1, title="Last name"
        ),
    ]
    date_of_birth: Annotated[
        date,
        Field(description="The day of birth, year first.", examples=["1990-01-31"], title="Date of birth"),
    ]
    nationality: Annotated[
        str | None,
        Field(
            description="Nationality, as a two-letter country code (ISO 3166-1 alpha-2).",
            examples=["US"],
            pattern="^[A-Z]{2}$",
            title="Nationality",
        ),
    ] = None


class Contact(BaseModel):
    """
    Where codes and confirmation links arrive. Somebody must be able to read both during onboarding.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    email: Annotated[
        EmailStr,
        Field(
            description="The e-mail address that confirmation links are sent to.",
            examples=["john.smith@example.com"],
            title="E-mail",
        ),
    ]
    phone: Annotated[
        str,
        Field(
            description="The mobile number that SMS codes are sent to, in international form (E.164): a plus sign, the country code and the number, digits only.",
            examples=["+13125550123"],
            pattern="^\\+[1-9][0-9]{6,14}$",
            title="Phone",
        ),
    ]


class Address(BaseModel):
    """
    The residential address.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    street: Annotated[
        str,
        Field(
            description="Street and house number.",
            examples=["123 Main Street"],
            max_length=200,
            min_length=1,
            title="Street",
        ),
    ]
    city: Annotated[
        str,
        Field(description="City or town.", examples=["Chicago"], max_length=100, min_length=1, title="City"),
    ]
    county: Annotated[
        str,
        Field(
            description="The administrative county or district within the state. Not the country. T4 needs both.",
            examples=["Cook"],
            max_length=100,
            min_length=1,
            title="County",
        ),
    ]
    state: Annotated[
        str,
        Field(
            description="State, province or region; for the United States the two-letter code.",
            examples=["IL"],
            max_length=100,
            min_length=1,
            title="State",
        ),
    ]
    postcode: Annotated[
        str,
        Field(
            description="Postal or ZIP code. In quotes, so that leading zeros stay.",
            examples=["60601"],
            max_length=20,
            min_length=1,
            title="Postcode",
        ),
    ]
    country: Annotated[
        str,
        Field(
            description="Country of residence, as a two-letter code (ISO 3166-1 alpha-2).",
            examples=["US"],
            pattern="^[A-Z]{2}$",
            title="Country",
        ),
    ]


class Login(BaseModel):
    """
    How the applicant will log in at the venues that ask for a password. A venue's own section can override it. Without a password, a durable run makes a new one for each venue where it opens an account (`login: {}`).
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    password: Annotated[
        SecretStr | None,
        Field(
            description="A secret by reference or by value. `env:NAME` reads the environment variable NAME, `file:PATH` reads a file (one trailing newline is dropped). Anything else is the secret itself, which is accepted in the sandbox only.",
            examples=["env:VENUEKIT_PASSWORD", "file:secrets/password.txt", "Kal31ewwqXrew"],
            min_length=1,
            title="Secret",
        ),
    ] = None
    username: Annotated[
        str | None,
        Field(
            description="The user name to ask for where a venue wants one. Without it the e-mail address is used.",
            examples=["jsmith01"],
            max_length=100,
            min_length=1,
            title="User name",
        ),
    ] = None


class Wallet(BaseModel):
    """
    The blockchain wallet that signs in at RabbitX.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    address: Annotated[
        str,
        Field(
            description="The address of the wallet, 0x and 40 hexadecimal digits. In quotes, so that YAML keeps it as text.",
            examples=["0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"],
            pattern="^0x[0-9a-fA-F]{40}$",
            title="Address",
        ),
    ]
    private_key: Annotated[
        SecretStr | None,
        Field(
            description="A secret by reference or by value. `env:NAME` reads the environment variable NAME, `file:PATH` reads a file (one trailing newline is dropped). Anything else is the secret itself, which is accepted in the sandbox only.",
            examples=["env:VENUEKIT_PASSWORD", "file:secrets/password.txt", "Kal31ewwqXrew"],
            min_length=1,
            title="Secret",
        ),
    ] = None


class DossierDocumentType(StrEnum):
    """
    The kinds of document that the venues take.
    """

    passport = "Passport"
    identity_card = "Identity card"
    driver_license = "Driver license"
    utility_bill = "Utility Bill"


class DossierDocumentSide(StrEnum):
    """
    What a file shows.
    """

    front_side = "front_side"
    back_side = "back_side"
    selfie = "selfie"


class DossierDocumentFile(BaseModel):
    """
    One uploaded file of a document.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    path: Annotated[
        str,
        Field(
            description="Where the file is; a relative path starts at the folder of the dossier. JPEG, PNG or PDF, at most 10 MB.",
            examples=["documents/passport-front.png"],
            min_length=1,
            pattern="\\.([jJ][pP][eE]?[gG]|[pP][nN][gG]|[pP][dD][fF])$",
            title="Path",
        ),
    ]
    side: DossierDocumentSide


class Document(BaseModel):
    """
    One document that proves identity or address.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    type: DossierDocumentType
    number: Annotated[
        str,
        Field(
            description="The number printed on the document.",
            examples=["AA2345678BB"],
            max_length=128,
            min_length=1,
            title="Number",
        ),
    ]
    expires: Annotated[
        date,
        Field(
            description="The last day on which the document is valid, year first. It must not be past.",
            examples=["2034-05-31"],
            title="Expires",
        ),
    ]
    files: Annotated[
        list[DossierDocumentFile],
        Field(
            description="The scans. NebulaECN wants two files of a passport, and three (both sides and a selfie) of an identity card or driver license.",
            examples=[[{"path": "documents/passport-front.png", "side": "front_side"}]],
            max_length=10,
            min_length=1,
            title="Files",
        ),
    ]


class Agreement(BaseModel):
    """
    One legal text that the applicant has accepted.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    venue: DossierVenueName
    name: Annotated[
        str,
        Field(
            description="The venue's own name of the text.",
            examples=["LegalEULA"],
            max_length=128,
            min_length=1,
            title="Name",
        ),
    ]
    version: Annotated[
        str,
        Field(
            description="The version that was accepted, as text.",
            examples=["2"],
            max_length=32,
            min_length=1,
            title="Version",
        ),
    ]
    accepted_at: Annotated[
        str,
        Field(
            description="When the applicant accepted it: ISO 8601 date and time, with or without a zone. It is sent as written; without a zone it counts as UTC.",
            examples=["2025-05-15T14:30:00", "2025-05-15T14:30:00Z"],
            pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2})?$",
            title="Accepted at",
        ),
    ]


class DossierRabbitxNetwork(StrEnum):
    """
    The chain that the account lives on. API keys work only on the chain they were made on.
    """

    ethereum = "ethereum"
    sepolia = "sepolia"
    blast = "blast"
    blast_sepolia = "blast_sepolia"
    arbitrum = "arbitrum"
    base = "base"
    sonic = "sonic"


class DossierRabbitxMode(StrEnum):
    """
    `api_key` yields an API key and its secret, for programs. `frontend` yields a session with a refresh token, as the web page gets it.
    """

    api_key = "api_key"
    frontend = "frontend"


class DossierRabbitxProfileType(StrEnum):
    """
    An ordinary trader, or a vault that the wallet has a role on.
    """

    trader = "trader"
    vault = "vault"


class RabbitxSettings(BaseModel):
    """
    RabbitX. The wallet of the dossier signs in; no password and no codes.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    network: DossierRabbitxNetwork
    mode: DossierRabbitxMode
    profile_type: DossierRabbitxProfileType


class DossierPortfolioType(StrEnum):
    """
    What a stokn portfolio is for.
    """

    trading = "TRADING"
    strategy = "STRATEGY"
    earn = "EARN"
    payment = "PAYMENT"
    fees = "FEES"


class DossierPortfolio(BaseModel):
    """
    The portfolio that is made at stokn once the account is active.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    id: Annotated[
        str,
        Field(
            description="The id of the portfolio. You choose it; it must be new within the account.",
            examples=["customer-0001-main"],
            max_length=128,
            min_length=1,
            title="Id",
        ),
    ]
    name: Annotated[
        str | None,
        Field(
            description="A name for people.",
            examples=["Main portfolio"],
            max_length=128,
            min_length=1,
            title="Name",
        ),
    ] = None
    type: DossierPortfolioType


class StoknSettings(BaseModel):
    """
    stokn. The client id and secret are yours, as a corporate client, not the applicant's.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    client_id: Annotated[
        str,
        Field(
            description="The OAuth2 client id of your company.",
            examples=["sandbox"],
            max_length=256,
            min_length=1,
            title="Client id",
        ),
    ]
    client_secret: Annotated[
        SecretStr,
        Field(
            description="A secret by reference or by value. `env:NAME` reads the environment variable NAME, `file:PATH` reads a file (one trailing newline is dropped). Anything else is the secret itself, which is accepted in the sandbox only.",
            examples=["env:VENUEKIT_PASSWORD", "file:secrets/password.txt", "Kal31ewwqXrew"],
            min_length=1,
            title="Secret",
        ),
    ]
    password: Annotated[
        SecretStr | None,
        Field(
            description="A secret by reference or by value. `env:NAME` reads the environment variable NAME, `file:PATH` reads a file (one trailing newline is dropped). Anything else is the secret itself, which is accepted in the sandbox only.",
            examples=["env:VENUEKIT_PASSWORD", "file:secrets/password.txt", "Kal31ewwqXrew"],
            min_length=1,
            title="Secret",
        ),
    ] = None
    token_url: Annotated[
        str | None,
        Field(
            description="The whole URL of the OAuth2 token endpoint. Without it, /oauth2/token at the venue's base URL.",
            examples=["https://stokn.auth.eu-west-3.amazoncognito.com/oauth2/token"],
            pattern="^https?://[^\\s]+$",
            title="Token URL",
        ),
    ] = None
    roles: Annotated[
        list[str],
        Field(description="The roles of the new user. May be empty.", examples=[["USER"]], title="Roles"),
    ] = []
    portfolio: DossierPortfolio


class NebulaecnSettings(BaseModel):
    """
    NebulaECN. E-mail link, SMS code, one-time passwords, profile, documents, then an API key.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    username: Annotated[
        str | None,
        Field(
            description="4 to 12 letters and digits. Without it the account has no user name.",
            examples=["jsmith01"],
            pattern="^[A-Za-z0-9]{4,12}$",
            title="User name",
        ),
    ] = None
    password: Annotated[
        SecretStr | None,
        Field(
            description="A secret by reference or by value. `env:NAME` reads the environment variable NAME, `file:PATH` reads a file (one trailing newline is dropped). Anything else is the secret itself, which is accepted in the sandbox only.",
            examples=["env:VENUEKIT_PASSWORD", "file:secrets/password.txt", "Kal31ewwqXrew"],
            min_length=1,
            title="Secret",
        ),
    ] = None
    referral: Annotated[
        str | None,
        Field(
            description="The uid of the user who referred the applicant.",
            examples=["ID1234567890"],
            pattern="^ID[A-Za-z0-9]+$",
            title="Referral",
        ),
    ] = None
    captcha_response: Annotated[
        str | None,
        Field(
            description="The answer to the captcha, solved by a person, where the venue asks for one.",
            examples=["03AGdBq24PBCbwiDRaS"],
            min_length=1,
            title="Captcha response",
        ),
    ] = None
    totp_secret: Annotated[
        SecretStr | None,
        Field(
            description="The secret of the second factor, in base32, of an account where it is on already: an earlier run has kept it as `totp_secret`. Without one a second factor is enrolled.",
            examples=["env:VENUEKIT_PASSWORD", "file:secrets/password.txt", "Kal31ewwqXrew"],
            min_length=1,
            title="TOTP secret",
        ),
    ] = None
    require_level: Annotated[
        int,
        Field(
            description="How far to go before the API key is made: 1 e-mail verified, 2 phone verified, 3 document verified. The venue asks for 3.",
            examples=[3],
            ge=0,
            le=3,
            title="Required level",
        ),
    ] = 3
    api_key_scope: Annotated[
        list[str],
        Field(description="The scopes of the API key.", examples=[["trade"]], title="API key scope"),
    ] = []


class TradelockerSettings(BaseModel):
    """
    TradeLocker. The broker opens the account; it is connected here, so the login must exist already.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    email: Annotated[
        EmailStr | None,
        Field(
            description="The e-mail of the TradeLocker login, if it is not the applicant's.",
            examples=["demo@example.com"],
            title="E-mail",
        ),
    ] = None
    password: Annotated[
        SecretStr | None,
        Field(
            description="A secret by reference or by value. `env:NAME` reads the environment variable NAME, `file:PATH` reads a file (one trailing newline is dropped). Anything else is the secret itself, which is accepted in the sandbox only.",
            examples=["env:VENUEKIT_PASSWORD", "file:secrets/password.txt", "Kal31ewwqXrew"],
            min_length=1,
            title="Secret",
        ),
    ] = None
    server: Annotated[
        str,
        Field(
            description="The broker's server name, as shown on the login page.",
            examples=["SANDBOX"],
            max_length=64,
            min_length=1,
            title="Server",
        ),
    ]
    developer_api_key: Annotated[
        SecretStr | None,
        Field(
            description="A secret by reference or by value. `env:NAME` reads the environment variable NAME, `file:PATH` reads a file (one trailing newline is dropped). Anything else is the secret itself, which is accepted in the sandbox only.",
            examples=["env:VENUEKIT_PASSWORD", "file:secrets/password.txt", "Kal31ewwqXrew"],
            min_length=1,
            title="Secret",
        ),
    ] = None
    account_number: Annotated[
        int | None,
        Field(
            description="The accNum of the account to connect. Without it, the first account of the login.",
            examples=[1],
            ge=0,
            title="Account number",
        ),
    ] = None


class DossierApplicationType(StrEnum):
    """
    How T4 counts the applicant for market-data fees. It must agree with `professional`.
    """

    professional = "Professional"
    non_professional = "NonProfessional"


class DossierMarketDataType(StrEnum):
    """
    How much market data: None and Delayed cost nothing, TOB is the top of the book, Depth the whole book. What is selected here is billed.
    """

    none = "None"
    tob = "TOB"
    depth = "Depth"
    e_mini = "EMini"
    delayed = "Delayed"
    not_set = "NotSet"


class DossierMarketDataSelection(BaseModel):
    """
    The market data of one exchange.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    clearing_exchange: Annotated[
        str,
        Field(
            description="The venue's name of the exchange.",
            examples=["DUMMY"],
            max_length=64,
            min_length=1,
            title="Clearing exchange",
        ),
    ]
    market_data_type: DossierMarketDataType


class DossierT4Login(BaseModel):
    """
    What a login as the new user needs beyond name and password. Comes from the clearing firm.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    firm: Annotated[
        str, Field(description="The name of the firm.", examples=["SANDBOX"], min_length=1, title="Firm")
    ]
    app_name: Annotated[
        str,
        Field(
            description="The name under which your application is registered.",
            examples=["venuekit"],
            min_length=1,
            title="Application name",
        ),
    ]
    app_license: Annotated[
        SecretStr,
        Field(
            description="A secret by reference or by value. `env:NAME` reads the environment variable NAME, `file:PATH` reads a file (one trailing newline is dropped). Anything else is the secret itself, which is accepted in the sandbox only.",
            examples=["env:VENUEKIT_PASSWORD", "file:secrets/password.txt", "Kal31ewwqXrew"],
            min_length=1,
            title="Secret",
        ),
    ]


class T4Settings(BaseModel):
    """
    T4. One call makes the user, the account, the market data and the signatures. It needs your administrator's API key or bearer token.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    api_key: Annotated[
        SecretStr | None,
        Field(
            description="A secret by reference or by value. `env:NAME` reads the environment variable NAME, `file:PATH` reads a file (one trailing newline is dropped). Anything else is the secret itself, which is accepted in the sandbox only.",
            examples=["env:VENUEKIT_PASSWORD", "file:secrets/password.txt", "Kal31ewwqXrew"],
            min_length=1,
            title="Secret",
        ),
    ] = None
    bearer: Annotated[
        SecretStr | None,
        Field(
            description="A secret by reference or by value. `env:NAME` reads the environment variable NAME, `file:PATH` reads a file (one trailing newline is dropped). Anything else is the secret itself, which is accepted in the sandbox only.",
            examples=["env:VENUEKIT_PASSWORD", "file:secrets/password.txt", "Kal31ewwqXrew"],
            min_length=1,
            title="Secret",
        ),
    ] = None
    username: Annotated[
        str | None,
        Field(
            description="At least 6 characters; it can never be changed. Without it, the login's user name or the e-mail.",
            examples=["jsmith01"],
            max_length=100,
            min_length=6,
            title="User name",
        ),
    ] = None
    password: Annotated[
        SecretStr | None,
        Field(
            description="A secret by reference or by value. `env:NAME` reads the environment variable NAME, `file:PATH` reads a file (one trailing newline is dropped). Anything else is the secret itself, which is accepted in the sandbox only.",
            examples=["env:VENUEKIT_PASSWORD", "file:secrets/password.txt", "Kal31ewwqXrew"],
            min_length=1,
            title="Secret",
        ),
    ] = None
    account: Annotated[
        str,
        Field(
            description="The new account's number. It must be unused. At most 26 letters and digits.",
            examples=["jsmith01"],
            pattern="^[A-Za-z0-9]{1,26}$",
            title="Account",
        ),
    ]
    account_name: Annotated[
        str,
        Field(
            description="The account's name.",
            examples=["John Smith"],
            max_length=128,
            min_length=1,
            title="Account name",
        ),
    ]
    template_account: Annotated[
        str,
        Field(
            description="The account that the new one is copied from.",
            examples=["DefaultTemplate"],
            max_length=128,
            min_length=1,
            title="Template account",
        ),
    ]
    template_user: Annotated[
        str | None,
        Field(
            description="The user that the new one is copied from. Without it, the firm's default user.",
            examples=["DefaultUser"],
            max_length=128,
            min_length=1,
            title="Template user",
        ),
    ] = None
    display_name: Annotated[
        str | None,
        Field(
            description="How the account is shown.",
            examples=["John Smith Account"],
            max_length=128,
            min_length=1,
            title="Display name",
        ),
    ] = None
    application_type: DossierApplicationType
    market_data: Annotated[
        list[DossierMarketDataSelection],
        Field(
            description="At least one selection; without any the user cannot log in.",
            examples=[[{"clearing_exchange": "DUMMY", "market_data_type": "Delayed"}]],
            min_length=1,
            title="Market data",
        ),
    ]
    onboarding_path: Annotated[
        str | None,
        Field(
            description="Where the venue takes the onboarding, if it is not /admin/v1/onboarding; later versions of its page say /admin/v1/onboard.",
            examples=["/admin/v1/onboard"],
            pattern="^(/[A-Za-z0-9_-]+)+$",
            title="Onboarding path",
        ),
    ] = None
    eula_version: Annotated[
        str,
        Field(
            description="The version of the legal texts that are signed, as text. It must be the accepted version.",
            examples=["2"],
            max_length=32,
            min_length=1,
            title="EULA version",
        ),
    ]
    login: DossierT4Login | None = None


class Applicant(BaseModel):
    """
    The person who is onboarded.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    reference: Annotated[
        str,
        Field(
            description="Your own name for this applicant, such as a customer number. It is never sent to a venue.",
            examples=["customer-0001"],
            pattern="^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
            title="Reference",
        ),
    ]
    kind: Annotated[
        Literal["natural_person"],
        Field(
            description="Natural persons only. Companies are onboarded by other ways at all five venues.",
            examples=["natural_person"],
            title="Kind",
        ),
    ]
    identity: Identity
    contact: Contact
    address: Address
    professional: Annotated[
        bool,
        Field(
            description="Whether the applicant uses market data as a professional. Exchanges bill professionals differently, so this is the applicant's own statement and has no default.",
            examples=[False],
            title="Professional",
        ),
    ]


class Venues(BaseModel):
    """
    What each venue needs beyond the applicant. A venue that is not listed is not onboarded.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    rabbitx: RabbitxSettings | None = None
    stokn: StoknSettings | None = None
    nebulaecn: NebulaecnSettings | None = None
    tradelocker: TradelockerSettings | None = None
    t4: T4Settings | None = None


class Dossier(BaseModel):
    """
    Everything known about one applicant, and what each venue needs beyond that. One dossier is onboarded on every venue that it lists under `venues`. Unknown keys are refused, so a typing mistake is found before anything is sent.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    version: Annotated[
        Literal[1],
        Field(description="The version of this file format. Always 1.", examples=[1], title="Format version"),
    ]
    applicant: Applicant
    login: Login
    wallet: Wallet | None = None
    documents: Annotated[
        list[Document],
        Field(
            description="Proofs of identity and address, with the files that are uploaded. NebulaECN asks for one at level 3.",
            examples=[
                [
                    {
                        "type": "Passport",
                        "number": "AA2345678BB",
                        "expires": "2034-05-31",
                        "files": [{"path": "documents/passport-front.png", "side": "front_side"}],
                    }
                ]
            ],
            title="Documents",
            validate_default=True,
        ),
    ] = []
    agreements: Annotated[
        list[Agreement],
        Field(
            description="Legal texts that the applicant has read and accepted, each with the version and the time of acceptance. Nothing is ever accepted on the applicant's behalf: what is not listed here is not signed.",
            examples=[
                [{"venue": "t4", "name": "LegalEULA", "version": "2", "accepted_at": "2025-05-15T14:30:00"}]
            ],
            title="Agreements",
            validate_default=True,
        ),
    ] = []
    venues: Venues
