"""What schemathesis loads in a contract run: credentials, calls that must succeed, statuses that must be declared.

The run says in VENUEKIT_CONTRACT_VENUE which venue it is about, in VENUEKIT_CONTRACT_ROOT where the sandbox is, and in
VENUEKIT_CONTRACT_SEEN which file is to list the operations that answered 2xx.
"""

from __future__ import annotations

import atexit
import os
from collections import Counter
from pathlib import Path
from typing import Any

import schemathesis
from schemathesis import Case, CheckContext, GenerationMode, HookContext, Response
from schemathesis.auths import GLOBAL_AUTH_STORAGE

from tests.contract.caller import Good
from tests.contract.leniency import pardoned
from tests.contract.people import CALLERS

_venue = os.environ["VENUEKIT_CONTRACT_VENUE"]
_caller = CALLERS[_venue](os.environ["VENUEKIT_CONTRACT_ROOT"])
_turns: Counter[str] = Counter()
_good: set[str] = set()
_touched: set[str] = set()
"""What may have changed the venue since it was put back."""
_succeeded: set[str] = set()
_seen = Path(os.environ["VENUEKIT_CONTRACT_SEEN"])

GLOBAL_AUTH_STORAGE.set_from_requests(_caller)


@schemathesis.hook
def before_load_schema(context: HookContext, raw_schema: dict[str, Any]) -> None:
    """Let no `default` stand for a status that is not declared."""
    for item in raw_schema["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict) and "responses" in operation:
                operation["responses"].pop("default", None)


@schemathesis.hook
def before_call(context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
    """Turn every other well-formed call into one that must succeed: no generator guesses passwords and codes."""
    name = _name(case)
    recipe = _caller.good.get(name)
    if recipe is None or case.meta is None or case.meta.generation.mode is not GenerationMode.POSITIVE:
        return
    # Probes without credentials, and what follows from an earlier answer, go out as they are.
    if not case._has_explicit_auth or case.meta.phase.name.value == "stateful":
        return
    _turns[name] += 1
    if _turns[name] % 2:
        if _touched:
            _caller.put_back()
            _touched.clear()
        if case.method != "GET":
            _touched.add(name)  # by the recipe, or by the call
        _make_good(case, recipe(), kwargs)
        _good.add(case.id)


def _make_good(case: Case[Any], good: Good, kwargs: dict[str, Any]) -> None:
    case.path_parameters = {**(case.path_parameters or {}), **good.path}
    case.query = dict(good.query)
    case.headers.pop("EID", None)
    case.headers.update(good.headers)
    if good.files is not None:
        kwargs.update(data=good.body, files=good.files)
        case.headers.pop("Content-Type", None)
    elif good.body is not None:
        case.body = good.body


@schemathesis.hook
def after_call(context: HookContext, case: Case[Any], response: Response) -> None:
    """Put the venue back after a call that has taken away what the next ones need."""
    if response.status_code == 401:
        _touched.add(_name(case))  # may have ended the session
    if response.status_code < 300:
        if case.method != "GET":
            _touched.add(_name(case))
        _succeeded.add(_name(case))
        if _name(case) in _caller.ending:
            _caller.put_back()


@schemathesis.hook
def filter_failure(context: HookContext, failure: Any, case: Case[Any], response: Response) -> bool:
    """Drop what `leniency` explains."""
    return pardoned(_venue, failure, case, response) is None


@schemathesis.check
def good_call_succeeds(ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """What a caller of `people` knows to be right is answered 2xx."""
    if case.id in _good:
        _good.discard(case.id)
        assert 200 <= response.status_code < 300, (
            f"refused with {response.status_code}: {response.text[:300]}"
        )


@atexit.register
def _tell() -> None:
    _seen.write_text("\n".join(sorted(_succeeded)), encoding="utf-8")


def _name(case: Case[Any]) -> str:
    return str(case.operation.definition.raw["operationId"])
