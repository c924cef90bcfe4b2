"""Alokasi: proposes, audits and explains Tim Kerja under Permenperin 3/2024.

    from alokasi import Limits, load, propose, rules_for, save
    problem, _, _ = load(Path("unit.xlsx"))
    save(propose(problem, rules_for(problem), Limits(seconds=30)), Path("usulan.xlsx"))

Names load on first use, so that `import alokasi` and `alokasi --help` stay quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alokasi.answers import Answer
    from alokasi.changes import read_texts
    from alokasi.examples import example, generate
    from alokasi.report import write_report
    from alokasi.results import Result, evaluate
    from alokasi.rules import Audit, audit
    from alokasi.solve import Limits
    from alokasi.workbook import Reading, read, write_result, write_template
    from alokasi.workflow import check, judge, load, opened, propose, rules_for, save, what_if
    from alokasi_models.packs import Ruleset, ruleset
    from alokasi_models.plan import Outcome, Plan, Status
    from alokasi_models.problem import Problem

__version__ = "0.1.0"

_HOME = {
    "Ruleset": "alokasi_models.packs",
    "ruleset": "alokasi_models.packs",
    "Outcome": "alokasi_models.plan",
    "Plan": "alokasi_models.plan",
    "Status": "alokasi_models.plan",
    "Problem": "alokasi_models.problem",
    "Answer": "alokasi.answers",
    "read_texts": "alokasi.changes",
    "example": "alokasi.examples",
    "generate": "alokasi.examples",
    "write_report": "alokasi.report",
    "Result": "alokasi.results",
    "evaluate": "alokasi.results",
    "Audit": "alokasi.rules",
    "audit": "alokasi.rules",
    "Limits": "alokasi.solve",
    "Reading": "alokasi.workbook",
    "read": "alokasi.workbook",
    "write_result": "alokasi.workbook",
    "write_template": "alokasi.workbook",
    "check": "alokasi.workflow",
    "judge": "alokasi.workflow",
    "load": "alokasi.workflow",
    "opened": "alokasi.workflow",
    "propose": "alokasi.workflow",
    "rules_for": "alokasi.workflow",
    "save": "alokasi.workflow",
    "what_if": "alokasi.workflow",
}

__all__ = [
    "Answer",
    "Audit",
    "Limits",
    "Outcome",
    "Plan",
    "Problem",
    "Reading",
    "Result",
    "Ruleset",
    "Status",
    "__version__",
    "audit",
    "check",
    "evaluate",
    "example",
    "generate",
    "judge",
    "load",
    "opened",
    "propose",
    "read",
    "read_texts",
    "rules_for",
    "ruleset",
    "save",
    "what_if",
    "write_report",
    "write_result",
    "write_template",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'alokasi' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
