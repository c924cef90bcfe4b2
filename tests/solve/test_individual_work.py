"""Units of mostly individual work: who holds what is found by people who exchange it, not only by teams."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from random import Random
from threading import Event

from alokasi.rules import audit
from alokasi.solve.crowds import Crowds
from alokasi.solve.dealing.flow import SINK, SOURCE, Flow
from alokasi.solve.engine import Effort, Task, search
from alokasi.solve.improve import improve
from alokasi.solve.limits import Clock
from alokasi.solve.merge import apart, joined
from alokasi.solve.search import Progress, Search, Settled
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import Freedom, build, instance
from alokasi_models.cpsat.decisions import ALONE
from alokasi_models.ledger import ledger
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Indicator, Problem, TargetSource, WorkForm
from alokasi_models.score import score
from builders import package, pelaksana, people, problem, team

THEMES = [f"r{n}" for n in range(8)]
TIER_WEIGHT = 3000  # of kohesi_rumpun beside kecocokan in the profile "seimbang"


def mostly_individual(staff: int, seed: int) -> Problem:
    """Everybody knows one of eight themes; nearly a package a person, and three teams with a fifth of the work."""
    random = Random(seed)
    experts = people(*(f"e{n:02}" for n in range(staff // 2)))
    others = [pelaksana(f"p{n:02}") for n in range(staff - staff // 2)]
    crowd = [replace(person, themes=(random.choice(THEMES),)) for person in (*experts, *others)]
    alone = [
        package(f"i{n:02}", random.randint(650, 900), theme=random.choice(THEMES), form=WorkForm.INDIVIDUAL)
        for n in range(staff)
    ]
    given = [package(f"w{n}", staff * 50 // 6, theme=THEMES[n], team=f"t{n % 3}") for n in range(6)]
    return problem(
        crowd,
        [*alone, *given],
        [team(f"t{n}") for n in range(3)],
        indicators=(Indicator("ik", "Sasaran", "u", TargetSource.AGREEMENT),),
    )


def searched(p: Problem, name: str, work: float, held: Collection[str] = ()) -> tuple[int, int, Plan]:
    """Value of a tier in the first plan, and after neighbourhoods alone with so much work; `held` tiers stay."""
    rules = ruleset(p)
    inst, clock = instance(p, rules), Clock(120.0, Event())
    begin = first_plan(inst, clock, 0, None).plan
    assert begin is not None
    state = Search(inst, clock, 0, frozenset(), None, begin, lambda step: None)
    tiers = {tier.name: tier for tier in rules.profile.tiers}
    for above in held:
        state.settled.append(Settled(tiers[above], state.value(tiers[above], begin), 0.0, ""))
    on = Progress(state, tiers[name], state.value(tiers[name], begin))
    first = on.value
    improve(on, work)
    return first, on.value, state.plan


def least_misfit(p: Problem) -> int:
    """No plan that fills all hours has less (kecocokan, minutes): packages of more than half of the most anybody
    works go to one person each, and team work at best to whoever fits it best.
    """
    inst = instance(p, ruleset(p))
    fits, work = inst.aims.fits, inst.aims.packages
    flow = Flow()
    for id, holders in inst.alone.items():
        flow.arc(SOURCE, ("work", id), int(bool(holders)))
        for person in holders:
            flow.arc(("work", id), person, 1, work[id].minutes * (100 - fits.fit(person, id)))
    for person in inst.people:
        flow.arc(person, SINK, 1)
    matched = {
        tail[1]: head for tail, head in flow.cheapest() if isinstance(tail, tuple) and isinstance(head, str)
    }
    assert all(work[id].minutes * 2 > max(inst.who.maximum.values()) for id in matched)
    alone = sum(work[id].minutes * (100 - fits.fit(person, id)) for id, person in matched.items())
    best = {id: max(fits.fit(person, id) for person in inst.people) for id in work if not inst.alone[id]}
    return (alone + sum(work[id].minutes * (100 - fit) for id, fit in best.items())) // 100


def test_a_hundred_and_twenty_people_get_packages_that_fit_as_well_as_any_matching() -> None:
    p = mostly_individual(120, 0)
    first, value, plan = searched(p, "kecocokan", 2.0, ("jam",))
    assert audit(p, plan, ruleset(p)).broken == ()
    themes = TIER_WEIGHT * score(p, plan, ruleset(p))["kohesi_rumpun"]
    least = least_misfit(p) + themes
    assert value <= 1.02 * least
    assert first > 1.2 * least


def test_their_load_is_evened_out_by_exchange_and_by_seats() -> None:
    p = mostly_individual(120, 0)
    first, value, plan = searched(p, "keseimbangan", 2.0, ("jam",))
    assert audit(p, plan, ruleset(p)).broken == ()
    assert value < 0.35 * first


def test_two_crowds_share_nobody_and_their_exchanges_join_into_a_lawful_plan() -> None:
    p = mostly_individual(50, 1)
    rules = ruleset(p)
    inst, clock = instance(p, rules), Clock(60.0, Event())
    parent = first_plan(inst, clock, 0, None).plan
    assert parent is not None
    one, other = Crowds(inst, Random(0)).draw(ledger(parent))
    assert apart(one, other)
    found = []
    for freedom in (one, other):
        built = build(inst, freedom)
        answer = search(Task(built, built.term("kecocokan"), Effort(0.5)), clock)
        assert answer.plan is not None
        found.append((freedom, answer.plan))
    both = joined(inst, parent, *found)
    assert audit(p, both, rules).broken == ()
    value = score(p, parent, rules)["kecocokan"]
    saved = [value - score(p, plan, rules)["kecocokan"] for _, plan in found]
    assert min(saved) > 0
    assert abs(value - score(p, both, rules)["kecocokan"] - sum(saved)) <= 1


def test_only_work_of_people_who_are_open_changes_hands() -> None:
    p = mostly_individual(50, 1)
    inst = instance(p, ruleset(p))
    parent = first_plan(inst, Clock(60.0, Event()), 0, None).plan
    assert parent is not None
    standing = ledger(parent)
    chosen = frozenset(sorted(standing.holders["i00"] + standing.holders["i01"]))
    x = build(inst, Freedom(standing=standing, teams=frozenset({ALONE}), people=chosen)).x
    open_work = {package for (package, _), holds in x.alone.items() if not isinstance(holds, int)}
    assert open_work == {id for id, people in standing.holders.items() if chosen.issuperset(people)}
    assert {id for (_, id), holds in x.alone.items() if not isinstance(holds, int)} <= chosen
