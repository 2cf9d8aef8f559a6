"""Calls that the venue's public code has and its pages do not, behind the switch `undocumented_calls`."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import JSONResponse, Response

from venuekit_sandbox.asgi import Call, Handler
from venuekit_sandbox.stokn import bearers, errors, shapes
from venuekit_sandbox.stokn.bearers import ACCOUNT_READ, ADMIN_WRITE
from venuekit_sandbox.stokn.errors import BusinessError, Problem
from venuekit_sandbox.stokn.state import State

_STATUSES = frozenset(
    {
        "UNINITIATED", "VERIFICATION_IN_PROGRESS", "VERIFICATION_FAILED", "VERIFICATION_FATAL_FAILED", "VERIFIED",
    }
)  # fmt: skip


class Undocumented:
    """They answer the usual envelope."""

    def __init__(self, state: State, change_password: Handler) -> None:
        self._state = state
        self._change_password = change_password

    def operations(self) -> Sequence[tuple[str, str, Handler]]:
        """Method, path and handler of each."""
        return [
            ("GET", "/v1/account/activate/{accountId}", self._activate),
            ("DELETE", "/v1/account/{accountId}", self._remove),
            ("GET", "/v1/account/portfolios/{accountId}", self._nothing),
            ("GET", "/v1/account/portfolio/{accountId}/{portfolioId}", self._nothing),
            ("GET", "/v1/kyc/update-kyc-status/{userId}/{status}", self._judge_by_anybody),
            ("PUT", "/v1/admin/deposit/update-kyc-status/{userId}/{status}", self._judge),
            ("GET", "/v1/kyc/documents/{userId}", self._no_documents),
            ("PUT", "/v1/user/update-info", self._change_password),
        ]

    def _activate(self, call: Call) -> Response:
        bearers.needed(self._state.identity, call, ADMIN_WRITE)
        account = self._state.account(call.path_part("accountId"))
        if account is None:
            raise BusinessError(errors.NULL_VALUE, "account")
        self._state.activate(account)
        return self._envelope(shapes.account_json(account, self._state.switches))

    def _remove(self, call: Call) -> Response:
        bearers.needed(self._state.identity, call, ACCOUNT_READ)
        self._state.remove_account(call.path_part("accountId"))
        return self._envelope(True)

    def _nothing(self, call: Call) -> Response:
        bearers.needed(self._state.identity, call, ACCOUNT_READ)
        return self._envelope(None)

    def _no_documents(self, call: Call) -> Response:
        bearers.needed(self._state.identity, call)
        return self._envelope(None)

    def _judge(self, call: Call) -> Response:
        bearers.needed(self._state.identity, call, ADMIN_WRITE)
        return self._judge_by_anybody(call)

    def _judge_by_anybody(self, call: Call) -> Response:
        bearers.needed(self._state.identity, call)
        status = call.path_part("status")
        if status not in _STATUSES:
            raise Problem(400, "Failed to convert 'status'.")
        person = self._state.person(call.path_part("userId"))
        self._state.judge(person, status)
        return self._envelope(self._state.person_json(person))

    def _envelope(self, payload: object) -> Response:
        return JSONResponse(shapes.envelope(payload, self._state.switches))
