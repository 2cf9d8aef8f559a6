"""OpenTelemetry for the clients: see :func:`otel_hooks`."""

from venuekit.transport.telemetry import otel_hooks

__all__ = ["otel_hooks"]
