"""Asks the model whether a plan with some decisions given exists."""

from __future__ import annotations

from collections.abc import Iterable

from ortools.sat.python import cp_model

from alokasi_models.cpsat import build, instance
from alokasi_models.cpsat.decisions import Expr
from alokasi_models.packs import Ruleset, ruleset
from alokasi_models.problem import Indicator, Problem, TargetSource, Team, TeamStatus
from builders import problem, team

INDICATORS = (Indicator("ik", "Sasaran", "u", TargetSource.AGREEMENT),)


class Asked:
    """A model to which a test adds what it wants to know."""

    def __init__(self, p: Problem, rules: Ruleset | None = None, shares: bool = False) -> None:
        """`shares`: the minimum share P02 holds for every seat; else for none."""
        self.inst = instance(p, rules or ruleset(p))
        every = frozenset((id, slot.id) for slot in self.inst.slots for id in self.inst.members[slot.id])
        self.built = build(self.inst, share_dropped=frozenset() if shares else every)
        self.x = self.built.x

    def given(self, *decisions: tuple[Expr, int]) -> Asked:
        """Fixes decisions; one the model does not even offer is 0."""
        for decision, value in decisions:
            if isinstance(decision, int):
                if decision != value:
                    self.built.model.add_bool_or([])
            else:
                self.built.model.add_linear_constraint(decision, value, value)
        return self

    def seats(self, team: str, lead: str = "", members: Iterable[str] = ()) -> Asked:
        """Exactly these people sit in the team."""
        wanted = {*members, *([lead] if lead else [])}
        for id in {*self.inst.members[team], *wanted}:
            self.given((self.x.member.get((id, team), 0), int(id in wanted)))
            self.given((self.x.lead.get((id, team), 0), int(id == lead)))
        return self

    @property
    def possible(self) -> bool:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        status = solver.status_name(solver.solve(self.built.model))
        assert status in ("OPTIMAL", "INFEASIBLE")
        return status == "OPTIMAL"


def proposed(id: str, seat: str = "h", **values: object) -> Team:
    return team(id, seat, status=TeamStatus.PROPOSED, **values)


def made(*parts: object, **values: object) -> Problem:
    return problem(*parts, indicators=INDICATORS, **values)
