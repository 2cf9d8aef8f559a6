"""Every operation of the venue, and the description the venue gives of itself."""

from __future__ import annotations

import functools

from venuekit_sandbox.nebulaecn import (
    described,
    general,
    identity_sessions,
    identity_users,
    resource_documents,
    resource_keys,
    resource_labels,
    resource_otp,
    resource_phones,
    resource_profiles,
    resource_service_accounts,
    resource_users,
)
from venuekit_sandbox.nebulaecn.calls import Answer, Call, Operation
from venuekit_sandbox.nebulaecn.errors import Refusal

PREFIX = "/api/v2/auth"


def get_swagger_doc(call: Call) -> Answer:
    """The venue's operations as a Swagger 2 document, with the statuses and models of the published page."""
    return Answer(200, _document(None))


def get_swagger_doc_by_name(call: Call) -> Answer:
    """The part of it that concerns one resource."""
    found = _document(call.path["name"])
    if not found["paths"]:
        raise Refusal(400, {"error": "named resource doesn't exist"})
    return Answer(200, found)


@functools.lru_cache(maxsize=32)
def _document(name: str | None) -> dict[str, object]:
    chosen = [item for item in operations() if name is None or name in item.path.strip("/").split("/")[:2]]
    return described.document(chosen, version=general.VERSION, base=PREFIX)


def operations() -> tuple[Operation, ...]:
    """All of them, in the order the original documents them by area."""
    return (
        *identity_users.OPERATIONS,
        *identity_sessions.OPERATIONS,
        Operation("getSwaggerDocByName", "GET", "/resource/swagger_doc/{name}", get_swagger_doc_by_name),
        Operation("getSwaggerDoc", "GET", "/resource/swagger_doc", get_swagger_doc),
        *resource_service_accounts.OPERATIONS,
        *resource_labels.OPERATIONS,
        *resource_keys.OPERATIONS,
        *resource_otp.OPERATIONS,
        *resource_phones.OPERATIONS,
        *resource_documents.OPERATIONS,
        *resource_profiles.OPERATIONS,
        *resource_users.OPERATIONS,
        *general.OPERATIONS,
    )
