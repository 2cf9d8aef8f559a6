"""The rules for writing a spec. Each names one mistake, says why it matters, and finds it."""

from __future__ import annotations

from codegen.rules.base import Problem, Rule
from codegen.rules.evidence import EVIDENCE_RULES
from codegen.rules.examples import EXAMPLE_RULES
from codegen.rules.lookups import LOOKUP_RULES
from codegen.rules.operations import OPERATION_RULES
from codegen.rules.schemas import SCHEMA_RULES
from codegen.rules.values import VALUE_RULES

__all__ = ["RULES", "Problem", "Rule"]

RULES: tuple[Rule, ...] = (
    *OPERATION_RULES,
    *LOOKUP_RULES,
    *SCHEMA_RULES,
    *VALUE_RULES,
    *EXAMPLE_RULES,
    *EVIDENCE_RULES,
)
