"""Who calls each venue in a contract run: made over the control plane, signed in with plain HTTP.

Written apart from venuekit's client, so that one's mistakes do not hide the other's. Each class seeds its venue, then
puts credentials on requests (`__call__`, as `requests` wants it), and knows bodies that its venue must take (`good`).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar

import pyotp
import requests
from eth_account import Account
from eth_account.messages import encode_defunct
from requests import PreparedRequest
from requests.auth import AuthBase

Json = dict[str, Any]
WELCOME = (
    "Welcome to RabbitX!\n\nClick to sign in and on-board your wallet for trading perpetuals.\n\n"
    "This request will not trigger a blockchain transaction or cost any gas fees. "
    "This signature only proves you are the true owner of this wallet.\n\n"
    "By signing this message you agree to the terms and conditions of the exchange."
)
PASSWORD = "Kal31ewwqXrew"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16


class Good:
    """What a request is made of that the venue must take. `body` None leaves out the body."""

    def __init__(
        self,
        body: Json | None = None,
        *,
        path: Json | None = None,
        query: Json | None = None,
        headers: Json | None = None,
        files: list[tuple[str, tuple[str, bytes, str]]] | None = None,
    ) -> None:
        self.body = body
        self.path = path or {}
        self.query = query or {}
        self.headers = headers or {}
        self.files = files


class Caller(AuthBase, ABC):
    """One venue's caller. `root` is the sandbox, e.g. `http://127.0.0.1:8900`."""

    venue: ClassVar[str]
    base: ClassVar[str]
    switches: ClassVar[Json] = {}
    ending: ClassVar[frozenset[str]] = frozenset()
    """Operations after whose success the caller may no longer be let in: the venue is put back then."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.url = root + self.base
        self.http = requests.Session()
        self.http.trust_env = False
        self.good: dict[str, Callable[[], Good]] = self.recipes()
        self.control("reset", {})
        if self.switches:
            self.control(f"{self.venue}/switches", self.switches)
        self.count = 0
        self.arrive()
        self._start = self.control("snapshot")

    @abstractmethod
    def arrive(self) -> None:
        """Make the people, and sign in."""

    @abstractmethod
    def recipes(self) -> dict[str, Callable[[], Good]]:
        """By operationId: a call that must succeed for this caller as things stand at the start."""

    def put_back(self) -> None:
        """Everything is as it was after `arrive`."""
        self.control("restore", self._start)

    def control(self, what: str, body: Json | None = None) -> Json:
        url = f"{self.root}/_sandbox/{what}"
        answer = self.http.get(url) if body is None else self.http.post(url, json=body)
        answer.raise_for_status()
        found: Json = answer.json()
        return found

    def code(self, to: str) -> str:
        """What was sent to somebody last."""
        found = self.control(f"outbox?venue={self.venue}&to={requests.utils.quote(to)}")
        return str(found["messages"][-1]["code"])

    def call(self, method: str, path: str, **more: Any) -> Any:
        """A call of the venue that must succeed."""
        answer = self.http.request(method, self.url + path, **more)
        assert answer.ok, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def unique(self) -> int:
        """Another number each time."""
        self.count += 1
        return self.count


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
            fields = json.loads(request.body or b"{}")
        except ValueError:
            fields = {}
        texts = {name: json.dumps(value) for name, value in fields.items()} if isinstance(fields, dict) else {}
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
            return requests.auth.HTTPBasicAuth("sandbox", "sandbox-secret")(request)
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
            body = {"email": f"p{n}@example.com", "phoneNumber": f"+1312555{n:04}", "password": PASSWORD + "!1"}
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


class NebulaECN(Caller):
    """A person with a browser's session and an API key, which take turns."""

    venue, base = "nebulaecn", "/nebulaecn"
    switches: ClassVar[Json] = {"data_storage_titles": ["terms"]}
    email, agent = "ada@example.com", "contract/1"
    API = "/api/v2/auth"
    ending = frozenset(
        {
            *("deleteSession", "createSession", "createAuth0Session", "confirmEmail", "createUser"),
            *("deleteMe", "changePassword", "confirmPasswordReset", "disableOtp", "enableOtp"),
            *("generateOtpQrcode", "updateApiKey", "deleteApiKey", "deleteLabel", "updateLabel"),
            *("createProfile", "updateServiceAccountApiKey", "deleteServiceAccountApiKey"),
        }
    )

    def arrive(self) -> None:
        self.http.headers["User-Agent"] = self.agent
        self.turn, self.by_session = 0, False
        person = {"email": self.email, "password": PASSWORD}
        self.api("identity/users", **person)
        self.api("identity/users/email/confirm_code", token=self.code(self.email))
        self.secret = pyotp.parse_uri(self.api("resource/otp/generate_qrcode")["data"]["url"]).secret
        self.api("resource/otp/enable", code=self.otp())
        key = self.api("resource/api_keys", algorithm="HS256", totp_code=self.otp())
        self.key = key
        spare = self.api("resource/api_keys", algorithm="HS256", totp_code=self.otp())
        self.spare = str(spare["kid"])
        self.api("resource/labels", key="color", value="blue")
        account = self.control("nebulaecn/service_account", {"email": self.email})
        self.service = str(account["uid"])
        made = self.api(
            "resource/service_accounts/api_keys",
            **{"algorithm": "HS256", "totp_code": self.otp(), "service_account_uid": self.service},
        )
        self.service_key = str(made["kid"])
        self.cookie = self.http.cookies["_barong_session"]

    def api(self, path: str, **form: str) -> Any:
        headers = {"X-CSRF-Token": getattr(self, "csrf", "")}
        found = self.call("POST", f"{self.API}/{path}", data=form, headers=headers)
        if isinstance(found, dict) and "csrf_token" in found:
            self.csrf = str(found["csrf_token"])
        return found

    def now(self) -> float:
        return float(self.control("clock")["now"])

    def otp(self) -> str:
        """A code that was not used yet: those of a later half minute."""
        self.control("clock", {"advance": 30})
        return pyotp.TOTP(self.secret).at(int(self.now()))

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        self.turn += 1
        request.headers["User-Agent"] = self.agent
        for name in ("Cookie", "X-CSRF-Token", "X-Auth-Apikey", "X-Auth-Nonce", "X-Auth-Signature"):
            request.headers.pop(name, None)
        path, by_key = str(request.path_url), self.turn % 2 and not self.by_session
        self.by_session = False
        if by_key and path.startswith(f"{self.base}{self.API}/resource"):
            nonce = str(int(self.now() * 1000))
            kid = str(self.key["kid"])
            request.headers["X-Auth-Apikey"], request.headers["X-Auth-Nonce"] = kid, nonce
            proof = hmac.new(str(self.key["secret"]).encode(), (nonce + kid).encode(), hashlib.sha256)
            request.headers["X-Auth-Signature"] = proof.hexdigest()
        else:
            request.headers["Cookie"] = f"_barong_session={self.cookie}"
            request.headers["X-CSRF-Token"] = self.csrf
        return request

    def recipes(self) -> dict[str, Callable[[], Good]]:
        def with_code(**body: str) -> Callable[[], Good]:
            return lambda: Good(body | {"totp_code": self.otp()})

        def user() -> Good:
            return Good({"email": f"p{self.unique()}@example.com", "password": PASSWORD})

        def reset() -> Good:
            self.api("identity/users/password/generate_code", email=self.email)
            new = PASSWORD + "9z"
            return Good({"reset_password_token": self.code(self.email), "password": new, "confirm_password": new})

        def confirm() -> Good:
            email = f"c{self.unique()}@example.com"
            requests.post(f"{self.url}{self.API}/identity/users", data={"email": email, "password": PASSWORD})
            return Good({"token": self.code(email)})

        def auth0() -> Good:
            made = self.control("nebulaecn/id_token", {"email": f"o{self.unique()}@example.com"})
            return Good({"id_token": made["id_token"]})

        def verified_phone() -> Good:
            number = f"+44791112{self.unique():04}"
            self.api("resource/phones", phone_number=number)
            return Good({"phone_number": number, "verification_code": self.code(number)})

        def listed_phone() -> Good:
            number = f"+44791112{self.unique():04}"
            self.api("resource/phones", phone_number=number)
            return Good({"phone_number": number})

        def label() -> Good:
            return Good({"key": f"label{self.unique()}", "value": "x"})

        def labelled(body: Json | None = None) -> Callable[[], Good]:
            def make() -> Good:
                key = f"label{self.unique()}"
                self.api("resource/labels", key=key, value="x")
                return Good(body, path={"key": key})

            return make

        def afresh(make: Callable[[], Good]) -> Callable[[], Good]:
            def run() -> Good:
                self.put_back()
                return make()

            return run

        def draft() -> Good:
            self.put_back()
            self.api("resource/profiles", **(profile | {"confirm": "false"}))
            return Good(profile)

        def without_otp(then: Callable[[], Good]) -> Callable[[], Good]:
            def run() -> Good:
                self.put_back()
                self.api("resource/otp/disable", code=self.otp())
                self.by_session = True  # keys are for those with a second factor
                return then()

            return run

        def enable() -> Good:
            self.secret_now = pyotp.parse_uri(self.api("resource/otp/generate_qrcode")["data"]["url"]).secret
            return Good({"code": pyotp.TOTP(self.secret_now).at(int(self.now()))})

        def document() -> Good:
            body = {"doc_type": "Passport", "doc_number": "AB123456", "doc_expire": "2999-12-31"}
            return Good(body, files=[("upload[]", ("p.png", PNG, "image/png"))])

        profile = {"first_name": "John", "last_name": "Smith", "dob": "1990-04-21", "country": "GB"}
        profile |= {"address": "12 Lombard Street", "postcode": "EC3V 9BQ", "city": "London"}

        change = {"old_password": PASSWORD, "new_password": PASSWORD + "9z", "confirm_password": PASSWORD + "9z"}
        simple = (
            *("registerGeetest", "deleteSession", "getIdentityConfigs", "getIdentityVersion"),
            *("getIdentityTime", "pingIdentity", "getAuth0Config", "getPublicConfigs", "getPublicVersion"),
            *("getPublicTime", "pingPublic", "receiveKycCallback", "getSwaggerDoc", "listServiceAccounts"),
            *("listApiKeys", "listPhones", "listDocuments", "getMyProfiles", "listLabels", "getMe"),
        )
        return {name: Good for name in simple} | {
            "confirmPasswordReset": reset,
            "requestPasswordReset": lambda: Good({"email": self.email}),
            "confirmEmail": confirm,
            "requestEmailConfirmation": lambda: Good({"email": self.email}),
            "createUser": user,
            "createAuth0Session": auth0,
            "createSession": lambda: Good(
                {"email": self.email, "password": PASSWORD, "otp_code": self.otp()}
            ),
            "createWhitelistAccess": lambda: Good(
                {"whitelink_token": self.control("nebulaecn/whitelink", {})["whitelink_token"]}
            ),
            "validateIdentityPassword": lambda: Good({"password": PASSWORD}),
            "validatePublicPassword": lambda: Good({"password": PASSWORD}),
            "createApiKey": with_code(algorithm="HS256"),
            "updateApiKey": lambda: Good(
                {"state": "inactive", "totp_code": self.otp()}, path={"kid": self.spare}
            ),
            "deleteApiKey": lambda: Good(path={"kid": self.spare}, query={"totp_code": self.otp()}),
            "createServiceAccountApiKey": lambda: Good(
                {"algorithm": "HS256", "totp_code": self.otp(), "service_account_uid": self.service}
            ),
            "listServiceAccountApiKeys": lambda: Good(query={"service_account_uid": self.service}),
            "createDataStorage": lambda: Good({"title": "terms", "data": "{}"}),
            "verifyOtp": lambda: Good({"code": self.otp()}),
            "disableOtp": lambda: Good({"code": self.otp()}),
            "createPhone": lambda: Good({"phone_number": f"+44791113{self.unique():04}"}),
            "sendPhoneCode": listed_phone,
            "verifyPhone": verified_phone,
            "createLabel": label,
            "getLabel": labelled(),
            "updateLabel": labelled({"value": "red"}),
            "deleteLabel": labelled(),
            "createProfile": afresh(lambda: Good(profile)),
            "updateProfile": draft,
            "createDocument": document,
            "enableOtp": without_otp(enable),
            "generateOtpQrcode": without_otp(Good),
            "getSwaggerDocByName": lambda: Good(path={"name": "identity"}),
            "updateServiceAccountApiKey": lambda: Good(
                {"state": "inactive", "totp_code": self.otp(), "service_account_uid": self.service},
                path={"kid": self.service_key},
            ),
            "deleteServiceAccountApiKey": lambda: Good(
                path={"kid": self.service_key},
                query={"totp_code": self.otp(), "service_account_uid": self.service},
            ),
            "changePassword": lambda: Good(change),
            "listActivity": lambda: Good(path={"topic": "all"}),
            "updateMe": lambda: Good({"data": "{}"}),
            "deleteMe": lambda: Good(query={"password": PASSWORD, "otp_code": self.otp()}),
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
            user = {"username": name, "password": "SecurePassword123!", "firstname": "John", "lastname": "Smith"}
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
