"""OpenTelemetry: one client span per attempt, made of what hooks are told. No body, header or query is in it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from venuekit.transport.errors import ConfigurationError
from venuekit.transport.options import Hooks, RequestInfo, ResponseInfo

if TYPE_CHECKING:
    from opentelemetry.trace import Span, Tracer, TracerProvider

__all__ = ["otel_hooks"]


def otel_hooks(tracer_provider: TracerProvider | None = None) -> Hooks:
    """Hooks that make a span of every attempt: `NebulaECN(hooks=otel_hooks())`. Needs the extra `otel`.

    A span is named by method and path, such as `GET /account`, is of kind CLIENT, and is a child of the span that is
    current where the call is made. Its attributes are those of OpenTelemetry's conventions for HTTP clients
    (`http.request.method`, `server.address`, `server.port`, `url.scheme`, `url.full`, `url.template`,
    `http.response.status_code`, `http.request.resend_count`, `error.type`), and `venuekit.venue`, `venuekit.operation`
    and `venuekit.attempt`. Paths have `{placeholders}`, in `url.full` too, and no address has a query.

    Args:
        tracer_provider: makes the tracer; None takes the global one.

    Raises:
        ConfigurationError: the extra is not installed.
    """
    try:
        from opentelemetry import trace
    except ImportError as error:
        raise ConfigurationError("telemetry needs an extra: pip install 'venuekit[otel]'") from error
    spans = _Spans(trace.get_tracer("venuekit", tracer_provider=tracer_provider))
    return Hooks(on_request=spans.begin, on_response=spans.end)


class _Spans:
    """The spans that are open, by the identity of what began them: equal requests may be under way at once."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer
        self._lock = threading.Lock()
        self._open: dict[int, Span] = {}

    def begin(self, request: RequestInfo) -> None:
        from opentelemetry.trace import SpanKind

        attributes: dict[str, str | int] = {
            "http.request.method": request.method,
            "url.template": request.path,
            **_address(request),
            "venuekit.venue": request.venue,
            "venuekit.operation": request.operation,
            "venuekit.attempt": request.attempt,
        }
        if request.attempt > 1:
            attributes["http.request.resend_count"] = request.attempt - 1
        name = f"{request.method} {request.path}"
        span = self._tracer.start_span(name, kind=SpanKind.CLIENT, attributes=attributes)
        with self._lock:
            self._open[id(request)] = span

    def end(self, response: ResponseInfo) -> None:
        from opentelemetry.trace import StatusCode

        with self._lock:
            span = self._open.pop(id(response.request), None)
        if span is None:
            return
        if response.status is not None:
            span.set_attribute("http.response.status_code", response.status)
        if response.error is not None:
            refused = response.status is not None and response.status >= 400
            kind = str(response.status) if refused else type(response.error).__name__
            span.set_attribute("error.type", kind)
            # No description and no recorded exception: texts of errors stay with the caller.
            span.set_status(StatusCode.ERROR)
        span.end()


def _address(request: RequestInfo) -> Mapping[str, str | int]:
    """Where a request goes; nothing when its maker did not say."""
    base = urlsplit(request.base_url)
    if base.hostname is None:
        return {}
    return {
        "server.address": base.hostname,
        "server.port": base.port or (443 if base.scheme == "https" else 80),
        "url.scheme": base.scheme,
        "url.full": request.base_url + request.path,
    }
