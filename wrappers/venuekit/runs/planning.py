"""The dry run: walk every recipe and send nothing.

Each call is answered with the success example of its operation in the spec, so what a plan shows is what the recipe
does when all goes as documented.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from venuekit.recipes import RECIPES, RecipeName, VenueRecipe, recipes_for
from venuekit.recipes.core import Interaction
from venuekit.recipes.dossier import check
from venuekit.recipes.facts import PlannedFacts
from venuekit.runs.drivers import drive
from venuekit.runs.model import CaseDraft, Event
from venuekit.runs.settings import check_venues, revealed, select_venues
from venuekit.runs.walk import walk
from venuekit.transport.calls import raw_answer
from venuekit.transport.errors import ConfigurationError, VenueKitError
from venuekit.transport.http import Response
from venuekit.transport.secret import SecretText
from venuekit.venues.defaults import SYSTEM_CLOCK, Clock
from venuekit.venues.environments import Env

if TYPE_CHECKING:
    from venuekit_clients.runtime import Operation, RawResponse
    from venuekit_schemas.dossier import Dossier

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlannedCall:
    """One call that a run would make. `retry` is what a lost answer would mean: safe, idempotent or never."""

    step: str
    operation: str
    method: str
    path: str
    retry: str


@dataclass(frozen=True, slots=True)
class PlannedCase:
    """What a run would do at one venue, whose API is at `base_url`. `problems` are what is missing for it."""

    venue: str
    calls: tuple[PlannedCall, ...]
    interactions: tuple[Interaction, ...]
    problems: tuple[str, ...]
    base_url: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run of a dossier would do."""

    cases: tuple[PlannedCase, ...]

    @property
    def ready(self) -> bool:
        """Whether nothing is missing."""
        return not any(case.problems for case in self.cases)


def plan(
    dossier: Dossier,
    *,
    venues: Sequence[str] | None = None,
    env: Env = "sandbox",
    urls: Mapping[str, str] | None = None,
    folder: Path | None = None,
    clock: Clock = SYSTEM_CLOCK,
    with_signer: bool = False,
    durable: bool = False,
    recipe: RecipeName = "onboard",
    credentials: Mapping[str, Mapping[str, SecretText | str]] | None = None,
) -> Plan:
    """What `onboard` would do with this dossier, and where. Sends nothing and reads no secret.

    `recipe`: what `run_recipe` would do for it with `credentials`; without these, with what an onboarding yields.
    `env` and `urls` as in `onboard`. `with_signer`: `onboard` will be given a `signer`, so that the dossier needs no
    private key. `durable`: the run will be one of `venuekit.runs.open`, which makes passwords where there are none.

    Raises ConfigurationError for venues that are unknown or not in the dossier.
    """
    facts = PlannedFacts(dossier, env=env, folder=folder or Path.cwd(), clock=clock)
    places = dict(urls or {})
    check_venues(places)
    return Plan(
        tuple(
            _plan_case(
                recipes_for(recipe)[venue],
                facts if recipe == "onboard" else facts.holding(_held(venue, facts, credentials)),
                env,
                places.get(venue),
                with_signer,
                durable,
            )
            for venue in select_venues(dossier, venues, recipe)
        )
    )


def _held(
    venue: str, facts: PlannedFacts, credentials: Mapping[str, Mapping[str, SecretText | str]] | None
) -> dict[str, str]:
    """What a recipe of care finds in the vault: what was given, else what an onboarding yields by the examples."""
    if credentials is not None:
        return revealed(credentials.get(venue, {}))
    draft = CaseDraft(venue)
    _walk_through(RECIPES[venue], facts, draft, _ExampleCaller(venue), [])
    return revealed(draft.credentials)


def _plan_case(
    recipe: VenueRecipe, facts: PlannedFacts, env: Env, url: str | None, with_signer: bool, durable: bool
) -> PlannedCase:
    found = (
        check(
            facts.dossier,
            venues=[recipe.venue],
            folder=facts.folder,
            with_signer=with_signer,
            env=facts.env,
            durable=durable,
        )
        if recipe.name == "onboard"
        else ()
    )
    problems = tuple(str(problem) for problem in found)
    draft = CaseDraft(recipe.venue)
    caller = _ExampleCaller(recipe.venue)
    interactions: list[Interaction] = []
    base_url = nowhere = ""
    try:
        base_url, nowhere = _place(recipe, recipe.options(facts), env, url)
    except VenueKitError as error:  # the client cannot even be made
        draft.error = error
    else:
        _walk_through(recipe, facts, draft, caller, interactions)
    if nowhere and not any(nowhere.endswith(problem.message) for problem in found):
        problems = (*problems, nowhere)
    if draft.error is not None and not problems:
        problems = (str(draft.error),)
    return PlannedCase(recipe.venue, tuple(caller.calls), tuple(interactions), problems, base_url)


def _walk_through(
    recipe: VenueRecipe,
    facts: PlannedFacts,
    draft: CaseDraft,
    caller: _ExampleCaller,
    interactions: list[Interaction],
) -> None:
    """Walk a recipe with the examples of the spec. What goes wrong is in the draft."""
    current = ""

    def watch(event: Event) -> None:
        nonlocal current
        if event.kind == "step_started":
            current = event.step

    def answer(interaction: Interaction) -> str:
        interactions.append(interaction)
        return interaction.example

    caller.current_step = lambda: current
    try:
        # The calls are the same wherever they go.
        with recipe.sync_client(**recipe.options(facts), environ={}, caller=caller) as client:
            steps = walk(
                recipe.steps(facts),
                draft,
                retry_class=recipe.retry_class,
                counted_first=recipe.counted_first,
                on_event=watch,
            )
            drive(steps, client, answer, lambda seconds: None)
    except VenueKitError as error:
        draft.error = error


def _place(recipe: VenueRecipe, options: dict[str, Any], env: Env, url: str | None) -> tuple[str, str]:
    """Where the calls of a run would go, or why they could go nowhere."""
    try:
        with recipe.sync_client(**options, env=env, base_url=url, environ={}) as client:
            return client.base_url, ""
    except ConfigurationError as error:
        return "", str(error)


class _ExampleCaller:
    """Answers every operation with the example of the spec, and writes down what was asked."""

    def __init__(self, venue: str) -> None:
        text = files(f"venuekit_clients.{venue}").joinpath("examples.json").read_text(encoding="utf-8")
        self._examples: Mapping[str, Mapping[str, Any]] = json.loads(text)
        self.calls: list[PlannedCall] = []
        self.current_step: Callable[[], str] = str

    def call(self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[Response], T]) -> T:
        return parse(self._answer(operation))

    def call_raw(
        self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[Response], T]
    ) -> RawResponse[T]:
        return raw_answer(operation, self._answer(operation), parse)

    def _answer(self, operation: Operation) -> Response:
        self.calls.append(
            PlannedCall(self.current_step(), operation.id, operation.method, operation.path, operation.retry)
        )
        example = self._examples.get(operation.id, {})
        status = int(example.get("status") or operation.success[0])
        answer = example.get("answer")
        return Response(status) if answer is None else Response(status, json=answer)
