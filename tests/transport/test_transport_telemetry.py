"""Spans: one per attempt, named and furnished as the page says, and with nothing secret."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from tests.transport.conftest import Caller
from tests.transport.wire import WireServer, answer, closed_port, json_answer
from venuekit import T4, ConfigurationError, NebulaECN, VenueKitError
from venuekit.telemetry import otel_hooks
from venuekit.transport.options import RequestInfo, ResponseInfo


class Spans:
    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        self.provider = TracerProvider()
        self.provider.add_span_processor(SimpleSpanProcessor(self._exporter))

    @property
    def finished(self) -> tuple[ReadableSpan, ...]:
        return self._exporter.get_finished_spans()


@pytest.fixture
def spans() -> Iterator[Spans]:
    yield Spans()


def read(client: Any) -> Any:
    return client.users.get_user_eula("user-1")


def test_a_success(caller: Caller, spans: Spans) -> None:
    with WireServer(json_answer({})) as server:
        caller("t4", read, base_url=server.url, hooks=otel_hooks(spans.provider))
    [span] = spans.finished
    assert span.name == "GET /admin/v1/users/{userId}/eula"
    assert span.kind is SpanKind.CLIENT
    assert dict(span.attributes or {}) == {
        "http.request.method": "GET",
        "server.address": "127.0.0.1",
        "server.port": int(server.url.rpartition(":")[2]),
        "url.scheme": "http",
        "url.full": server.url + "/admin/v1/users/{userId}/eula",
        "url.template": "/admin/v1/users/{userId}/eula",
        "http.response.status_code": 200,
        "venuekit.venue": "t4",
        "venuekit.operation": "getUserEula",
        "venuekit.attempt": 1,
    }
    assert span.status.status_code is StatusCode.UNSET
    assert span.end_time is not None and span.start_time is not None and span.end_time > span.start_time


@pytest.mark.parametrize(
    ("scripted", "status", "kind"),
    [
        (json_answer({"detail": "no"}, 409), 409, "409"),
        (json_answer({"success": False, "error": "no"}), 200, "RejectedError"),
        (answer(200, "<html>", content_type="text/html"), 200, None),
    ],
)
def test_a_refusal(caller: Caller, spans: Spans, scripted: Any, status: int, kind: str | None) -> None:
    with WireServer(scripted) as server, pytest.raises(VenueKitError):
        caller("t4", read, base_url=server.url, hooks=otel_hooks(spans.provider))
    [span] = spans.finished
    found = dict(span.attributes or {})
    assert found["http.response.status_code"] == status
    # What cannot be parsed is found out after the attempt.
    assert found.get("error.type") == kind
    assert span.status.description is None
    assert not span.events, "no exception is recorded: its text stays with the caller"


def test_every_attempt_has_its_span(caller: Caller, spans: Spans) -> None:
    async def later(seconds: float) -> None:
        return None

    script = [json_answer({}, 503), json_answer({}, 503), json_answer({})]
    with WireServer(*script) as server:
        with T4(
            api_key="k", base_url=server.url, hooks=otel_hooks(spans.provider), sleep=lambda seconds: None
        ) as client:
            read(client)
    attempts = [dict(span.attributes or {}) for span in spans.finished]
    assert [found["venuekit.attempt"] for found in attempts] == [1, 2, 3]
    assert [found.get("http.request.resend_count") for found in attempts] == [None, 1, 2]
    assert [found.get("error.type") for found in attempts] == ["503", "503", None]


def test_no_answer(caller: Caller, spans: Spans) -> None:
    with pytest.raises(VenueKitError):
        caller(
            "t4",
            read,
            base_url=f"http://127.0.0.1:{closed_port()}",
            hooks=otel_hooks(spans.provider),
            max_retries=0,
        )
    [span] = spans.finished
    found = dict(span.attributes or {})
    assert "http.response.status_code" not in found
    assert found["error.type"] == "ConnectionFailed"


def test_a_span_is_a_child_of_the_callers(caller: Caller, spans: Spans) -> None:
    tracer = spans.provider.get_tracer("mine")
    with WireServer(json_answer({})) as server, tracer.start_as_current_span("outer") as outer:
        caller("t4", read, base_url=server.url, hooks=otel_hooks(spans.provider))
    inner = next(span for span in spans.finished if span.name.startswith("GET /"))
    assert inner.parent is not None and inner.parent.span_id == outer.get_span_context().span_id


@pytest.mark.parametrize(
    ("base_url", "address", "port"),
    [("https://api.example.com/prefix", "api.example.com", 443), ("http://[::1]", "::1", 80)],
)
def test_the_port_is_that_of_the_scheme(spans: Spans, base_url: str, address: str, port: int) -> None:
    hooks = otel_hooks(spans.provider)
    assert hooks.on_request is not None and hooks.on_response is not None
    request = RequestInfo("t4", "login", "POST", "/login", 1, base_url)
    hooks.on_request(request)
    hooks.on_response(ResponseInfo(request, 200, 0.1, None))
    [span] = spans.finished
    found = dict(span.attributes or {})
    assert (found["server.address"], found["server.port"]) == (address, port)
    assert found["url.full"] == base_url + "/login"


def test_equal_requests_at_the_same_time(spans: Spans) -> None:
    hooks = otel_hooks(spans.provider)
    assert hooks.on_request is not None and hooks.on_response is not None
    one, other = (RequestInfo("t4", "login", "POST", "/login", 1) for _ in range(2))
    hooks.on_request(one)
    hooks.on_request(other)
    hooks.on_response(ResponseInfo(one, 200, 0.1, None))
    hooks.on_response(ResponseInfo(other, 500, 0.1, None))
    hooks.on_response(ResponseInfo(RequestInfo("t4", "login", "POST", "/login", 1), 200, 0.1, None))
    statuses = [dict(span.attributes or {})["http.response.status_code"] for span in spans.finished]
    assert statuses == [200, 500]


def test_secrets_in_the_query_are_in_no_span(spans: Spans) -> None:
    with WireServer(json_answer({"errors": ["totp.error 271828 hunter22hunter22"]}, 422)) as server:
        with NebulaECN(base_url=server.url, hooks=otel_hooks(spans.provider)) as client:
            with pytest.raises(VenueKitError):
                client.users.delete_me(password="hunter22hunter22", otp_code="271828")
    shown = "".join(span.to_json() for span in spans.finished)
    assert "deleteMe" in shown
    assert "hunter22" not in shown and "271828" not in shown


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with pytest.raises(ConfigurationError, match=r"venuekit\[otel\]"):
        otel_hooks()


def test_the_global_provider_is_the_default() -> None:
    """Without one that was set, OpenTelemetry makes spans that do nothing."""
    with WireServer(json_answer({})) as server:
        with T4(api_key="k", base_url=server.url, hooks=otel_hooks()) as client:
            read(client)
