"""stokn with the typed client alone: sign up, answer the SMS challenge, check the identity, make a portfolio.

venuekit sandbox              # in one terminal
python examples/stokn.py      # in another
"""

from __future__ import annotations

import argparse
import asyncio
import json
import secrets
from urllib.parse import urlencode, urljoin
from urllib.request import Request, urlopen

from venuekit import AsyncStokn, AuthenticationError, SecretText, Stokn, StoknToken
from venuekit_clients.stokn.models import (
    AuthChallenge,
    CreatePortfolioRequest,
    LoginRequest,
    PortfolioAccountType,
    RespondOtpRequest,
    SignUpRequest,
    Token,
)

# Yours, as stokn's corporate client. The sandbox knows this pair.
CLIENT_ID, CLIENT_SECRET = "sandbox", "sandbox-secret"
PASSWORD = "Kal31-ewwqXrew"


def open_account(url: str) -> StoknToken:
    """From sign-up to a portfolio."""
    email = f"jane.{secrets.token_hex(4)}@example.com"
    phone = f"+1312555{secrets.randbelow(10_000):04}"

    # The client fetches and renews the corporate token by itself.
    with Stokn(client_id=CLIENT_ID, client_secret=CLIENT_SECRET, base_url=url) as client:
        signed_up = client.users.sign_up(
            body=SignUpRequest(phone_number=phone, email=email, password=PASSWORD, roles=["USER"])
        )
        if signed_up.data:
            print(f"signed up {email}, status {signed_up.data.user_account_status}")

        try:
            client.users.login(body=LoginRequest(username=email, password="not this one"))
        except AuthenticationError as error:
            # stokn says 409 for nearly everything; its own code tells what it means.
            print(f"a wrong password: HTTP {error.status} with code {error.codes[0]}")

        # A right password is answered with a challenge, and a code goes out by SMS.
        challenge = client.users.login(body=LoginRequest(username=email, password=PASSWORD)).data
        assert isinstance(challenge, AuthChallenge)
        answered = client.users.respond_otp(
            body=RespondOtpRequest(
                session_id=challenge.session_id,
                username=email,
                challenge_type=challenge.challenge_type,
                code=read_sms(url, phone),
            )
        )
        assert isinstance(answered.data, Token)
        token = StoknToken.from_model(answered.data)
        client.use_user_token(token)  # from here on calls are made for this person
        print(f"logged in, the access token is {SecretText(token.access_token)}")

        kyc = client.kyc.start_kyc().data
        print(f"the identity check is at {kyc.identification_url if kyc else '?'}")
        # A person opens that page and shows a passport; then stokn's account manager activates the account.
        tell_sandbox(url, "stokn/kyc", {"email": email, "verdict": "approved"})
        tell_sandbox(url, "stokn/activate", {"email": email})

        me = client.users.get_me().data
        account = me.accounts[0] if me and me.accounts else None
        assert account is not None and account.active
        client.accounts.create_portfolio(
            body=CreatePortfolioRequest(
                account_id=account.account_id,
                portfolio_id=f"{account.account_id}-main",
                portfolio_account_type=PortfolioAccountType.TRADING,
                name="Main portfolio",
            )
        )
        print("made a portfolio")
        return token


async def read_portfolios(url: str, token: StoknToken) -> None:
    """The asynchronous client has the same names. It goes on with the person's token."""
    async with AsyncStokn(
        client_id=CLIENT_ID, client_secret=CLIENT_SECRET, user_token=token, base_url=url
    ) as client:
        me = (await client.users.get_me()).data
        for account in (me.accounts if me else None) or []:
            found = (await client.accounts.get_account(account.account_id)).data
            names = [portfolio.name for portfolio in (found.portfolios if found else None) or []]
            print(f"the portfolios are {', '.join(str(name) for name in names)}")


def read_sms(url: str, phone: str) -> str:
    """In real life a person reads the code from the phone and types it. The sandbox keeps what it sent."""
    query = urlencode({"venue": "stokn", "to": phone})
    with urlopen(urljoin(url, f"/_sandbox/outbox?{query}"), timeout=10) as answer:
        return str(json.load(answer)["messages"][-1]["code"])


def tell_sandbox(url: str, what: str, body: dict[str, str]) -> None:
    """In real life this is somebody at stokn. The sandbox has its own door for it."""
    headers = {"Content-Type": "application/json"}
    urlopen(
        Request(urljoin(url, f"/_sandbox/{what}"), json.dumps(body).encode(), headers), timeout=10
    ).close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--url", default="http://127.0.0.1:8900/stokn", help="the API's root")
    url = parser.parse_args().url

    token = open_account(url)
    asyncio.run(read_portfolios(url, token))


if __name__ == "__main__":
    main()
