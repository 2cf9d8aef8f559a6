"""Who calls each venue in a contract run: made over the control plane, signed in with plain HTTP.

Written apart from venuekit's client, so that one's mistakes do not hide the other's. Each class seeds its venue, then
puts credentials on requests (`__call__`, as `requests` wants it), and knows bodies that its venue must take (`good`).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import ClassVar

from eth_account import Account
from eth_account.messages import encode_defunct
from requests import PreparedRequest
from requests.auth import HTTPBasicAuth

from tests.contract.caller import PASSWORD, Caller, Good, Json
from tests.contract.nebulaecn import NebulaECN

WELCOME = (
    "Welcome to RabbitX!\n\nClick to sign in and on-board your wallet for trading perpetuals.\n\n"
    "This request will not trigger a blockchain transaction or cost any gas fees. "
    "This signature only proves you are the true owner of this wallet.\n\n"
    "By signing this message you agree to the terms and conditions of the exchange."
)


class RabbitX(Caller):
    """A market maker: an API key, and a signature over each request's raw body."""

    venue, base = "rabbitx", "/rabbitx"
    switches: ClassVar[Json] = {"rate_limits": False}
    ending = frozenset({"refreshSecrets"})

    def arrive(self) -> None:
        self.wallet = Account.from_key("0x" + "11" * 32)
        self.control("seed", {"rabbitx": [{"wallet": self.wallet.address, "balance": "100"}]})
        self.keys = self.control("rabbitx/secrets", {"wallet": self.wallet.address})
        self.browser = self.call("POST", "/onboarding", **self.onboarding(is_client=True))["result"][0]

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        path = request.path_url.partition("?")[0].removeprefix(self.base)
        self.sign(request, path, self.keys["api_secret"]["Secret"])
        request.headers["RBT-API-KEY"] = self.keys["api_secret"]["Key"]
        return request

    def sign(self, request: PreparedRequest, path: str, secret: str) -> None:
        try:
            fields = json.loads(_raw(request))
        except ValueError:
            fields = {}
        texts = (
            {name: json.dumps(value) for name, value in fields.items()} if isinstance(fields, dict) else {}
        )
        for name, value in fields.items() if isinstance(fields, dict) else ():
            if isinstance(value, str):
                texts[name] = value
        texts |= {"method": str(request.method), "path": path}
        at = request.headers.get("RBT-TS") or str(int(time.time()) + 60)
        request.headers["RBT-TS"] = at
        text = "".join(f"{name}={texts[name]}" for name in sorted(texts))
        at_text = at.decode("latin-1") if isinstance(at, bytes) else at
        digest = hashlib.sha256((text + at_text).encode("utf-8", "surrogatepass")).digest()
        proof = hmac.digest(bytes.fromhex(secret[2:]), digest, "sha256").hex()
        request.headers["RBT-SIGNATURE"] = f"0x{proof}"

    def onboarding(self, **more: object) -> Json:
        at = int(time.time()) + 60
        message = encode_defunct(text=f"{WELCOME}\n{at}")
        signature = "0x" + Account.sign_message(message, self.wallet.key).signature.hex()
        body = {"wallet": self.wallet.address, "signature": signature, **more}
        return {"json": body, "headers": {"RBT-TS": str(at)}}

    def recipes(self) -> dict[str, Callable[[], Good]]:
        def onboard() -> Good:
            made = self.onboarding(is_client=True)
            return Good(made["json"], headers=made["headers"])

        fresh = {"RBT-TS": str(int(time.time()) + 500)}
        return {
            "onboard": onboard,
            "refreshJwt": lambda: Good({"is_client": False}, headers=fresh),
            "refreshSecrets": lambda: Good({"refresh_token": self.keys["refresh_token"]}, headers=fresh),
            "getAccount": lambda: Good(headers=fresh),
            "validateAccount": lambda: Good(query={"jwt": self.browser["jwt"]}),
        }


