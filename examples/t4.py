"""CTS T4 with the typed client alone: an administrator opens a user with an account, and the user logs in.

venuekit sandbox           # in one terminal
python examples/t4.py      # in another
"""

from __future__ import annotations

import argparse
import asyncio
import json
import secrets
from urllib.parse import urljoin
from urllib.request import Request, urlopen

from venuekit import T4, AsyncT4, ConflictError, SecretText
from venuekit_clients.t4.models import (
    ApplicationType,
    EulaAcceptance,
    LoginRequest,
    MarketDataSelection,
    MarketDataType,
    MarketDataUpdate,
    NewAccount,
    NewEulaSignature,
    NewUser,
    OnboardUserRequest,
)

PASSWORD = "Kal31-ewwqXrew"
# What the applicant has read and accepted, and when. Nobody else may accept it.
ACCEPTED = ["LegalEULA", "LegalPP", "LegalMDSA", "LegalUSA", "LegalNPSCF"]


def open_account(url: str) -> str:
    """One call makes user, account, market data and signatures. Returns the new user's name."""
    number = secrets.token_hex(4)
    username = f"jane.{number}@example.com"
    request = OnboardUserRequest(
        user=NewUser(
            username=username,
            password=PASSWORD,
            firstname="Jane",
            lastname="Smith",
            phone="+13125550123",
            email=username,
            street="123 Main Street",
            city="Chicago",
            county="Cook",  # within the state; `country` is another field
            state="IL",
            post_code="60601",
            country="US",
            apptype=ApplicationType.NONPROFESSIONAL,
        ),
        account=NewAccount(
            account=f"J{number}", account_name="Jane Smith", template_account="DefaultTemplate"
        ),
        market_data=MarketDataSelection(
            updates=[MarketDataUpdate(clearing_exchange="DUMMY", market_data_type=MarketDataType.DELAYED)]
        ),
        eula=EulaAcceptance(
            collected_by="",
            eula_version="2",
            signatures=[NewEulaSignature(name, signed="2025-05-15T14:30:00") for name in ACCEPTED],
        ),
    )

    with T4(api_key="sandbox", base_url=url) as client:
        answer = client.onboarding.onboard_user(body=request)
        # The venue wraps its answer; every layer has a type.
        value = answer.result.value if answer.result else None
        data = value.data if value else None
        if data and data.user and data.account:
            print(f"opened {data.user.user_name}, account {data.account.account} is {data.account.enabled}")
            documents = client.users.get_user_eula(data.user.user_id or "").data
            print(f"the venue knows {len(documents.documents or []) if documents else 0} documents")

        try:
            client.onboarding.onboard_user(body=request)
        except ConflictError as error:
            # A user name is taken for ever: never send this call twice on a guess.
            print(f"the same again: HTTP {error.status}, {error.codes[0]}")
    return username


async def log_in(url: str, username: str) -> None:
    """The asynchronous client has the same names. The new user logs in, once the back office has said yes."""
    request = LoginRequest(
        firm="SANDBOX",
        user_name=username,
        password=PASSWORD,
        app_name="venuekit",
        app_license="sandbox-license",
    )
    async with AsyncT4(api_key="sandbox", base_url=url) as client:
        # In real life somebody in the firm's back office enables the account. The sandbox has its own door for it.
        tell_sandbox(url, "t4/enable", {"username": username})
        session = await client.auth.login(body=request)
        print(f"logged in, the token is {SecretText(session.token)}")


def tell_sandbox(url: str, what: str, body: dict[str, str]) -> None:
    headers = {"Content-Type": "application/json"}
    urlopen(
        Request(urljoin(url, f"/_sandbox/{what}"), json.dumps(body).encode(), headers), timeout=10
    ).close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--url", default="http://127.0.0.1:8900/t4", help="the API's root")
    url = parser.parse_args().url

    username = open_account(url)
    asyncio.run(log_in(url, username))


if __name__ == "__main__":
    main()
