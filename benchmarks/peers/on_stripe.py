"""stripe, by a customer that is read and one that is made."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, ClassVar

from benchmarks.peers.library import BODY_SECRET, KEY, QUERY_SECRET, Library
from benchmarks.peers.server import Answer, Request
from benchmarks.peers.webhooks import stripe_webhook


class StripeLibrary(Library):
    name = package = "stripe"
    line = "from stripe import StripeClient"
    read_body: ClassVar[object] = {"id": "cus_1", "object": "customer", "name": "n", "livemode": False}
    write_body: ClassVar[object] = read_body
    enum_body: ClassVar[object] = {"id": "cus_1", "object": "customer", "tax_exempt": "brand_new"}
    stream_answer = Answer(body=b"%PDF-1.7 of a quote", content_type="application/pdf")

    def __init__(self) -> None:
        self._module: Any = import_module("stripe")

    def make(self, url: str, *, retries: bool = True, timeout: float | None = None) -> Any:
        options: dict[str, Any] = {} if retries else {"max_network_retries": 0}
        if timeout is not None:
            options["http_client"] = self._module.RequestsClient(timeout=timeout)
        # Files and meter events go elsewhere: nowhere, here.
        addresses = dict.fromkeys(("api", "connect", "files", "meter_events"), url)
        return self._module.StripeClient(KEY, base_addresses=addresses, **options)

    def keyed(self, url: str) -> Any:
        return self._module.StripeClient(KEY, base_addresses={"api": url}, max_network_retries=2)

    def read(self, client: Any) -> Any:
        return client.v1.customers.retrieve("cus_1")

    def write(self, client: Any) -> Any:
        return client.v1.customers.create({"name": BODY_SECRET})

    def query_secret(self, client: Any) -> Any:
        return client.raw_request("get", "/v1/customers/cus_1", code=QUERY_SECRET)

    def per_call(self, client: Any) -> Any:
        assert "timeout" not in self._module.RequestOptions.__annotations__
        return client.v1.customers.retrieve("cus_1", options={"max_network_retries": 1})

    def raw(self, client: Any) -> tuple[int, str]:
        last = client.v1.customers.retrieve("cus_1").last_response
        return last.code, last.headers["x-told"]

    hooked_by = "no hook, but a subclass of `RequestsClient`"

    def hooked(self, url: str, tell: Callable[[], None]) -> Any:
        # There is no hook: this is what a program can do instead, a client of its own below.
        module = self._module

        class Telling(module.RequestsClient):  # type: ignore[misc, name-defined]
            def request(self, *arguments: Any, **named: Any) -> Any:
                tell()
                return super().request(*arguments, **named)

        addresses = dict.fromkeys(("api", "connect", "files", "meter_events"), url)
        return module.StripeClient(
            KEY, base_addresses=addresses, http_client=Telling(), max_network_retries=2
        )

    async def read_async(self, url: str) -> Any:
        return await self.make(url).v1.customers.retrieve_async("cus_1")

    def enum_value(self, client: Any) -> object:
        return client.v1.customers.retrieve("cus_1").tax_exempt

    def pages(self, client: Any) -> list[Any]:
        return list(client.v1.customers.list({"limit": 2}).auto_paging_iter())

    def page(self, request: Request) -> Answer:
        ids = ["3"] if "starting_after=2" in request.path else ["1", "2"]
        items = [{"id": number, "object": "customer"} for number in ids]
        listed = {"object": "list", "url": "/v1/customers", "data": items, "has_more": len(ids) == 2}
        return Answer(body=listed)

    def signed_events(self) -> Callable[[bool], None]:
        return stripe_webhook(self._module)

    def stream(self, client: Any) -> list[Any]:
        return [client.v1.quotes.pdf("qt_1").io.read()]

    def typed(self) -> str:
        return (
            "from stripe import StripeClient\n"
            "reveal_type(StripeClient('k').v1.customers.retrieve('c').created)\n"
        )
