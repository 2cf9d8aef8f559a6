"""What several test modules need to call the venues: people, their papers and their clients."""

from __future__ import annotations

import copy
from typing import Any

import httpx

from venuekit_sandbox import Sandbox

Json = dict[str, object]

# RabbitX: what a wallet signs; the brand is filled in

WELCOME = (
    "Welcome to {}!\n\nClick to sign in and on-board your wallet for trading perpetuals.\n\n"
    "This request will not trigger a blockchain transaction or cost any gas fees. "
    "This signature only proves you are the true owner of this wallet.\n\n"
    "By signing this message you agree to the terms and conditions of the exchange."
)

# stokn

EMAIL, PHONE, PASSWORD = "john.smith@example.com", "+13125550123", "SecurePassword123!"
PERSON: Json = {"phoneNumber": PHONE, "email": EMAIL, "password": PASSWORD, "roles": ["USER"]}
CREDENTIALS = ("sandbox", "sandbox-secret")


class Company:
    """A client of the venue that holds a client token."""

    def __init__(self, http: httpx.Client, control: httpx.Client, sandbox: Sandbox) -> None:
        self.http = http
        self.control = control
        self._sandbox = sandbox
        self.auth = bearer(str(self.grant().json()["access_token"]))

    def grant(self, **form: str) -> httpx.Response:
        return self.http.post(
            "/oauth2/token", data={"grant_type": "client_credentials"} | form, auth=CREDENTIALS
        )

    def sign_up(self, **person: object) -> httpx.Response:
        return self.http.post("/v1/user/sign-up", json=PERSON | person, headers=self.auth)

    def login(self, *, username: str = EMAIL, password: str = PASSWORD) -> httpx.Response:
        return self.http.post("/v1/user/login", json={"username": username, "password": password})

    def otp(self, challenge: Json, *, anonymous: bool = False, **over: object) -> httpx.Response:
        body = challenge | (over if "code" in over else {"code": self.code()} | over)
        return self.http.post("/v1/user/otp", json=body, headers={} if anonymous else self.auth)

    def code(self) -> str:
        return self._sandbox.world.outbox.messages(venue="stokn", to=PHONE)[-1].code

    def user(self) -> tuple[dict[str, str], Json]:
        """Sign up and log in: the person's bearer, and the token."""
        data(self.sign_up())
        token = data(self.otp(data(self.login())))
        return bearer(str(token["accessToken"])), token

    def portfolio(self, **body: object) -> httpx.Response:
        account: Json = {"accountId": "?", "portfolioId": "p-1", "portfolioAccountType": "TRADING"}
        return self.http.post("/v1/account/portfolio", json=account | body, headers=self.auth)

    def me(self, user: dict[str, str]) -> Json:
        return data(self.http.get("/v1/user/me", headers=user))


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def data(response: httpx.Response) -> Json:
    body = response.json()
    assert response.status_code == 200, body
    assert body["success"] is True
    assert body["errorCode"] is None and body["errorMessage"] is None
    assert isinstance(body["data"], dict)
    return body["data"]


# T4

T4_KEY = {"Authorization": "APIKey sandbox"}
T4_SIGNED = "2025-05-01T10:30:15"
T4_LEGAL = ("LegalEULA", "LegalPP", "LegalMDSA", "LegalUSA", "LegalNPSCF")
T4_BODY: dict[str, Any] = {
    "User": {
        "username": "john.smith@example.com",
        "password": "SecurePassword123!",
        "firstname": "John",
        "lastname": "Smith",
        "phone": "555-123-4567",
        "email": "john.smith@example.com",
        "street": "123 Main Street",
        "city": "Anytown",
        "county": "Anycounty",
        "state": "IL",
        "postCode": "60001",
        "country": "US",
        "apptype": "NonProfessional",
    },
    "Account": {
        "account": "jsmith01",
        "accountName": "jsmith01",
        "templateAccount": "DefaultTemplate",
        "displayName": "John Smith Account",
    },
    "MarketData": {"updates": [{"clearingExchange": "DUMMY", "marketDataType": "Depth"}]},
    "Eula": {
        "collectedBy": "",
        "eulaVersion": "2",
        "signatures": [{"documentName": name, "signed": T4_SIGNED} for name in T4_LEGAL],
    },
}
T4_LOGIN = {
    "firm": "SANDBOX",
    "userName": "john.smith@example.com",
    "password": "SecurePassword123!",
    "appName": "venuekit",
    "appLicense": "sandbox-license",
}


def t4_body(**paths: object) -> dict[str, Any]:
    """The documented request with some values replaced, e.g. `User__username="x"`; None takes one out."""
    changed = copy.deepcopy(T4_BODY)
    for path, value in paths.items():
        *parents, last = path.split("__")
        place = changed
        for parent in parents:
            place = place[parent]
        if value is None:
            del place[last]
        else:
            place[last] = value
    return changed
