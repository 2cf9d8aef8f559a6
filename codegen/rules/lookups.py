"""Rules about lost answers: for a call that must not be repeated, the spec names the call that tells whether it happened."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.documents import Document
from codegen.rules.base import Problem, Rule


def lookup_given(document: Document) -> Iterator[Problem]:
    for operation in document.operations():
        raw = operation.raw
        if raw.get("x-retry") != "never":
            for key in ("x-lookup", "x-lookup-note"):
                if key in raw:
                    what = f"{operation.id} may be sent again, so nothing needs to tell; leave `{key}` out"
                    yield Problem((*operation.at, key), what)
        elif "x-lookup" not in raw:
            what = (
                f"{operation.id}: name the operation that tells whether a lost call happened, or write null"
            )
            yield Problem((*operation.at, "x-lookup"), what)
        elif raw["x-lookup"] is None and not str(raw.get("x-lookup-note") or "").strip():
            what = (
                f"{operation.id}: no call tells whether it happened; say in `x-lookup-note` what to do then"
            )
            yield Problem((*operation.at, "x-lookup"), what)


def lookup_target(document: Document) -> Iterator[Problem]:
    operations = {operation.id: operation for operation in document.operations()}
    for operation in operations.values():
        name = operation.raw.get("x-lookup")
        if name is None:
            continue
        at = (*operation.at, "x-lookup")
        target = operations.get(str(name))
        if target is None:
            yield Problem(at, f"`{name}` is not an operationId of this spec")
        elif target is operation:
            yield Problem(at, f"{operation.id} cannot tell of itself; write null and a note")
        elif target.raw.get("x-retry") == "never" and target.raw.get("x-login") is not True:
            yield Problem(
                at, f"`{name}` must not be repeated itself; name a read, or a log-in (`x-login: true`)"
            )


def login_mark(document: Document) -> Iterator[Problem]:
    for operation in document.operations():
        if "x-login" in operation.raw:
            at = (*operation.at, "x-login")
            if operation.raw["x-login"] is not True:
                yield Problem(at, f"{operation.id}: write `x-login: true`, or leave it out")
            elif operation.raw.get("x-retry") != "never":
                yield Problem(at, f"{operation.id} may be sent again anyway; leave `x-login` out")


LOOKUP_RULES = (
    Rule(
        "lookup-given",
        "Whoever loses the answer of a call that must not be repeated needs to know where to look.",
        lookup_given,
    ),
    Rule(
        "lookup-target",
        "Looking must be harmless: a read, a call that may be repeated, or a log-in.",
        lookup_target,
    ),
    Rule(
        "login-mark",
        "The mark lets a log-in be a look-up although it is not to be repeated; nothing else is excused by it.",
        login_mark,
    ),
)
