"""Whatever a venue answers, a caller meets the documented type or a `VenueKitError` that has lost nothing."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.properties.mutations import bodies, content_types
from tests.properties.venues import ALL, NOW, VENUES, FarEnd, call, examples, fits, operations, success_type
from venuekit import AnswerError, VenueKitError
from venuekit.transport.limits import RateLimits

fast = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


def options(venue: str, far: FarEnd, **changes: Any) -> dict[str, Any]:
    return {
        **VENUES[venue][2],
        "app": far,
        "clock": lambda: NOW,
        "max_retries": 0,
        "limits": RateLimits.none(),
        **changes,
    }


def answers(venue: str, name: str) -> st.SearchStrategy[tuple[int, bytes, str]]:
    """Statuses, bodies and content types for an operation: mostly its own, and damaged."""
    shown = examples(venue)[name]
    own = [*operations(venue)[name].success, shown["status"]]
    statuses = st.sampled_from(own * 4 + [200, 204, 299, 302, 400, 422, 500])
    return st.tuples(statuses, bodies(shown["answer"]), content_types)


def judge(error: VenueKitError, far: FarEnd) -> None:
    """An error can be shown, and has all of the answer that it is about."""
    assert str(error) and repr(error)
    if isinstance(error, AnswerError) and error.operation == far.operation and error.status == far.status:
        kept = error.raw_body.reveal()
        if far.content_type in ("application/json", ""):
            assert kept == far.body.decode("utf-8", "replace") or same_json(kept, far.body)
        assert len(error.body) <= 2100
    for related in (error.__cause__, error.__context__):
        assert related is None or error.__suppress_context__ or isinstance(related, VenueKitError)


def same_json(kept: str, sent: bytes) -> bool:
    """Whether two texts are the same JSON: an answer that was a model before it was an error is written anew."""
    try:
        return json.dumps(json.loads(kept), sort_keys=True) == json.dumps(json.loads(sent), sort_keys=True)
    except (ValueError, RecursionError):
        return False


def shown(result: object) -> None:
    """What came back can be printed, and made into a dictionary again."""
    for item in result if isinstance(result, list) else [result]:
        assert repr(item)
        if hasattr(item, "to_dict"):
            assert isinstance(item.to_dict(), dict)


@pytest.mark.parametrize(("venue", "name"), ALL)
def test_a_damaged_answer_is_an_error_of_ours_or_what_the_method_promises(venue: str, name: str) -> None:
    far = FarEnd(venue)
    wanted = success_type(venue, name)
    with VENUES[venue][0](**options(venue, far)) as client:
        whole = examples(venue)[name]
        far.tell(name, whole["status"], json.dumps(whole["answer"]).encode())
        assert fits(call(client, venue, name), wanted)

        @fast
        @given(answers(venue, name))
        def check(answer: tuple[int, bytes, str]) -> None:
            far.tell(name, *answer)
            try:
                result = call(client, venue, name)
            except VenueKitError as error:
                judge(error, far)
            else:
                assert fits(result, wanted), (answer, result)
                shown(result)

        check()


@settings(fast, max_examples=60)
@given(st.sampled_from(ALL).flatmap(lambda one: st.tuples(st.just(one), answers(*one))))
def test_asynchronous_clients_are_no_different(case: tuple[tuple[str, str], tuple[int, bytes, str]]) -> None:
    (venue, name), answer = case
    far = FarEnd(venue)
    far.tell(name, *answer)

    async def run() -> None:
        async with VENUES[venue][1](**options(venue, far)) as client:
            try:
                result = await call(client, venue, name)
            except VenueKitError as error:
                judge(error, far)
            else:
                assert fits(result, success_type(venue, name))

    asyncio.run(run())
