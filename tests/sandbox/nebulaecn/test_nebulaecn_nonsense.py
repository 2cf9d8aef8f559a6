"""Whatever is sent, the venue answers in one of its documented shapes and nothing falls over."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sandbox.nebulaecn.helpers import Person
from venuekit_sandbox import Sandbox
from venuekit_sandbox.nebulaecn.calls import Operation
from venuekit_sandbox.nebulaecn.catalogue import operations
from venuekit_sandbox.nebulaecn.identity_sessions import delete_session

NAMES = [
    "email",
    "password",
    "token",
    "captcha_response",
    "otp_code",
    "code",
    "totp_code",
    "phone_number",
    "doc_type",
    "doc_expire",
    "upload",
    "upload[]",
    "dob",
    "confirm",
    "scope",
    "page",
    "limit",
    "ordering",
    "time_from",
    "key",
    "value",
    "data",
    "refid",
]
STAYING = [operation for operation in operations() if operation.handler is not delete_session]
leaves = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
values = leaves | st.lists(leaves, max_size=3) | st.dictionaries(st.text(max_size=5), leaves, max_size=3)
bodies = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), values, max_size=6)


@pytest.fixture(scope="module")
def somebody() -> Person:
    sandbox = Sandbox()
    sandbox.world.clock.freeze()
    return Person(sandbox).sign_up().confirm().enable_otp()


@pytest.mark.parametrize("encoding", ["json", "form"])
@settings(
    max_examples=120,
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow],
    deadline=None,
)
@given(operation=st.sampled_from(STAYING), body=bodies)
def test_every_answer_has_a_known_shape(
    somebody: Person, encoding: str, operation: Operation, body: dict[str, object]
) -> None:
    path = operation.path.replace("{kid}", "0").replace("{key}", "email").replace("{name}", "x")
    path = path.replace("{topic}", "all")
    if operation.method == "GET" or encoding == "form":
        where = "params" if operation.method == "GET" else "data"
        flat = {name: value for name, value in body.items() if isinstance(value, str)}
        answer = somebody.call(operation.method, path, **{where: flat})
    else:
        headers = {"Content-Type": "application/json"}
        answer = somebody.call(operation.method, path, content=json.dumps(body), headers=headers)
    if answer.status_code >= 400:
        assert answer.status_code in (400, 401, 403, 404, 422, 500)
        document = answer.json()
        assert document.keys() in ({"errors"}, {"error"})
        assert "authz" not in answer.text, "still logged in"
        if answer.status_code == 500:
            # A text where files belong, or (documents only) a field the record does not have.
            assert operation.path in ("/resource/documents", "/resource/addresses")
            assert document == {"errors": ["server.internal_error"]}
