"""A model with one clause or policy limit left out, and switches that tell where a plan then breaks it.

Clauses of `POSTS` lose their rows; those that keep a choice out of the model (`NARROWING`) let it in. The same rows,
and rows against the choices let in, come back with a switch for each subject, to be turned off as seldom as possible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

from alokasi_models.cpsat.build import Built, build
from alokasi_models.cpsat.freedom import EVERYTHING
from alokasi_models.cpsat.instance import Instance, instance
from alokasi_models.cpsat.posts import POSTS
from alokasi_models.cpsat.rows import Posted, post
from alokasi_models.cpsat.structure import limits, loans
from alokasi_models.eligibility import NARROWING

_ABOUT_PEOPLE = ("K097", "K101")  # which person is let in matters; of other clauses only where


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`broken`: subject (ids joined by " @ ") -> switch, on where the plan breaks what was left out."""

    built: Built
    broken: Mapping[str, cp_model.IntVar]


def left_out(inst: Instance, rule: str, max_moves: int | None = None) -> LeftOut | None:
    """None where leaving the rule out changes nothing. The minimum share (P02) is dropped wherever it must be."""
    freed = instance(inst.problem, inst.ruleset, rule, inst.watch) if rule in NARROWING else inst
    built = build(freed, EVERYTHING, None, max_moves, (rule,))
    broken: dict[str, cp_model.IntVar] = {}
    for subject, row in (*_rows(built, inst, rule), *_let_in(built, inst, rule)):
        if subject not in broken:
            broken[subject] = built.model.new_bool_var(f"broken[{subject}]")
        row.only_enforce_if(~broken[subject])
    return LeftOut(built, broken) if broken else None


def _rows(built: Built, inst: Instance, rule: str) -> Iterator[Posted]:
    """What was left out, as it was; a policy limit with the time that people have while it holds."""
    if rule in POSTS:
        yield from POSTS[rule](built.aux, built.x, inst, inst.ruleset.rule(rule))
    if rule == "P01":
        yield from limits(built.model, built.x, inst)
    if rule == "P03":
        yield from limits(built.model, built.x, inst)
        yield from loans(built.model, built.x, inst)


def _let_in(built: Built, inst: Instance, rule: str) -> Iterator[Posted]:
    """Choices that the model does not offer while the rule holds."""
    model, x = built.model, built.x
    for choices, offered in ((x.member, inst.members), (x.lead, inst.leads)):
        for (id, team), choice in choices.items():
            if id not in offered[team]:
                yield f"{id} @ {team}" if rule in _ABOUT_PEOPLE else team, post(model, choice, 0, 0)
    for (package, id), choice in x.alone.items():
        if id not in inst.alone[package]:
            yield package, post(model, choice, 0, 0)
