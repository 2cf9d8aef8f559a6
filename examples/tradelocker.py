"""TradeLocker with the typed client alone: connect a broker's login, choose an account, read its state.

venuekit sandbox                    # in one terminal
python examples/tradelocker.py      # in another
"""

from __future__ import annotations

import argparse
import asyncio

from venuekit import AsyncTradeLocker, AuthenticationError, SecretText, TradeLocker, TradeLockerTokens
from venuekit.venues.tradelocker import account_details, balance
from venuekit_clients.tradelocker.models import GetJWTTokensRequest

# There is nothing to open at TradeLocker: a broker has made this login. The sandbox knows it from the start.
EMAIL, PASSWORD, SERVER = "demo@example.com", "sandbox-password", "SANDBOX"


def connect(url: str) -> TradeLockerTokens:
    """Log in, and look at the accounts behind the login."""
    with TradeLocker(base_url=url) as client:
        answer = client.auth.get_jwt_tokens(
            body=GetJWTTokensRequest(email=EMAIL, password=PASSWORD, server=SERVER)
        )
        # The client has noticed the tokens: later calls carry them, and they are renewed before they expire.
        print(
            f"logged in, the access token {SecretText(answer.access_token)} is good until {answer.expire_date}"
        )

        listed = client.auth.list_accounts()
        for account in listed.accounts:
            # Money comes as the venue writes it, text or number. `balance` makes a `Decimal` of either.
            print(f"account {account.acc_num}: {account.currency}, {account.status}")

        # Calls under `trade` are about one account, named by its `accNum`: once for all, or as `acc_num=` of a call.
        account = listed.accounts[0]
        client.use_account(int(account.acc_num))
        details = account_details(client.trade.get_config(), client.trade.get_account_state(account.id))
        assert details["balance"] == balance(account)
        print(f"balance is {details['balance']}")

        tokens = client.tokens
        assert tokens is not None
        return tokens


def meet_an_error(url: str) -> None:
    """What a refusal looks like: one exception class per meaning, with the venue's own words on it."""
    # Given e-mail, password and server, the client logs in by itself when a call needs it.
    with TradeLocker(email=EMAIL, password="not this one", server=SERVER, base_url=url) as client:
        try:
            client.auth.list_accounts()
        except AuthenticationError as error:
            print(f"a wrong password: {error.operation} refused with HTTP {error.status}")


async def read_side_by_side(url: str, tokens: TradeLockerTokens) -> None:
    """The asynchronous client has the same names. It goes on with the tokens of the other one."""
    async with AsyncTradeLocker(tokens=tokens, base_url=url) as client:
        listed = await client.auth.list_accounts()
        states = await asyncio.gather(
            *(
                client.trade.get_account_state(account.id, acc_num=int(account.acc_num))
                for account in listed.accounts
            )
        )
        print(f"read the state of {len(states)} account(s) at once")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--url", default="http://127.0.0.1:8900/tradelocker/backend-api", help="the API's root"
    )
    url = parser.parse_args().url

    tokens = connect(url)
    meet_an_error(url)
    asyncio.run(read_side_by_side(url, tokens))


if __name__ == "__main__":
    main()
