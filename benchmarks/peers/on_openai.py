"""openai, by a model that is read and a vector store that is made."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

from benchmarks.peers.library import BODY_SECRET, KEY, QUERY_SECRET, Library, not_applicable
from benchmarks.peers.server import Answer, Request
from benchmarks.peers.webhooks import openai_webhook

_BATCH = {
    "id": "b1",
    "object": "batch",
    "endpoint": "/v1/embeddings",
    "input_file_id": "f",
    "completion_window": "24h",
    "created_at": 1,
    "status": "brand_new",
}


class OpenAILibrary(Library):
    name = package = "openai"
    line = "from openai import OpenAI"
    read_body: ClassVar[object] = {"id": "m", "object": "model", "created": 1, "owned_by": "somebody"}
    write_body: ClassVar[object] = {
        "id": "vs",
        "object": "vector_store",
        "created_at": 1,
        "name": "n",
        "status": "completed",
    }
    enum_body: ClassVar[object] = _BATCH
    stream_answer = Answer(
        body=b"".join(
            b"data: "
            + json.dumps(
                {
                    "id": "c",
                    "object": "chat.completion.chunk",
                    "created": 1,
                    "model": "m",
                    "choices": [{"index": 0, "delta": {"content": part}}],
                }
            ).encode()
            + b"\n\n"
            for part in ("a", "b", "c")
        )
        + b"data: [DONE]\n\n",
        content_type="text/event-stream",
    )

    def __init__(self) -> None:
        self._module: Any = import_module("openai")

    def make(self, url: str, *, retries: bool = True, timeout: float | None = None) -> Any:
        options: dict[str, Any] = {} if retries else {"max_retries": 0}
        if timeout is not None:
            options["timeout"] = timeout
        return self._module.OpenAI(api_key=KEY, base_url=f"{url}/v1", **options)

    def read(self, client: Any) -> Any:
        return client.models.retrieve("m")

    def write(self, client: Any) -> Any:
        return client.vector_stores.create(name=BODY_SECRET)

    def query_secret(self, client: Any) -> Any:
        return client.models.retrieve("m", extra_query={"code": QUERY_SECRET})

    def per_call(self, client: Any) -> Any:
        return client.with_options(timeout=7.5).models.retrieve("m")

    def raw(self, client: Any) -> tuple[int, str]:
        answer = client.models.with_raw_response.retrieve("m")
        assert answer.parse().id == "m"
        return answer.status_code, answer.headers["x-told"]

    hooked_by = "`event_hooks` of the HTTP client"

    def hooked(self, url: str, tell: Callable[[], None]) -> Any:
        http = self._module.DefaultHttpxClient(event_hooks={"request": [lambda _: tell()]})
        return self._module.OpenAI(api_key=KEY, base_url=f"{url}/v1", http_client=http)

    async def read_async(self, url: str) -> Any:
        async with self._module.AsyncOpenAI(api_key=KEY, base_url=f"{url}/v1") as client:
            return await client.models.retrieve("m")

    def enum_value(self, client: Any) -> object:
        return client.batches.retrieve("b1").status

    def pages(self, client: Any) -> list[Any]:
        return list(client.batches.list(limit=2))

    def page(self, request: Request) -> Answer:
        ids = ["3"] if "after=2" in request.path else ["1", "2"]
        items = [{**_BATCH, "id": number} for number in ids]
        return Answer(body={"object": "list", "data": items, "has_more": len(ids) == 2})

    def token_client(self, url: str, folder: Path, *, left: float = -60.0) -> Any:
        provider = {"token_type": "jwt", "get_token": lambda: "subject-token"}
        identity = {"identity_provider_id": "i", "service_account_id": "s", "provider": provider}
        client = self._module.OpenAI(workload_identity=identity, base_url=f"{url}/v1")
        # Where tokens are fetched cannot be said in public. Without this the probe would leave the machine.
        client._workload_identity_auth.token_exchange_url = f"{url}/token"
        return client

    def skewed_client(self, url: str, folder: Path) -> Any:
        not_applicable("a token's life is told in seconds, not as a date")

    def is_refresh(self, request: Request) -> bool:
        return request.path == "/token"

    def background(self, request: Request) -> Answer | None:
        if self.is_refresh(request):
            return Answer(
                body={
                    "access_token": KEY,
                    "issued_token_type": "urn:ietf:params:oauth:token-type:access_token",
                    "token_type": "Bearer",
                    "expires_in": 3600,
                }
            )
        return None

    def signed_events(self) -> Callable[[bool], None]:
        return openai_webhook(self._module)

    def stream(self, client: Any) -> list[Any]:
        messages = [{"role": "user", "content": "hello"}]
        return list(client.chat.completions.create(model="m", messages=messages, stream=True))

    def typed(self) -> str:
        return "from openai import OpenAI\nreveal_type(OpenAI().models.retrieve('m').created)\n"
