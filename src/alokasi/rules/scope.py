"""Which clauses bind a unit at all, before what they ask is judged (IV; 5.1; readings A22 and A25)."""

from __future__ import annotations

import re
from dataclasses import replace

from alokasi.rules.judging import not_applicable
from alokasi.rules.structure import OUTSIDE
from alokasi.rules.verdicts import Verdict, VerdictStatus
from alokasi.rules.view import View
from alokasi.texts import Message, Names
from alokasi_models.law import Kind, Rule

_SECTION = re.compile(r"\bIII\b|\b5\.2(?:\.(\d))?")
_ALWAYS_READ = frozenset({Kind.BACKGROUND, Kind.DELEGATED})
_CHECKED_OUTSIDE = frozenset(
    {"K091", "K101", "K103"}
)  # A22 b: all that is checked of a unit no row describes


def out_of_scope(rule: Rule, view: View) -> Verdict | None:
    """Why a clause does not bind this unit; None where it does."""
    if not view.unit.simplified and rule.kind not in _ALWAYS_READ:
        return not_applicable(
            rule,
            view,
            Message.of("Organisasi unit ini tidak disederhanakan (K011); mekanisme ini tidak dipakai."),
        )
    if not _addressed(rule, view):
        return _of_others(rule, view)
    outside = view.shape.pattern is None and _binding(rule) and _on_assignment(rule)
    if outside and rule.id not in _CHECKED_OUTSIDE:
        return not_applicable(
            rule,
            view,
            Message.of(
                "Unit di luar sembilan pola tidak disusun; yang diperiksa hanya {kode} (bacaan A22).",
                kode=Names(tuple(sorted(_CHECKED_OUTSIDE))),
            ),
        )
    return None


def as_advice(verdict: Verdict, rule: Rule, view: View) -> Verdict:
    """In patterns 7 to 9 assignment is governed by other law: what was found is advice (A25), but for the limits
    that the reading `ditegakkan` enforces.
    """
    row = view.shape.pattern
    delegated = row is not None and not row.optimised and view.unit.simplified and _inside_a_unit(rule)
    enforced = "A25" in rule.readings and view.reads("A25", "ditegakkan")
    governed = _binding(rule) or rule.kind is Kind.PROCEDURE
    if not delegated or enforced or not governed or verdict.status is VerdictStatus.NOT_APPLICABLE:
        return verdict
    return replace(
        verdict,
        status=VerdictStatus.OTHER_LAW,
        evidence=Message.of(
            "Penugasan unit Pola {pola} diatur peraturan lain; sebagai saran: {bukti}",
            pola=view.shape.number,
            bukti=verdict.evidence,
        ),
    )


def _addressed(rule: Rule, view: View) -> bool:
    nearest = view.shape.nearest
    described = nearest is not None and rule.id == nearest.structure
    return described or rule.applies(view.unit.kind, view.shape.number)


def _of_others(rule: Rule, view: View) -> Verdict:
    if rule.kinds and view.unit.kind not in rule.kinds:
        return not_applicable(
            rule,
            view,
            Message.of(
                "Ketentuan untuk {jenis}; unit ini {unit}.",
                jenis=Names(tuple(str(kind) for kind in rule.kinds)),
                unit=str(view.unit.kind),
            ),
        )
    patterns = Names(tuple(pattern for pattern in rule.patterns if pattern != OUTSIDE))
    if view.shape.number in ("", OUTSIDE):
        return not_applicable(
            rule,
            view,
            Message.of("Ketentuan untuk Pola {pola}; unit ini di luar sembilan pola.", pola=patterns),
        )
    return not_applicable(
        rule,
        view,
        Message.of(
            "Ketentuan untuk Pola {pola}; unit ini Pola {unit}.", pola=patterns, unit=view.shape.number
        ),
    )


def _binding(rule: Rule) -> bool:
    return rule.hard or rule.kind is Kind.SOFT


def _on_assignment(rule: Rule) -> bool:
    """Part 5.2 of the annex, and what part III says of positions and of teams."""
    return _SECTION.search(rule.clause) is not None


def _inside_a_unit(rule: Rule) -> bool:
    """5.2.1, and 5.2 and III in general: assignment inside a unit; 5.2.2 and 5.2.3 (cross-unit, cross-agency) stand
    apart.
    """
    found = _SECTION.search(rule.clause)
    return found is not None and found[1] in (None, "1")