class Stokn(Caller):
    """A company with a client token, and a person of it with a user token."""

    venue, base = "stokn", "/stokn"
    ending = frozenset({"changePassword", "forgotPassword"})
    email, phone = "john.smith@example.com", "+13125550123"
    PERSONAL = ("/v1/user/me", "/v1/kyc/start")

    def arrive(self) -> None:
        person = {"email": self.email, "phone": self.phone, "password": PASSWORD + "!1"}
        made = self.control("seed", {"stokn": [person | {"verdict": "approved", "active": True}]})
        self.account = made["made"]["stokn"][0]["accountId"]
        form = {"grant_type": "client_credentials"}
        token = self.call("POST", "/oauth2/token", data=form, auth=("sandbox", "sandbox-secret"))
        self.company = str(token["access_token"])
        self.person = self.call("POST", "/v1/user/otp", json=self.challenge())["data"]

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        path = request.path_url.partition("?")[0].removeprefix(self.base)
        if path == "/oauth2/token":
            return HTTPBasicAuth("sandbox", "sandbox-secret")(request)
        token = self.person["accessToken"] if path in self.PERSONAL else self.company
        request.headers["Authorization"] = f"Bearer {token}"
        return request

    def challenge(self) -> Json:
        login = {"username": self.email, "password": PASSWORD + "!1"}
        data: Json = self.call("POST", "/v1/user/login", json=login)["data"]
        return data | {"code": self.code(self.phone)}

    def recipes(self) -> dict[str, Callable[[], Good]]:
        def sign_up() -> Good:
            n = self.unique()
            body = {
                "email": f"p{n}@example.com",
                "phoneNumber": f"+1312555{n:04}",
                "password": PASSWORD + "!1",
            }
            return Good(body | {"roles": ["USER"]})

        def portfolio() -> Good:
            body = {"accountId": self.account, "portfolioId": f"p-{self.unique()}"}
            return Good(body | {"portfolioAccountType": "TRADING"})

        def refresh() -> Good:
            return Good({name: self.person[name] for name in ("username", "refreshToken")})

        def change() -> Good:
            # Who has asked for a new password logs in with the code that was sent, and has to set one.
            self.call("GET", "/v1/user/forget-password", params={"email": self.email}, auth=self)
            login = {"username": self.email, "password": self.code(self.phone)}
            session = self.call("POST", "/v1/user/login", json=login)["data"]["sessionId"]
            return Good({"username": self.email, "password": "Another-Pass-1", "sessionId": session})

        return {
            "createToken": lambda: Good({"grant_type": "client_credentials"}),
            "signUp": sign_up,
            "login": lambda: Good({"username": self.email, "password": PASSWORD + "!1"}),
            "respondOtp": lambda: Good(self.challenge()),
            "refreshToken": refresh,
            "changePassword": change,
            "forgotPassword": lambda: Good(query={"email": self.email}),
            "getMe": Good,
            "startKyc": Good,
            "createAccount": lambda: Good({"accountId": f"a-{self.unique()}"}),
            "getAccount": lambda: Good(path={"accountId": self.account}),
            "createPortfolio": portfolio,
        }


class TradeLocker(Caller):
    """The login that is there at the start."""

    venue, base = "tradelocker", "/tradelocker/backend-api"
    login: ClassVar[Json] = {"email": "demo@example.com", "password": "sandbox-password", "server": "SANDBOX"}

    def arrive(self) -> None:
        self.tokens = self.call("POST", "/auth/jwt/token", json=self.login)

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self.tokens['accessToken']}"
        return request

    def recipes(self) -> dict[str, Callable[[], Good]]:
        def refresh() -> Good:
            tokens = self.call("POST", "/auth/jwt/token", json=self.login)
            return Good({"refreshToken": tokens["refreshToken"]})

        first = {"accNum": "1"}
        return {
            "getJWTTokens": lambda: Good(self.login),
            "refreshJWTTokens": refresh,
            "listAccounts": Good,
            "getConfig": lambda: Good(headers=first),
            "listTradeAccounts": lambda: Good(headers=first),
            "getAccountState": lambda: Good(path={"accountId": "7080"}, headers=first),
        }


class T4(Caller):
    """The firm that is there at the start."""

    venue, base = "t4", "/t4"

    def arrive(self) -> None:
        person = {"username": "ada@example.com", "password": PASSWORD, "enabled": True}
        self.user = self.control("seed", {"t4": [person]})["made"]["t4"][0]["userID"]

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        request.headers["Authorization"] = "APIKey sandbox"
        return request

    def recipes(self) -> dict[str, Callable[[], Good]]:
        def onboard() -> Good:
            name = f"p{self.unique()}@example.com"
            user = {
                "username": name,
                "password": "SecurePassword123!",
                "firstname": "John",
                "lastname": "Smith",
            }
            user |= {"phone": "555-123-4567", "email": name, "street": "1 Main Street", "city": "Anytown"}
            user |= {"county": "Any", "state": "IL", "postCode": "60001", "country": "US"}
            account = {"account": name, "accountName": name, "displayName": name}
            return Good(
                {
                    "User": user | {"apptype": "NonProfessional"},
                    "Account": account | {"templateAccount": "DefaultTemplate"},
                }
            )

        login = {"firm": "SANDBOX", "userName": "ada@example.com", "password": PASSWORD}
        app = {"appName": "venuekit", "appLicense": "sandbox-license"}
        return {
            "onboardUser": onboard,
            "login": lambda: Good(login | app),
            "getUserEula": lambda: Good(path={"userId": self.user}),
        }


CALLERS: dict[str, type[Caller]] = {
    caller.venue: caller for caller in (RabbitX, Stokn, NebulaECN, TradeLocker, T4)
}


def _raw(request: PreparedRequest) -> str | bytes:
    return request.body if isinstance(request.body, str | bytes) else b"{}"
