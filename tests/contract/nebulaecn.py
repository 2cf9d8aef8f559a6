"""Who calls NebulaECN in a contract run."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from typing import Any, ClassVar

import pyotp
import requests
from requests import PreparedRequest

from tests.contract.caller import PASSWORD, Caller, Good, Json

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16


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
        account = self.control("nebulaecn/service_account", {"email": self.email})
        self.service = str(account["uid"])
        made = self.api(
            "resource/service_accounts/api_keys",
            algorithm="HS256",
            totp_code=self.otp(),
            service_account_uid=self.service,
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
            return Good(
                {"reset_password_token": self.code(self.email), "password": new, "confirm_password": new}
            )

        def confirm() -> Good:
            email = f"c{self.unique()}@example.com"
            with requests.Session() as stranger:
                stranger.trust_env = False
                stranger.post(f"{self.url}{self.API}/identity/users", {"email": email, "password": PASSWORD})
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
            return Good({"key": f"label{self.unique()}", "value": "blue"})

        def labelled(body: Json | None = None) -> Callable[[], Good]:
            def make() -> Good:
                key = f"label{self.unique()}"
                self.api("resource/labels", key=key, value="blue")
                return Good(body, path={"key": key})

            return make

        def draft() -> Good:
            self.api("resource/profiles", **(profile | {"confirm": "false"}))
            return Good(profile)

        def without_otp(then: Callable[[], Good]) -> Callable[[], Good]:
            def run() -> Good:
                self.api("resource/otp/disable", code=self.otp())
                self.by_session = True  # keys are for those with a second factor
                return then()

            return run

        def enable() -> Good:
            secret = pyotp.parse_uri(self.api("resource/otp/generate_qrcode")["data"]["url"]).secret
            return Good({"code": pyotp.TOTP(secret).at(int(self.now()))})

        def document() -> Good:
            body = {"doc_type": "Passport", "doc_number": "AB123456", "doc_expire": "2999-12-31"}
            return Good(body, files=[("upload[]", ("p.png", PNG, "image/png"))])

        profile = {"first_name": "John", "last_name": "Smith", "dob": "1990-04-21", "country": "GB"}
        profile |= {"address": "12 Lombard Street", "postcode": "EC3V 9BQ", "city": "London"}

        change = {
            "old_password": PASSWORD,
            "new_password": PASSWORD + "9z",
            "confirm_password": PASSWORD + "9z",
        }
        simple = (
            *("registerGeetest", "deleteSession", "getIdentityConfigs", "getIdentityVersion"),
            *("getIdentityTime", "pingIdentity", "getAuth0Config", "getPublicConfigs", "getPublicVersion"),
            *("getPublicTime", "pingPublic", "receiveKycCallback", "getSwaggerDoc", "listServiceAccounts"),
            *("listApiKeys", "listPhones", "listDocuments", "getMyProfiles", "listLabels", "getMe"),
        )
        return dict.fromkeys(simple, Good) | {
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
            "createProfile": lambda: Good(profile),
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
