"""Wires a model: decisions, structure, clauses, locks; then one expression for each term asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ortools.sat.python import cp_model

from alokasi_models.cpsat.auxiliaries import Auxiliaries, Meaning, Values, value_of
from alokasi_models.cpsat.change_terms import seat_changes
from alokasi_models.cpsat.decisions import ALONE, Decisions, Expr, Number, declare, total
from alokasi_models.cpsat.freedom import EVERYTHING, Freedom
from alokasi_models.cpsat.instance import Instance
from alokasi_models.cpsat.locks import post_locks
from alokasi_models.cpsat.objective import TERM_EXPRESSIONS
from alokasi_models.cpsat.posts import POSTS
from alokasi_models.cpsat.rows import post
from alokasi_models.cpsat.structure import post_structure
from alokasi_models.cpsat.sums import add_up
from alokasi_models.cpsat.watched import WatchedModel
from alokasi_models.ledger import Ledger
from alokasi_models.norms import Tier

_Key = TypeVar("_Key")


@dataclass(slots=True)
class Built:
    """A model with its decisions; terms are posted once, when first asked for."""

    model: cp_model.CpModel
    x: Decisions
    inst: Instance
    aux: Auxiliaries
    dropped: Mapping[tuple[str, str], Number]
    _terms: dict[str, Expr] = field(default_factory=dict)

    def term(self, name: str) -> Expr:
        if name not in self._terms:
            self._terms[name] = TERM_EXPRESSIONS[name](self.aux, self.x, self.inst)
        return self._terms[name]

    def tier(self, tier: Tier) -> Expr:
        """The weighted sum a tier minimises."""
        return total(term.weight * self.term(term.name) for term in tier.terms)

    def hold(self, tier: Tier, most: int) -> None:
        """A tier already settled keeps its value while later ones are searched."""
        post(self.model, self.tier(tier), None, most)


def build(
    inst: Instance,
    freedom: Freedom = EVERYTHING,
    share_dropped: frozenset[tuple[str, str]] | None = frozenset(),
    max_moves: int | None = None,
    without: Sequence[str] = (),
) -> Built:
    """The model of what `freedom` leaves open.

    `share_dropped`: seats (employee, team) without the minimum share P02; None leaves it to the search, whose
    `dropped` then tells. `without`: rules not posted, to learn which one blocks.
    """
    model = WatchedModel(inst.watch)
    aux = Auxiliaries(model)
    x = declare(model, inst, freedom)
    add_up(aux, x, inst)
    dropped: dict[tuple[str, str], Number] = (
        {place: model.new_bool_var(f"dropped[{place}]") for place in x.member}
        if share_dropped is None
        else dict.fromkeys(sorted(share_dropped), 1)
    )
    built = Built(model, x, inst, aux, dropped)
    post_structure(model, x, inst, dropped)
    for rule, poster in POSTS.items():
        if rule not in without:
            for _ in poster(built.aux, x, inst, inst.ruleset.rule(rule)):
                pass
    for _ in post_locks(built.aux, x, inst):
        pass
    if max_moves is not None:
        _limit_moves(built, max_moves)
    return built


def _limit_moves(built: Built, most: int) -> None:
    """At most `most` people whose seats differ from the decree in force."""
    by_person: dict[str, list[Expr]] = {}
    for (id, _), change in seat_changes(built.x, built.inst).items():
        by_person.setdefault(id, []).append(change)
    moved = []
    for id, changes in sorted(by_person.items()):
        moves = built.aux.switch(f"moves[{id}]", _any(changes))
        for change in changes:
            post(built.model, change - moves, None, 0)
        moved.append(moves)
    post(built.model, total(moved), None, most)


def _any(parts: list[Expr]) -> Meaning:
    return lambda values: max(value_of(part, values) for part in parts)


def hint(built: Built, plan: Ledger) -> None:
    """Makes a plan the complete hint of the model: decisions and measuring variables."""
    values = plan_values(built.x, plan)
    built.aux.fill(values)
    built.model.clear_hints()  # type: ignore[no-untyped-call]  # ortools leaves it untyped
    told = built.model.proto.solution_hint
    told.vars.extend(values.keys())
    told.values.extend(values.values())


def plan_values(x: Decisions, plan: Ledger) -> Values:
    """Values of the decisions in a plan, by variable index."""
    seated = {(id, team) for team, people in plan.members.items() for id in people}
    leading = {(id, team) for team, people in plan.leads.items() for id in people}
    formed = {team.id for team in plan.teams}
    values: Values = {}
    _set(values, x.formed, lambda team: int(team in formed))
    _set(values, x.owns, lambda key: int(plan.owner.get(key[0]) == key[1]))
    _set(
        values,
        x.alone,
        lambda key: int(plan.owner.get(key[0], "") == ALONE and key[1] in plan.holders.get(key[0], ())),
    )
    _set(values, x.member, lambda key: int(key in seated))
    _set(values, x.lead, lambda key: int(key in leading))
    _set(
        values,
        x.minutes,
        lambda key: plan.on_package[key[0], key[1]] if plan.owner.get(key[1]) == key[2] else 0,
    )
    return values


def _set(values: Values, decisions: Mapping[_Key, Number], of: Callable[[_Key], int]) -> None:
    for key, decision in decisions.items():
        if not isinstance(decision, int):
            values[decision.index] = of(key)
