"""NebulaECN with the typed client alone: sign up, confirm e-mail and phone, switch on 2FA, make an API key.

venuekit sandbox                  # in one terminal
python examples/nebulaecn.py      # in another
"""

from __future__ import annotations

import argparse
import asyncio
import json
import secrets
from urllib.parse import urlencode, urljoin
from urllib.request import urlopen

from venuekit import AsyncNebulaECN, ConflictError, NebulaECN, RejectedError, SecretText, Totp
from venuekit_clients.nebulaecn.models import (
    APIKey,
    ConfirmEmailRequest,
    CreateApiKeyRequest,
    CreatePhoneRequest,
    CreateUserRequest,
    EnableOtpRequest,
    VerifyPhoneRequest,
)

PASSWORD = "Kal31-ewwqXrew"


def open_account(url: str) -> APIKey:
    """From sign-up to an API key."""
    email = f"jane.{secrets.token_hex(4)}@example.com"
    phone = f"+1312555{secrets.randbelow(10_000):04}"

    with NebulaECN(base_url=url) as client:
        # Signing up opens a session. The client keeps its cookie and its CSRF token; there is nothing to do for it.
        user = client.identity.create_user(body=CreateUserRequest(email=email, password=PASSWORD))
        print(f"signed up {user.email}, uid {user.uid}, state {user.state}")

        # Errors have one class per meaning, and the venue's own codes.
        try:
            client.identity.create_user(body=CreateUserRequest(email=email, password=PASSWORD))
        except ConflictError as error:
            print(f"signing up twice: HTTP {error.status}, {error.codes}")
        try:
            client.identity.create_user(body=CreateUserRequest(email="x@example.com", password="abc"))
        except RejectedError as error:
            print(f"a bad password: HTTP {error.status}, {error.codes}")

        # In real life a person opens the link of the e-mail, and types the code of the SMS.
        token = read_message(url, kind="email", to=email)
        user = client.identity.confirm_email(body=ConfirmEmailRequest(token=token))
        print(f"confirmed the e-mail, state {user.state}, level {user.level}")

        client.phones.create_phone(body=CreatePhoneRequest(phone_number=phone))
        code = read_message(url, kind="sms", to=phone)
        user = client.phones.verify_phone(body=VerifyPhoneRequest(phone_number=phone, verification_code=code))
        print(f"confirmed the phone, level {user.level}")

        # API keys need a second factor. `Totp` never hands out the same code twice: the venue takes each only once.
        totp = Totp.from_uri(client.otp.generate_otp_qrcode().data.url)
        client.otp.enable_otp(body=EnableOtpRequest(code=totp.code()))
        print(f"switched on two-factor authentication, the secret is {SecretText(totp.secret)}")

        key = client.api_keys.create_api_key(
            body=CreateApiKeyRequest(algorithm="HS256", totp_code=totp.code(), scope="trade")
        )
        print(f"made the API key {key.kid}, its secret is {SecretText(key.secret or '')}")
        client.identity.delete_session()
    return key


async def use_key(url: str, key: APIKey) -> None:
    """The asynchronous client has the same names. With a key it signs every call, and needs no session."""
    async with AsyncNebulaECN(api_key=key.kid, api_secret=key.secret or "", base_url=url) as client:
        me, phones, keys = await asyncio.gather(
            client.users.get_me(), client.phones.list_phones(), client.api_keys.list_api_keys()
        )
        print(f"read with the key: level {me.level}, 2FA {me.otp}, {len(phones)} phone, {len(keys)} key")


def read_message(url: str, *, kind: str, to: str) -> str:
    """The code of the newest message. The sandbox keeps what it sent."""
    query = urlencode({"venue": "nebulaecn", "kind": kind, "to": to})
    with urlopen(urljoin(url, f"/_sandbox/outbox?{query}"), timeout=10) as answer:
        return str(json.load(answer)["messages"][-1]["code"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--url", default="http://127.0.0.1:8900/nebulaecn", help="the API's root")
    url = parser.parse_args().url

    key = open_account(url)
    asyncio.run(use_key(url, key))


if __name__ == "__main__":
    main()
