"""Every operation of the venue, and the description the venue gives of itself."""

from __future__ import annotations

import re

from venuekit_sandbox.nebulaecn import (
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


def _described(name: str | None = None) -> dict[str, object]:
    paths: dict[str, dict[str, object]] = {}
    for operation in operations():
        words = operation.path.strip("/").split("/")
        if name is not None and name not in words[:2]:
            continue
        parameters = [
            {"in": "path", "name": found, "required": True, "type": "string"}
            for found in re.findall(r"{(\w+)}", operation.path)
        ]
        described = {
            "tags": [words[0]],
            "parameters": parameters,
            "responses": {"default": {"description": ""}},
        }
        paths.setdefault(operation.path, {})[operation.method.lower()] = described
    return {
        "swagger": "2.0",
        "info": {"title": "User API", "version": general.VERSION},
        "basePath": PREFIX,
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "paths": paths,
    }


def get_swagger_doc(call: Call) -> Answer:
    """The venue's paths as a Swagger 2 document, without parameter details."""
    return Answer(200, _described())


def get_swagger_doc_by_name(call: Call) -> Answer:
    """The part of it that concerns one resource."""
    described = _described(call.path["name"])
    if not described["paths"]:
        raise Refusal(400, {"error": "named resource doesn't exist"})
    return Answer(200, described)


def operations() -> tuple[Operation, ...]:
    """All of them, in the order the original documents them by area."""
    return (
        *identity_users.OPERATIONS,
        *identity_sessions.OPERATIONS,
        Operation("GET", "/resource/swagger_doc/{name}", get_swagger_doc_by_name),
        Operation("GET", "/resource/swagger_doc", get_swagger_doc),
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
