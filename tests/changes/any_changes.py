"""Changes of every kind: of any content, to be written and read back; and such as fit a problem, to be applied."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import strategies as st

from alokasi import changes as ch
from alokasi_models.packs import norm, pack, profile, profile_names
from alokasi_models.problem import LockKind, Problem, UnitRole, WorkForm

# What people type, and what would be taken for a key, a quote or the end of a line
_LETTERS = "abPXé019-_=\"'\\ .,;%&<{}+@ñ"
texts = st.text(_LETTERS, min_size=1, max_size=12)
maybe = st.one_of(st.just(""), texts)
numbers = st.decimals("0.0001", "99999", places=4, allow_nan=False)
days = st.none() | st.dates(date(2026, 1, 1), date(2028, 12, 31))
amounts = st.builds(ch.Amount, numbers, st.booleans())
columns = st.lists(
    st.tuples(st.sampled_from(("nama", "rumpun", "volume", "K01")), texts),
    max_size=3,
    unique_by=lambda c: c[0],
).map(tuple)
several = st.lists(texts, min_size=1, max_size=3).map(tuple)
kinds = st.sampled_from(LockKind)

any_change = st.one_of(
    st.builds(ch.PersonLeaves, texts, days),
    st.builds(ch.PersonArrives, texts, columns, maybe),
    st.builds(ch.AvailabilityChanged, texts, numbers, days),
    st.builds(ch.PackageAdded, texts, columns, maybe),
    st.builds(ch.PackageDropped, texts),
    st.builds(ch.VolumeChanged, texts, amounts),
    st.builds(ch.NormChanged, texts, amounts),
    st.builds(ch.LimitChanged, texts, st.none() | numbers, maybe),
    st.builds(ch.EffectiveHoursChanged, st.none() | numbers, maybe),
    st.builds(ch.LockAdded, kinds, texts, maybe, maybe, maybe, st.none() | numbers, maybe),
    st.builds(ch.LockLifted, kinds, texts, maybe, maybe, maybe),
    st.builds(ch.LoanGranted, texts, maybe, maybe, st.none() | numbers),
    st.builds(ch.LoanRefused, texts, maybe, maybe),
    st.builds(ch.ProfileChosen, texts),
    st.builds(ch.WeightChanged, texts, st.integers(0, 10**6)),
    st.builds(ch.TiersOrdered, several),
    st.builds(ch.TeamsMerged, texts, several),
    st.builds(ch.TeamSplit, texts, texts, several, maybe, maybe),
    st.builds(ch.ReadingSwitched, texts, st.none() | texts),
)


def fitting(problem: Problem, rng: Random, number: int) -> ch.Change:
    """A change that can be applied to the problem; of a kind that it has nothing for, another kind."""
    made: ch.Change | None = None
    while made is None:
        made = rng.choice(_FITTING)(problem, rng, number)
    return made


def _leaves(p: Problem, rng: Random, n: int) -> ch.Change | None:
    person = rng.choice(p.employees)
    year = p.unit(person.unit).year
    if len(p.employees) < 3 or rng.random() < 0.5:
        last = date(year, rng.randint(1, 12), 28)
        return None if person.starts and person.starts > last else ch.PersonLeaves(person.id, last)
    return ch.PersonLeaves(person.id)


def _arrives(p: Problem, rng: Random, n: int) -> ch.Change:
    like = rng.choice(p.employees)
    said = [("nama", f"Orang Baru {n}"), ("mulai", f"01/07/{p.unit(like.unit).year}")]
    if p.competences:
        said.append((rng.choice(p.competences).id, str(rng.randint(1, 5))))
    return ch.PersonArrives(f"BARU{n}", tuple(said), like.id)


def _available(p: Problem, rng: Random, n: int) -> ch.Change:
    person = rng.choice(p.employees)
    since = rng.choice((None, date(p.unit(person.unit).year, rng.randint(1, 12), 1)))
    return ch.AvailabilityChanged(person.id, Decimal(rng.randint(0, 100)), since)


def _added(p: Problem, rng: Random, n: int) -> ch.Change:
    said = (("uraian_tugas", f"Tugas baru {n}"), ("volume", "2,5"))
    return ch.PackageAdded(f"TB{n}", said, rng.choice(p.packages).id)


def _dropped(p: Problem, rng: Random, n: int) -> ch.Change | None:
    return ch.PackageDropped(rng.choice(p.packages).id) if len(p.packages) > 2 else None


def _volume(p: Problem, rng: Random, n: int) -> ch.Change:
    amount = rng.choice((ch.Amount(Decimal("12.5")), ch.Amount(Decimal(rng.randint(-40, 60)), relative=True)))
    return rng.choice((ch.VolumeChanged, ch.NormChanged))(rng.choice(p.packages).id, amount)


def _policy(p: Problem, rng: Random, n: int) -> ch.Change:
    policy = rng.choice([one for one in norm().policies.values() if not one.not_above])
    value = rng.randint(
        max(int(policy.minimum), 20) if policy.id == "P04A" else int(policy.minimum), int(policy.maximum)
    )
    return ch.LimitChanged(policy.id, rng.choice((None, Decimal(value))))


def _law(p: Problem, rng: Random, n: int) -> ch.Change:
    return ch.LimitChanged(
        rng.choice(("K083", "K084", "K085", "K087", "K101", "K103")), Decimal(rng.randint(1, 15))
    )


def _hours(p: Problem, rng: Random, n: int) -> ch.Change:
    unit = rng.choice(("", rng.choice(p.units).id))
    return ch.EffectiveHoursChanged(rng.choice((None, Decimal(rng.randint(800, 1900)))), unit)


def _lock(p: Problem, rng: Random, n: int) -> ch.Change | None:
    one, other = rng.sample(p.employees, 2)
    teams, package = [t.id for t in p.teams], rng.choice(p.packages).id
    kind = rng.choice(list(LockKind))
    if kind in (LockKind.TOGETHER, LockKind.APART):
        made = ch.LockAdded(kind, one.id, other=other.id)
    elif kind is LockKind.HOURS:
        made = ch.LockAdded(kind, one.id, package=package, hours=Decimal(rng.randint(1, 300)))
    elif kind is LockKind.WISH:
        made = ch.LockAdded(kind, one.id, package=package)
    elif not teams:
        return None
    else:
        made = ch.LockAdded(kind, one.id, rng.choice(teams), reason="Arahan pimpinan")
    known = {(row.kind, row.employee, row.team, row.other, row.package) for row in p.locks}
    return None if (made.kind, made.employee, made.team, made.other, made.package) in known else made


def _unlock(p: Problem, rng: Random, n: int) -> ch.Change | None:
    if not p.locks:
        return None
    lock = rng.choice(p.locks)
    return ch.LockLifted(lock.kind, lock.employee, lock.team, lock.other, lock.package)


def _loan(p: Problem, rng: Random, n: int) -> ch.Change | None:
    homes = {unit.id for unit in p.units if unit.role is UnitRole.HOME}
    guests = [e.id for e in p.employees if e.unit in homes]
    asked = [loan.employee for loan in p.loans]
    if asked and rng.random() < 0.5:
        return ch.LoanRefused(rng.choice(asked))
    if not guests or len(p.planned) != 1:
        return None
    return ch.LoanGranted(rng.choice(guests), hours=Decimal(rng.randint(50, 400)))


def _reading(p: Problem, rng: Random, n: int) -> ch.Change:
    reading = rng.choice([one for one in pack().readings.values() if one.switchable])
    return ch.ReadingSwitched(reading.id, rng.choice((None, *(option for option, _ in reading.options))))


def _profile(p: Problem, rng: Random, n: int) -> ch.Change:
    return ch.ProfileChosen(rng.choice(profile_names()))


def _weight(p: Problem, rng: Random, n: int) -> ch.Change:
    return ch.WeightChanged("kurang_jam", rng.randint(1, 9))


def _tiers(p: Problem, rng: Random, n: int) -> ch.Change:
    every = {tier.name for tier in profile(profile_names()[0]).tiers}
    for id in profile_names():
        every &= {tier.name for tier in profile(id).tiers}
    return ch.TiersOrdered((rng.choice(sorted(every)),)) if every else ch.WeightChanged("kurang_jam", 2)


def _merged(p: Problem, rng: Random, n: int) -> ch.Change | None:
    if len(p.teams) < 2:
        return None
    into = rng.choice(p.teams)
    alike = [t.id for t in p.teams if (t.unit, t.kind) == (into.unit, into.kind) and t is not into]
    return ch.TeamsMerged(into.id, (rng.choice(alike),)) if alike else None


def _split(p: Problem, rng: Random, n: int) -> ch.Change | None:
    owned = {
        team.id: [k.id for k in p.packages if k.team == team.id and k.form is not WorkForm.INDIVIDUAL]
        for team in p.teams
    }
    large = [id for id, packages in owned.items() if len(packages) > 1]
    if not large:
        return None
    team = rng.choice(large)
    return ch.TeamSplit(team, f"PECAH{n}", tuple(owned[team][: len(owned[team]) // 2]))


_FITTING: tuple[Callable[[Problem, Random, int], Any], ...] = (
    _leaves,
    _arrives,
    _available,
    _added,
    _dropped,
    _volume,
    _policy,
    _law,
    _hours,
    _lock,
    _unlock,
    _loan,
    _reading,
    _profile,
    _weight,
    _tiers,
    _merged,
    _split,
)
