"""The JSON documents of `--json`: plain data, secrets masked unless revealed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from venuekit.transport.errors import AnswerError, DossierError, Problem, VenueError, VenueKitError
from venuekit.transport.secret import SecretText

if TYPE_CHECKING:
    from venuekit.cli.facts import Asked
    from venuekit.runs import Case, DurableRun, Finding, Interaction, Plan, PlannedCall, Run

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"

# When each question of a run was asked, by venue and name.
Questions: TypeAlias = "Mapping[tuple[str, str], Asked]"


def dump(document: Json) -> str:
    """One JSON document, on several lines, with a line end."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def run_document(
    run: Run,
    *,
    reveal: bool = False,
    interrupted: bool = False,
    run_id: str | None = None,
    asked: Questions | None = None,
) -> Json:
    """`{"cases": [...]}`, `"interrupted": true` when it was, and of a durable run its id and how to go on."""
    document: dict[str, Json] = {"cases": [_case(case, reveal=reveal, asked=asked) for case in run.cases]}
    if interrupted:
        document |= interruption("" if run_id is None else to_go_on(run_id))
    return document if run_id is None else {"run": run_id, **document}


def durable_document(
    run: DurableRun,
    result: Run | None = None,
    history: Sequence[str] | None = None,
    *,
    asked: Questions | None = None,
    purged_at: float | None = None,
) -> Json:
    """Where a durable run stands; with its `result` also steps and masked credentials, and with its history, lines of JSON."""
    cases: list[Json] = []
    for number, case in enumerate(run.cases):
        document: dict[str, Json] = {
            "venue": case.venue,
            "status": case.status.value,
            "raw_status": case.raw_status,
            "state": case.state,
            "due": moment(case.due) if case.state in ("queued", "waiting") else None,
            "error": error_document(case.error) if case.error is not None else None,
            "waiting": _waiting(case.waiting, asked),
        }
        if result is not None:
            more = _case(result.cases[number], reveal=False, asked=asked)
            document |= {name: more[name] for name in ("steps", "credentials", "health") if name in more}
        cases.append(document)
    whole: dict[str, Json] = {
        "run": run.id,
        "recipe": run.recipe,
        "source_run": run.source_run,
        "created_at": moment(run.created_at),
        "state": run.state,
        "settled": run.settled,
        "cases": cases,
    }
    if purged_at is not None:
        whole["purged_at"] = moment(purged_at)
    return whole if history is None else whole | {"timeline": [json.loads(line) for line in history]}


def to_go_on(run: str) -> str:
    """What to do with a run that has not ended."""
    return f"to go on: venuekit resume {run}"


def moment(at: float) -> str:
    """Unix seconds as ISO 8601, in UTC."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")


def failure_document(kind: str, message: str) -> dict[str, Json]:
    """What stands for a document when a command did not get as far as having cases."""
    return {"cases": [], "error": {"type": kind, "message": message}}


def interrupted_document(run: str | None, hint: str) -> Json:
    """The same after Ctrl-C: the run, if one is known, and how to go on."""
    document = failure_document("Interrupted", "interrupted") | interruption(hint)
    return document if run is None else {"run": run, **document}


def interruption(hint: str) -> dict[str, Json]:
    """What an interrupted command adds to its document."""
    document: dict[str, Json] = {"interrupted": True}
    if hint:
        document["hint"] = hint
    return document


def credentials_document(credentials: Mapping[str, Mapping[str, SecretText]], *, reveal: bool = True) -> Json:
    """Every credential by venue and name; in clear for a file that only its owner reads."""
    return {venue: _credentials(held, reveal=reveal) for venue, held in credentials.items() if held}


def plan_document(plan: Plan, problems: Sequence[Problem]) -> Json:
    """`{"ready", "cases": [...], "problems": [...]}`."""
    return {
        "ready": plan.ready and not problems,
        "cases": [
            {
                "venue": case.venue,
                "base_url": case.base_url or None,
                "calls": [_call(call) for call in case.calls],
                "interactions": [interaction_document(interaction) for interaction in case.interactions],
                "problems": list(case.problems),
            }
            for case in plan.cases
        ],
        "problems": [_problem(problem) for problem in problems],
    }


def error_document(error: VenueKitError) -> Json:
    """What is known of an error. Messages and bodies are masked already where they are made."""
    document: dict[str, Json] = {"type": type(error).__name__, "message": str(error)}
    if isinstance(error, VenueError):
        document |= {"venue": error.venue, "operation": error.operation or None}
    if isinstance(error, AnswerError):
        document |= {"status": error.status, "codes": list(error.codes), "request_id": error.request_id}
    if isinstance(error, DossierError):
        document |= {"problems": [_problem(problem) for problem in error.problems]}
    return document


def interaction_document(interaction: Interaction) -> dict[str, Json]:
    """What a person is asked."""
    return {
        "name": interaction.name,
        "kind": interaction.kind,
        "mode": interaction.mode,
        "prompt": interaction.prompt,
        "to": interaction.to,
        # In clear: it is for whoever visits it, and works only as a whole.
        "url": interaction.url,
        "expires_in": interaction.expires_in,
    }


def finding_document(finding: Finding) -> dict[str, Json]:
    """What is known of one credential."""
    return {"credential": finding.credential, "state": finding.state, "why": finding.why}


def _waiting(question: Interaction | None, asked: Questions | None) -> Json:
    """A question; of a durable run also when it was asked, and until when and how long it can be answered."""
    if question is None:
        return None
    document = interaction_document(question)
    when = (asked or {}).get((question.venue, question.name))
    if when is None:
        return document
    life = question.expires_in
    return document | {
        "expires_in": None if life is None else round(max(0.0, when.rest(life)), 1),
        "asked_at": moment(when.at),
        "expires_at": None if life is None else moment(when.at + life),
    }


def _case(case: Case, *, reveal: bool, asked: Questions | None = None) -> dict[str, Json]:
    document: dict[str, Json] = {
        "venue": case.venue,
        "status": case.status.value,
        "raw_status": case.raw_status,
        "steps": [
            {
                "name": step.name,
                "status": step.status,
                "operation": step.operation,
                "seconds": round(step.seconds, 3),
            }
            for step in case.steps
        ],
        "credentials": _credentials(case.credentials, reveal=reveal),
        "error": error_document(case.error) if case.error is not None else None,
        "waiting": _waiting(case.waiting, asked),
    }
    return (
        document | {"health": [finding_document(finding) for finding in case.health]}
        if case.health
        else document
    )


def _credentials(credentials: Mapping[str, SecretText], *, reveal: bool) -> Json:
    return {name: value.reveal() if reveal else str(value) for name, value in credentials.items()}


def _call(call: PlannedCall) -> Json:
    return {
        "step": call.step,
        "operation": call.operation,
        "method": call.method,
        "path": call.path,
        "retry": call.retry,
    }


def problem_documents(problems: Sequence[Problem]) -> Json:
    """Problems of a dossier."""
    return [_problem(problem) for problem in problems]


def _problem(problem: Problem) -> Json:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "expected": problem.expected,
    }
