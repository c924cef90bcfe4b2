"""The other aims, once it is settled who moves: what the change did not touch stays to the minute."""

from __future__ import annotations

from alokasi.solve.limits import Clock
from alokasi.whatif.goals import SEATS, SKILL, WORK
from alokasi.whatif.nearest import Nearest
from alokasi_models.cpsat import Freedom
from alokasi_models.ledger import ledger

QUICK_WORK, CLOSE_WORK = 0.1, 1.0


def polished(state: Nearest, clock: Clock, seated: bool) -> None:
    """Tier after tier with no more seats changed, until the clock ends; `seated`: only hours."""
    holds = [*state.holds, (SEATS, state.seats(state.current))]
    teams = state.teams | state.changed_teams()
    work = QUICK_WORK if seated else CLOSE_WORK
    for tier in state.inst.ruleset.profile.tiers:
        if tier in (WORK, SKILL, SEATS):
            continue
        reached = state.values(state.current)[tier.name]
        if reached > 0:
            if clock.left <= 0:
                return
            freedom = Freedom(standing=ledger(state.current), teams=teams, seated=seated)
            answer = state.lower(tier, freedom, holds, work, clock)
            if answer.plan is not None and answer.value is not None and answer.value < reached:
                state.plan, reached = answer.plan, answer.value
        holds.append((tier, reached + int(reached * tier.tolerance)))
