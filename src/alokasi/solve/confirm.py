"""A second opinion: "terbukti" and "tidak ada susunan" are said only when another configuration agrees."""

from __future__ import annotations

from alokasi.solve.engine import Effort, Found, Task, search
from alokasi.solve.limits import Clock
from alokasi.solve.search import Search
from alokasi.solve.start import Seats
from alokasi_models.cpsat import Freedom, Instance, build
from alokasi_models.cpsat.freedom import EVERYTHING

WORK = 20.0


def no_better(state: Search) -> bool:
    """Whether, with presolve off and another seed, no plan beats what any tier reached under the tiers above it."""
    held = state.settled
    for place, done in enumerate(held):
        if done.reached <= 0:
            continue
        built = build(state.inst, EVERYTHING, state.share_dropped, state.max_moves)
        for above in held[:place]:
            built.hold(above.tier, above.most)
        objective = built.tier(done.tier)
        if isinstance(objective, int):
            continue
        built.model.add_linear_constraint(objective, 0, done.reached - 1)
        effort = Effort(WORK, state.seed + 1, workers=8, interleaved=True, presolve=False)
        if search(Task(built, 0, effort), state.clock).found is not Found.INFEASIBLE:
            return False
    return True


def impossible_again(
    inst: Instance, dropped: Seats | None, max_moves: int | None, clock: Clock, seed: int
) -> bool:
    """Whether presolve off and another seed also find that no plan exists."""
    built = build(inst, Freedom(), dropped, max_moves)
    effort = Effort(WORK, seed + 1, workers=8, interleaved=True, presolve=False)
    return search(Task(built, 0, effort), clock).found is Found.INFEASIBLE
