"""venuekit, by the agreements of a T4 user that are read and a T4 user who is made; tokens are those of TradeLocker."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

from benchmarks.peers.library import BODY_SECRET, KEY, QUERY_SECRET, Library
from benchmarks.peers.server import Answer, Request

_READ = {
    "data": {
        "documents": [{"documentName": "A", "title": "A", "url": "https://example.com/a"}],
        "signatureTemplate": {"collectedBy": "", "eulaVersion": "2", "signatures": []},
    }
}
_KEY_BODY = {"algorithm": "HS256", "scope": ["trade"], "state": "active", "created_at": "", "updated_at": ""}


class VenueKitLibrary(Library):
    name = package = "venuekit"
    line = "from venuekit import T4"
    read_body: ClassVar[object] = _READ
    write_body: ClassVar[object] = {
        "result": {"value": {"data": {"user": {"userID": "u", "userName": "n"}}}, "statusCode": 200}
    }

    def __init__(self) -> None:
        self._module: Any = import_module("venuekit")
        self._models: Any = import_module("venuekit_clients.t4.models")

    def _options(self, url: str, **more: Any) -> dict[str, Any]:
        return {"base_url": url, "environ": {}, **more}

    def make(self, url: str, *, retries: bool = True, timeout: float | None = None) -> Any:
        more: dict[str, Any] = {} if retries else {"max_retries": 0}
        if timeout is not None:
            more["timeout"] = timeout
        return self._module.T4(api_key=KEY, **self._options(url, **more))

    def read(self, client: Any) -> Any:
        return client.users.get_user_eula("user-1")

    def write(self, client: Any) -> Any:
        made = self._models
        account = made.NewAccount(account="J1", account_name="J", template_account="T")
        names = ("firstname", "lastname", "street", "city", "county", "state", "post_code", "country")
        user = made.NewUser(
            username="jane",
            password=BODY_SECRET,
            phone="+13125550123",
            email="jane@example.com",
            apptype=made.ApplicationType.NONPROFESSIONAL,
            **dict.fromkeys(names, "x"),
        )
        return client.onboarding.onboard_user(body=made.OnboardUserRequest(user=user, account=account))

    def query_secret(self, client: Any) -> Any:
        nebula = self._module.NebulaECN(api_key="k", api_secret=KEY, **self._options(client.base_url))
        return nebula.api_keys.delete_api_key("61d025b8573501c2", totp_code=QUERY_SECRET)

    def per_call(self, client: Any) -> Any:
        return client.with_options(timeout=7.5).users.get_user_eula("user-1")

    def raw(self, client: Any) -> tuple[int, str]:
        answer = client.users.with_raw_response.get_user_eula("user-1")
        assert answer.parse().data is not None
        return answer.status, answer.headers["X-Told"]

    hooked_by = "`hooks=`"

    def hooked(self, url: str, tell: Callable[[], None]) -> Any:
        hooks = self._module.Hooks(on_request=lambda _: tell())
        return self._module.T4(api_key=KEY, hooks=hooks, **self._options(url))

    def spans(self, url: str) -> list[str]:
        sdk, export = (
            import_module("opentelemetry.sdk.trace"),
            import_module("opentelemetry.sdk.trace.export"),
        )
        memory = import_module(
            "opentelemetry.sdk.trace.export.in_memory_span_exporter"
        ).InMemorySpanExporter()
        provider = sdk.TracerProvider()
        provider.add_span_processor(export.SimpleSpanProcessor(memory))
        hooks = import_module("venuekit.telemetry").otel_hooks(provider)
        self.read(self._module.T4(api_key=KEY, hooks=hooks, **self._options(url)))
        return [span.name for span in memory.get_finished_spans()]

    async def read_async(self, url: str) -> Any:
        async with self._module.AsyncT4(api_key=KEY, **self._options(url)) as client:
            return await client.users.get_user_eula("user-1")

    enum_body: ClassVar[object] = {
        "result": {
            "value": {"data": {"user": {"userID": "u", "userName": "n", "appType": "brand_new"}}},
            "statusCode": 200,
        }
    }

    def enum_value(self, client: Any) -> object:
        return self.write(client).result.value.data.user.app_type

    def pages(self, client: Any) -> list[Any]:
        nebula = self._module.NebulaECN(api_key="k", api_secret=KEY, **self._options(client.base_url))
        return list(import_module("venuekit.pages").iterate(nebula.api_keys.list_api_keys, limit=2))

    def page(self, request: Request) -> Answer:
        kids = ["3"] if "page=2" in request.path else ["1", "2"]
        return Answer(body=[{"kid": kid, **_KEY_BODY} for kid in kids])

    def token_client(self, url: str, folder: Path, *, left: float = -60.0) -> Any:
        tokens = self._module.TradeLockerTokens(f"access-{KEY}", f"refresh-{KEY}", time.time() + left)
        # A key of 32 bytes that the processes of one probe share.
        store = self._module.FileStore(folder / "tokens", key="MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")
        return self._module.TradeLocker(tokens=tokens, store=store, **self._options(f"{url}/backend-api"))

    def token_read(self, client: Any) -> Any:
        return client.auth.list_accounts()

    def is_refresh(self, request: Request) -> bool:
        return request.path.endswith("/auth/jwt/refresh")

    def background(self, request: Request) -> Answer | None:
        if self.is_refresh(request):
            ends = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(time.time() + 3600))
            fresh = {"accessToken": f"new-{KEY}", "refreshToken": f"next-{KEY}", "expireDate": ends}
            return Answer(201, fresh)
        if request.path.endswith("/all-accounts"):
            return Answer(body={"accounts": []})
        return None

    def limited(self, url: str) -> Any:
        limit = self._module.Limit("t4", "all calls", tokens=3, seconds=60, other=1)
        return self._module.T4(api_key=KEY, limits=self._module.RateLimits([limit]), **self._options(url))

    def typed(self) -> str:
        return (
            "from venuekit import TradeLocker\n"
            "reveal_type(TradeLocker().auth.list_accounts().accounts[0].currency)\n"
        )
