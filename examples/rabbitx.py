"""RabbitX with the typed client alone: a wallet signs in, and its API key reads the account.

venuekit sandbox                # in one terminal
python examples/rabbitx.py      # in another
"""

from __future__ import annotations

import argparse
import asyncio
import secrets

from venuekit import (
    AsyncRabbitX,
    AuthenticationError,
    PrivateKeySigner,
    RabbitX,
    RabbitXCredentials,
    SecretText,
)


def open_account(url: str) -> RabbitXCredentials:
    """Sign in with a wallet. RabbitX opens the account if the wallet is new to it."""
    # A throw-away wallet. In real life the key stays where it is: `CallbackSigner` asks a hardware wallet, a browser
    # or a key service for each signature.
    signer = PrivateKeySigner(secrets.token_hex(32))
    print(f"the wallet is {signer.address}")

    with RabbitX(network="sepolia", base_url=url) as client:
        # One call: the onboarding text is signed, sent to POST /onboarding, and the answer's credentials are used
        # for every call from here on.
        credentials = client.sign_in(signer)
        print(f"signed in, got the API key {SecretText(credentials.api_key or '')}")

        # Typed results: `account.result` is a list of `Profile`, and the editor knows its fields.
        account = client.account.get_account()
        profile = account.result[0]
        print(f"profile {profile.id} is {profile.status}, it is a {profile.profile_type}")

        # Signing in again is harmless: the same wallet gets the same profile.
        client.sign_in(signer)
        print(f"signed in again, still profile {client.account.get_account().result[0].id}")
    return credentials


def meet_an_error(url: str, credentials: RabbitXCredentials) -> None:
    """What a refusal looks like: one exception class per meaning, with the venue's own words on it."""
    with RabbitX(
        api_key="not-a-key", api_secret=credentials.secret, network="sepolia", base_url=url
    ) as client:
        try:
            client.account.get_account()
        except AuthenticationError as error:
            # Also on it: `.request_id` for the venue's support, and `.body`, the answer with its secrets masked.
            print(f"a wrong API key: {error.operation} refused with HTTP {error.status}, {error.codes}")


async def read_side_by_side(url: str, credentials: RabbitXCredentials) -> None:
    """The asynchronous client has the same names. Here it sends three calls at once."""
    async with AsyncRabbitX(
        api_key=credentials.api_key, api_secret=credentials.secret, network="sepolia", base_url=url
    ) as client:
        answers = await asyncio.gather(*(client.account.get_account() for _ in range(3)))
        print(f"read {len(answers)} times at once, leverage {answers[0].result[0].account_leverage}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--url", default="http://127.0.0.1:8900/rabbitx", help="the API's root")
    url = parser.parse_args().url

    credentials = open_account(url)
    meet_an_error(url, credentials)
    asyncio.run(read_side_by_side(url, credentials))


if __name__ == "__main__":
    main()
