"""tradelocker, by the trading rules that are read and an order that is made. It speaks to one API, as venuekit's TradeLocker does."""

from __future__ import annotations

import base64
import json
import time
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

from benchmarks.peers.library import BODY_SECRET, KEY, QUERY_SECRET, Library, Outcome
from benchmarks.peers.server import Answer, Request


def jwt(left: float, *, mark: str = KEY) -> str:
    """A token that ends in so many seconds. Nobody here looks at its signature."""

    def part(value: object) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    # Whole seconds, and not too short a life: some clients renew half an hour ahead.
    claims = {"sub": "user", "iat": int(time.time()) - 7200, "exp": int(time.time() + left)}
    return f"{part({'alg': 'HS256', 'typ': 'JWT'})}.{part(claims)}.{mark}"


class TradeLockerLibrary(Library):
    name = package = "tradelocker"
    line = "from tradelocker import TLAPI"
    read_body: ClassVar[object] = {"s": "ok", "d": [{"id": "7080", "name": "n"}]}
    write_body: ClassVar[object] = {"s": "ok", "d": {"orderId": "1"}}
    enum_body: ClassVar[object] = {"s": "ok", "d": [{"id": "7080", "status": "brand_new"}]}

    def __init__(self) -> None:
        self._module: Any = import_module("tradelocker")

    def background(self, request: Request) -> Answer | None:
        path = request.path.partition("?")[0]
        if path.endswith("/all-accounts"):
            account = {"id": "7080", "name": "n", "currency": "USD", "accNum": "1", "accountBalance": "1"}
            return Answer(body={"accounts": [account]})
        if path.endswith("/instruments"):
            routes = [{"id": 1, "type": "TRADE"}]
            one = {"tradableInstrumentId": 5, "id": 5, "name": "EURUSD", "routes": routes}
            return Answer(body={"s": "ok", "d": {"instruments": [one]}})
        if self.is_refresh(request):
            return Answer(201, {"accessToken": jwt(86400), "refreshToken": jwt(864000, mark="again")})
        return None

    def is_refresh(self, request: Request) -> bool:
        return request.path.partition("?")[0].endswith("/auth/jwt/refresh")

    def make(self, url: str, *, retries: bool = True, timeout: float | None = None) -> Any:
        tlapi = self._module.TLAPI
        if timeout is not None:
            # There is no option: a constant of the class is changed, which is private.
            tlapi = type("TLAPI", (tlapi,), {"_TIMEOUT": (timeout, timeout)})
        return tlapi(
            environment=url,
            access_token=jwt(86400),
            refresh_token=jwt(864000),
            developer_api_key=KEY,
        )

    def read(self, client: Any) -> Any:
        return client.get_trade_accounts()

    def write(self, client: Any) -> Any:
        return client.create_order(5, 0.01, "buy", type_="market", validity="IOC", strategy_id=BODY_SECRET)

    def query_secret(self, client: Any) -> Any:
        url = f"{client.get_base_url()}/trade/accounts"
        return client._request("get", url, additional_params={"code": QUERY_SECRET})

    def enum_value(self, client: Any) -> object:
        return client.get_trade_accounts()[0]["status"]

    def token_client(self, url: str, folder: Path, *, left: float = -60.0) -> Any:
        client = self.make(url)
        # Its constructor calls the venue, and would have renewed the token already.
        client._access_token = jwt(left)
        return client

    def limited(self, url: str) -> Any:
        assert callable(self._module.TLAPI.get_route_rate_limit)
        raise Outcome(
            "no; can tell the venue's limits", "TLAPI.get_route_rate_limit reads them, nothing else calls it"
        )

    def typed(self) -> str:
        return (
            "from tradelocker import TLAPI\n"
            "reveal_type(TLAPI('e', access_token='a', refresh_token='r').get_trade_accounts())\n"
        )
