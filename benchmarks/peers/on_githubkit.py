"""githubkit, by a label that is read and one that is made."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

from benchmarks.peers.library import BODY_SECRET, KEY, QUERY_SECRET, Library
from benchmarks.peers.server import Answer, Request
from benchmarks.peers.webhooks import githubkit_webhook

_LABEL = {
    "id": 1,
    "node_id": "n",
    "url": "https://example.com/l",
    "name": "bug",
    "description": None,
    "color": "fff",
    "default": False,
    "archived_at": None,
    "archived_by": None,
}
_WHERE = ("owner", "repo")
_DATE = "2025-01-01T00:00:00Z"


class GitHubKitLibrary(Library):
    name = package = "githubkit"
    line = "from githubkit import GitHub"
    read_body = write_body = _LABEL
    enum_body: ClassVar[object] = {
        **dict.fromkeys(("url", "html_url", "labels_url"), "https://example.com/m"),
        "id": 1,
        "node_id": "n",
        "number": 1,
        "title": "t",
        "description": None,
        "creator": None,
        "open_issues": 0,
        "closed_issues": 0,
        "created_at": _DATE,
        "updated_at": _DATE,
        "closed_at": None,
        "due_on": None,
        "state": "brand_new",
    }
    stream_answer = Answer(body=_LABEL)

    def __init__(self) -> None:
        self._module: Any = import_module("githubkit")
        self._left = 3600.0

    def make(self, url: str, *, retries: bool = True, timeout: float | None = None) -> Any:
        options: dict[str, Any] = {} if retries else {"auto_retry": False}
        return self._module.GitHub(KEY, base_url=url, timeout=timeout, **options)

    def read(self, client: Any) -> Any:
        return client.rest.issues.get_label(*_WHERE, "bug").parsed_data

    def write(self, client: Any) -> Any:
        return client.rest.issues.create_label(*_WHERE, name="bug", description=BODY_SECRET).parsed_data

    def query_secret(self, client: Any) -> Any:
        return client.request("GET", "/user", params={"code": QUERY_SECRET})

    def raw(self, client: Any) -> tuple[int, str]:
        answer = client.rest.issues.get_label(*_WHERE, "bug")
        return answer.status_code, answer.headers["x-told"]

    hooked_by = "`event_hooks=`"

    def hooked(self, url: str, tell: Callable[[], None]) -> Any:
        return self._module.GitHub(KEY, base_url=url, event_hooks={"request": [lambda _: tell()]})

    async def read_async(self, url: str) -> Any:
        client = self.make(url)  # held: its namespaces hold it weakly
        return (await client.rest.issues.async_get_label(*_WHERE, "bug")).parsed_data

    def enum_value(self, client: Any) -> object:
        return client.rest.issues.get_milestone(*_WHERE, 1).parsed_data.state

    def pages(self, client: Any) -> list[Any]:
        where = {"owner": _WHERE[0], "repo": _WHERE[1], "per_page": 2}
        return list(client.rest.paginate(client.rest.issues.list_labels_for_repo, **where))

    def page(self, request: Request) -> Answer:
        last = "page=2" in request.path.replace("per_page=2", "")
        items = [{**_LABEL, "id": number} for number in ([3] if last else [1, 2])]
        following = (
            f'<http://{request.headers["host"]}/repos/owner/repo/labels?per_page=2&page=2>; rel="next"'
        )
        return Answer(body=items, headers=() if last else (("Link", following),))

    def token_client(self, url: str, folder: Path, *, left: float = -60.0) -> Any:
        self._left = max(left, 3000.0)
        rsa = import_module("cryptography.hazmat.primitives.asymmetric.rsa")
        forms = import_module("cryptography.hazmat.primitives.serialization")
        pem = rsa.generate_private_key(65537, 2048).private_bytes(
            forms.Encoding.PEM, forms.PrivateFormat.PKCS8, forms.NoEncryption()
        )
        auth = self._module.AppInstallationAuthStrategy("1", pem.decode(), 2)
        return self._module.GitHub(auth, base_url=url)

    def is_refresh(self, request: Request) -> bool:
        return request.path.endswith("/access_tokens")

    def background(self, request: Request) -> Answer | None:
        if self.is_refresh(request):
            ends = datetime.fromtimestamp(time.time() + self._left, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            return Answer(201, {"token": KEY, "expires_at": ends})
        return None

    def limited(self, url: str) -> Any:
        throttling = import_module("githubkit.throttling")
        return self._module.GitHub(KEY, base_url=url, throttler=throttling.LocalThrottler(1))

    def signed_events(self) -> Callable[[bool], None]:
        return githubkit_webhook(import_module("githubkit.webhooks"))

    def stream(self, client: Any) -> list[Any]:
        return list(client.rest.issues.get_label(*_WHERE, "bug", stream=True).iter_bytes())

    def typed(self) -> str:
        return (
            "from githubkit import GitHub\n"
            "reveal_type(GitHub('k').rest.issues.get_label('o', 'r', 'b').parsed_data.default)\n"
        )
