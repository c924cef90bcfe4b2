"""Sums of hours stand as variables of their own, so that a model grows with its decisions and no faster."""

from __future__ import annotations

from alokasi.examples import generate
from alokasi_models.cpsat import build, instance
from alokasi_models.packs import ruleset
from alokasi_models.problem import WorkForm
from builders import package, people, problem, team


def test_a_model_has_few_entries_for_each_place_for_hours() -> None:
    p = generate(100, 0, True)
    built = build(instance(p, ruleset(p)))
    for tier in ruleset(p).profile.tiers:
        built.tier(tier)
    rows = [row.linear for row in built.model.proto.constraints if row.has_linear()]
    places = len(built.x.minutes)
    assert sum(len(row.vars) for row in rows) < 20 * places


def test_hours_in_a_team_on_all_work_and_on_a_package_add_up() -> None:
    work = [package("w1", team="t"), package("w2", team="t"), package("v", form=WorkForm.INDIVIDUAL)]
    p = problem(people("a", "b"), work, [team("t")])
    built = build(instance(p, ruleset(p)))
    x = built.x
    values = {variable.index: place + 1 for place, variable in enumerate(x.minutes.values())}
    for switch in (*x.alone.values(), *x.member.values(), *x.lead.values()):
        values[switch.index] = 1
    built.aux.fill(values)

    def minutes(*places: tuple[str, str, str]) -> int:
        return sum(values[x.minutes[place].index] for place in places)

    assert values[x.here["a", "t"].index] == minutes(("a", "w1", "t"), ("a", "w2", "t"))
    everything = minutes(("a", "w1", "t"), ("a", "w2", "t"), ("a", "v", ""))
    assert values[x.worked["a"].index] == everything
    assert values[x.given["w1"].index] == minutes(("a", "w1", "t"), ("b", "w1", "t"))
