# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Every operation of this client, grouped by tag: `Api(caller).<tag>.<operation>(...)`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...runtime import AsyncCaller, Caller
    from .auth import AsyncAuthResource, AuthResource
    from .trade import AsyncTradeResource, TradeResource

__all__ = ("Api", "AsyncApi")


class Api:
    """Every operation; `caller` sends the requests and raises on errors."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @cached_property
    def auth(self) -> AuthResource:
        """Tokens and the list of accounts."""
        from .auth import AuthResource

        return AuthResource(self._caller)

    @cached_property
    def trade(self) -> TradeResource:
        """Configuration and state of one account, chosen by `accNum`."""
        from .trade import TradeResource

        return TradeResource(self._caller)


class AsyncApi:
    """Every operation as a coroutine; `caller` sends the requests and raises on errors."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @cached_property
    def auth(self) -> AsyncAuthResource:
        """Tokens and the list of accounts."""
        from .auth import AsyncAuthResource

        return AsyncAuthResource(self._caller)

    @cached_property
    def trade(self) -> AsyncTradeResource:
        """Configuration and state of one account, chosen by `accNum`."""
        from .trade import AsyncTradeResource

        return AsyncTradeResource(self._caller)
