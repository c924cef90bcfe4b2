"""Solves one tier of the profile after the other; each keeps its value while the next is searched."""

from __future__ import annotations

from dataclasses import replace

from alokasi.linear.branching import Branching
from alokasi.linear.program import whole_number
from alokasi.solve.bound import SOURCE, linear_of
from alokasi.solve.exact import branch_and_cut, relaxed, where_relaxed
from alokasi.solve.limits import TimeUp
from alokasi.solve.search import WORK_A_SECOND, Progress, Search, Settled
from alokasi_models.cpsat import build
from alokasi_models.cpsat.freedom import EVERYTHING
from alokasi_models.norms import Tier

SLOW = 1.5  # a tier may take so much longer than its part, and half of what is left for later ones
BOUNDS_SHARE = 0.15  # of the time, for the bounds of freely grouped units
MOST_RELAXED_HOURS = 40_000  # the relaxation of larger freely grouped units takes minutes
FEW_HOURS = 300  # places for hours in a unit so small that nothing but the whole need be searched


def solve_tiers(state: Search, seconds: float, counted: float) -> None:
    """Every tier of the profile with so much work (seconds of an office computer); what one tier leaves goes to the
    rest. The clock cuts after `seconds`; by the wall clock, all of them are used.
    """
    bounded_last = state.groups and state.hours <= MOST_RELAXED_HOURS
    clock, until = state.clock, seconds * (1 - BOUNDS_SHARE) if bounded_last else seconds
    work = counted * WORK_A_SECOND
    tiers = state.inst.ruleset.profile.tiers
    for place, tier in enumerate(tiers):
        part = tier.effort / sum(later.effort for later in tiers[place:])
        if state.wall_clock:
            most, work = part, (until - clock.elapsed) * WORK_A_SECOND
        else:
            most = min(SLOW * part, (1 + part) / 2)
        state.clock = clock.within(most * (until - clock.elapsed))
        on = _solve_tier(state, tier, part * work)
        clock.cut = clock.cut or state.clock.cut
        work -= on.spent
        state.settled.append(Settled(tier, on.value, on.bound, on.source))
    state.clock = clock
    if bounded_last:
        _bound_free_grouping(state)


def _solve_tier(state: Search, tier: Tier, work: float) -> Progress:
    on = Progress(state, tier, state.value(tier, state.plan))
    on.tell()
    if on.value > 0:
        try:
            state.clock.watch()
            _lower(on, work)
        except TimeUp:
            state.clock.cut = True
    return on


def _lower(on: Progress, work: float) -> None:
    found = relaxed(on)
    if found is not None and on.value > found.bound and not on.done and on.state.hours > FEW_HOURS:
        where_relaxed(on, found, work)
    if not on.done:
        branch_and_cut(on, work)


def _bound_free_grouping(state: Search) -> None:
    """Bounds of tiers whose packages may change teams: the whole relaxation is large, so it comes last."""
    for place, done in enumerate(state.settled):
        if done.reached <= done.bound or state.clock.left <= 0:
            continue
        built = build(state.inst, EVERYTHING, state.share_dropped, state.max_moves)
        for above in state.settled[:place]:
            built.hold(above.tier, above.most)
        built.model.minimize(built.tier(done.tier))
        found = Branching(linear_of(built, whole=False), {}, state.clock.left).wait(lambda: state.clock.left)
        if whole_number(found.bound) > done.bound:
            state.settled[place] = replace(done, bound=whole_number(found.bound), source=SOURCE)
