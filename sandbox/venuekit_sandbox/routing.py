"""Which route a request is for, looked up instead of tried one by one where the path has no placeholder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from starlette.routing import BaseRoute, Match, Mount, Route, Router
from starlette.types import Receive, Scope, Send

UNKNOWN: Final = "unknown"
"""The name of the route that refuses whatever is no operation."""


class Operations:
    """Which operation a request is of, by the routes of a venue."""

    def __init__(self, routes: Sequence[BaseRoute]) -> None:
        self._routes = routes
        self.names = frozenset(route.name for _, route in _flat(routes) if route.name != UNKNOWN)
        self._fixed = {place: _name(route) for place, (_, route) in fixed(routes).items()}

    def of(self, method: str, path: str) -> str | None:
        """The operationId of a request to a path below the venue's mount; None when there is none."""
        try:
            return self._fixed[method, path]
        except KeyError:
            return _name(_find(self._routes, method, path))


class Direct(Router):
    """A router that knows where a path without placeholders leads. Everything else goes the usual way."""

    def __init__(self, routes: Sequence[BaseRoute]) -> None:
        super().__init__(routes)
        self._fixed = fixed(routes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            root = scope.get("root_path", "")
            found = self._fixed.get((scope["method"], scope["path"].removeprefix(root)))
            if found is not None:
                mount, route = found
                scope.update(endpoint=route.endpoint, path_params={}, root_path=root + mount)
                scope.setdefault("app_root_path", root)
                await route.app(scope, receive, send)
                return
        await super().__call__(scope, receive, send)


def fixed(routes: Sequence[BaseRoute]) -> dict[tuple[str, str], tuple[str, Route]]:
    """Method and path of what has no placeholder -> the mount that it is in, and the route that answers it."""
    found = {}
    for mount, route in _flat(routes):
        if "{" in route.path:
            continue
        for method in route.methods or ():
            first = _find(routes, method, mount + route.path)
            if first is route:  # and not one before it
                found[method, mount + route.path] = (mount, route)
    return found


def _flat(routes: Iterable[BaseRoute], mount: str = "") -> Iterator[tuple[str, Route]]:
    for route in routes:
        if isinstance(route, Mount):
            yield from _flat(route.routes, mount + route.path)
        elif isinstance(route, Route):
            yield mount, route


def _find(routes: Iterable[BaseRoute], method: str, path: str) -> Route | None:
    return _matching(routes, {"type": "http", "method": method, "path": path, "root_path": ""})


def _matching(routes: Iterable[BaseRoute], scope: Scope) -> Route | None:
    for route in routes:
        match, child = route.matches(scope)
        if match is not Match.FULL:
            continue
        if isinstance(route, Mount):
            return _matching(route.routes, {**scope, **child})
        return route if isinstance(route, Route) else None
    return None


def _name(route: Route | None) -> str | None:
    return None if route is None or route.name == UNKNOWN else route.name
