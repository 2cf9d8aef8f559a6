"""What the recipes do, as Markdown: each is walked with the example answers of the spec, and nothing is sent."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from ruamel.yaml import YAML

from venuekit.recipes import RECIPES, VenueRecipe
from venuekit.recipes.core import Ask, Interaction, Keep, Mark, Step, Use
from venuekit.recipes.dossier import load_dossier
from venuekit.recipes.facts import PlannedFacts
from venuekit.transport.calls import raw_answer
from venuekit.transport.http import Response
from venuekit_clients.runtime import Operation, RawResponse

ROOT = Path(__file__).resolve().parent.parent
DOSSIER = ROOT / "examples" / "dossier.yaml"

T = TypeVar("T")


@dataclass
class Walked:
    """What one recipe wished, in its order. `rows` holds steps and interactions, `statuses` the marks."""

    recipe: VenueRecipe
    rows: list[Step | Interaction] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    credentials: list[str] = field(default_factory=list)


def walk_all() -> dict[str, Walked]:
    """Every recipe, walked with the example dossier."""
    facts = PlannedFacts(load_dossier(DOSSIER), env="sandbox", folder=DOSSIER.parent, clock=lambda: 1.8e9)
    return {venue: _walk(recipe, facts) for venue, recipe in RECIPES.items()}


def recipes() -> str:
    """Per venue: its steps in order, what a person supplies, the statuses and the credentials."""
    return "\n".join(_page(walked) for walked in walk_all().values())


def venues() -> str:
    """The table of venues."""
    rows = [
        "| venue | what onboarding is | a person supplies | what comes out | operations in the spec | docs |",
        "|---|---|---|---|--:|---|",
    ]
    for venue, walked in walk_all().items():
        title, what = _WHAT[venue]
        people = [_PEOPLE[row.kind] for row in walked.rows if isinstance(row, Interaction)]
        out = ", ".join(name for name in walked.credentials if name not in _GIVEN)
        spec = f"[{len(walked.recipe.operations)}](specs/{venue}.yaml)"
        rows.append(
            f"| {title} | {what} | {', '.join(dict.fromkeys(people)) or 'nothing'} | {out} | {spec} "
            f"| [{venue}.md](docs/venues/{venue}.md) |"
        )
    return "\n".join([*rows, ""])


# Name and kind of onboarding: what no machine can tell.
_WHAT: Mapping[str, tuple[str, str]] = {
    "rabbitx": ("RabbitX", "a wallet signature signs up and signs in"),
    "stokn": ("stokn", "sign-up, log-in with a code, identity check, portfolio"),
    "nebulaecn": ("NebulaECN", "sign-up, e-mail, phone, documents, two-factor authentication, API key"),
    "tradelocker": ("TradeLocker", "the broker opens the account; an existing login is connected"),
    "t4": ("CTS T4", "one call by your administrator makes user, account and signatures"),
}
_PEOPLE: Mapping[str, str] = {
    "otp": "SMS code",
    "sms": "SMS code",
    "email": "token from an e-mail",
    "captcha": "captcha",
    "kyc": "identity check",
    "back_office": "activation by the back office",
}
# Kept with the credentials, but known before.
_GIVEN = {"username", "password", "email", "wallet", "account", "firm", "app_name"}


def _page(walked: Walked) -> str:
    title, what = _WHAT[walked.recipe.venue]
    lines = [f"### {title}\n", f"{what[0].upper()}{what[1:]}.\n"]
    lines += ["| | step | call | when the answer is lost |", "|--:|---|---|---|"]
    for number, row in enumerate(walked.rows, 1):
        if isinstance(row, Interaction):
            prompt = row.prompt.split(" (")[0].rstrip(".")
            lines.append(f"| {number} | `{row.name}` | *{row.kind}, {row.mode}:* {prompt} | |")
        else:
            operation = walked.recipe.operations[row.operation]
            call = f"`{row.operation}` {operation.method.upper()} {operation.path}"
            lines.append(f"| {number} | `{row.name}` | {call} | {_lost(row, operation)} |")
    lines.append("")
    lines.append(f"Statuses: {' → '.join(walked.statuses)}.\n")
    lines.append("Credentials: " + ", ".join(f"`{name}`" for name in walked.credentials) + ".\n")
    return "\n".join(lines)


def _lost(step: Step, operation: Operation) -> str:
    """What a lost answer does to the case; the same rule as in `venuekit.runs.walk`."""
    if operation.retry != "never" or step.harmless:
        return "fails, nothing is lost"
    return "looked up" if step.find is not None else "ambiguous"


def _walk(recipe: VenueRecipe, facts: PlannedFacts) -> Walked:
    walked = Walked(recipe)
    steps = recipe.steps(facts)
    with recipe.sync_client(**recipe.options(facts), caller=_Examples(recipe.venue)) as client:
        result: object = None
        while True:
            try:
                wish = steps.send(result)
            except StopIteration:
                return walked
            result = None
            match wish:
                case Step():
                    walked.rows.append(wish)
                    result = wish.call(client)
                case Ask(interaction):
                    walked.rows.append(interaction)
                    result = interaction.example
                case Keep(credentials):
                    walked.credentials += [name for name in credentials if name not in walked.credentials]
                case Use(apply):
                    apply(client)
                case Mark(status):
                    if walked.statuses[-1:] != [str(status)]:
                        walked.statuses.append(str(status))
                case _:
                    pass


class _Examples:
    """Answers every operation with the example of the spec."""

    def __init__(self, venue: str) -> None:
        text = files(f"venuekit_clients.{venue}").joinpath("examples.json").read_text(encoding="utf-8")
        self._examples: Mapping[str, Mapping[str, Any]] = json.loads(text)

    def call(self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[Response], T]) -> T:
        return parse(self._answer(operation))

    def call_raw(
        self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[Response], T]
    ) -> RawResponse[T]:
        return raw_answer(operation, self._answer(operation), parse)

    def _answer(self, operation: Operation) -> Response:
        example = self._examples[operation.id]
        status, answer = int(example["status"]), example["answer"]
        return Response(status) if answer is None else Response(status, json=answer)


def spec_operations(venue: str) -> int:
    """How many operations a spec has, counted in the spec itself."""
    spec = YAML(typ="safe").load((ROOT / "specs" / f"{venue}.yaml").read_text(encoding="utf-8"))
    methods = {"get", "put", "post", "delete", "patch"}
    return sum(len(methods & item.keys()) for item in spec["paths"].values())
