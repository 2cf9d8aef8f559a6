"""Runs: one dossier taken to credentials, for real or as a plan."""

from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.runs.drivers import onboard, onboard_async
from venuekit.runs.model import (
    Answerer,
    AsyncAnswerer,
    Case,
    Event,
    Interrupted,
    OnCredentials,
    Run,
    StepRecord,
)
from venuekit.runs.plan import Plan, PlannedCall, PlannedCase, plan

__all__ = [
    "Answerer",
    "AsyncAnswerer",
    "Case",
    "CaseStatus",
    "Event",
    "Interaction",
    "Interrupted",
    "OnCredentials",
    "Plan",
    "PlannedCall",
    "PlannedCase",
    "Run",
    "StepRecord",
    "onboard",
    "onboard_async",
    "plan",
]
