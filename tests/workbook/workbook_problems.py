"""Problems of any content a workbook can hold, for properties of the round trip."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from alokasi_models.problem import (
    Category,
    Competence,
    CompetenceKind,
    Consent,
    Coordinator,
    CurrentSeat,
    Employee,
    EmployeeStatus,
    Indicator,
    Level,
    Loan,
    Lock,
    LockKind,
    Need,
    NeedKind,
    Official,
    OfficialKind,
    OfficialStatus,
    Problem,
    SeatRole,
    TargetSource,
    Team,
    TeamClass,
    TeamStatus,
    Unit,
    UnitKind,
    UnitScope,
    WorkForm,
    WorkNature,
    WorkPackage,
)

# Text a person may type, also such that looks like a formula, a number or a date; blanks at the ends are no data
_LETTERS = "abcXYZé=+-@'\"<&;,/. 0123456789ñ"
texts = st.text(_LETTERS, min_size=1, max_size=20).map(lambda t: " ".join(t.split())).filter(bool)
maybe_text = st.one_of(st.just(""), texts)
themes = texts.map(lambda t: t.replace(";", "").strip()).filter(bool)
amounts = st.decimals("0.0001", "99999", places=4, allow_nan=False)
hours = st.integers(0, 90_000)
days = st.dates(date(2025, 1, 1), date(2028, 12, 31))


def ids(prefix: str, count: int) -> list[str]:
    return [f"{prefix}{n:03}" for n in range(1, count + 1)]


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    def some(strategy: st.SearchStrategy[Any]) -> Any:
        return draw(strategy)

    def choice(*options: Any) -> Any:
        return draw(st.sampled_from(options))

    units = [
        Unit(
            id,
            some(texts),
            choice(*UnitKind),
            some(st.integers(2024, 2030)),
            declared_pattern=choice("", "1", "9"),
            parent="Induk",
            effective_hours=some(st.none() | st.decimals(1, 1900, places=1)),
            simplified=some(st.booleans()),
            city=some(maybe_text),
            scope=choice(*UnitScope),
        )
        for id in ids("U", some(st.integers(1, 2)))
    ]
    unit_ids = [u.id for u in units]
    officials = [
        Official(
            id,
            some(texts),
            choice(*unit_ids, "Induk"),
            some(texts),
            choice(*OfficialKind),
            superior="" if id == "B001" else "B001",
            job_class=some(st.none() | st.integers(1, 17)),
            planning=some(st.booleans()),
            status=choice(*OfficialStatus),
        )
        for id in ids("B", some(st.integers(1, 3)))
    ]
    competences = [
        Competence(id, id + some(texts), choice(*CompetenceKind)) for id in ids("K", some(st.integers(0, 3)))
    ]
    codes = [c.id for c in competences]
    employees = [
        Employee(
            id,
            some(texts),
            choice(*unit_ids),
            choice(*(o.id for o in officials)),
            choice(*Category),
            some(texts),
            level=choice(None, *Level),
            grade=some(maybe_text),
            status=choice(*EmployeeStatus),
            availability=some(st.none() | st.decimals(2, 100, places=2)),
            starts=choice(None, date(2024, 5, 1)),
            leaves=some(st.none() | days),
            leads_elsewhere=some(st.booleans()),
            themes=tuple(some(st.lists(themes, max_size=3, unique=True))),
            career=some(maybe_text),
            note=some(maybe_text),
            skills=tuple(sorted((c, some(st.integers(1, 5))) for c in codes if some(st.booleans()))),
        )
        for id in ids("P", some(st.integers(1, 5)))
    ]
    people = [e.id for e in employees]
    indicators = [
        Indicator(id, some(texts), choice(*unit_ids), choice(*TargetSource), priority=choice(1, 2, 3))
        for id in ids("I", some(st.integers(0, 2)))
    ]
    teams = [
        Team(
            id,
            some(texts),
            choice(*unit_ids),
            choice(*(o.id for o in officials)),
            choice(*Coordinator),
            choice(*TeamClass),
            choice(*TeamStatus),
            min_size=choice(None, 2),
            max_size=choice(None, 5),
            theme=some(maybe_text),
        )
        for id in ids("TK", some(st.integers(0, 2)))
    ]
    team_ids = [t.id for t in teams]
    packages = [
        WorkPackage(
            id,
            some(texts),
            choice(*unit_ids),
            choice(*(i.id for i in indicators)) if indicators else some(texts),
            some(texts),
            some(amounts),
            some(st.decimals("0.01", "900", places=2)),
            priority=choice(1, 2, 3),
            nature=choice(*WorkNature),
            form=choice(*WorkForm),
            team=choice("", *team_ids),
            current_team=some(maybe_text),
            category=choice(None, *Category),
            minimum_level=choice(None, *Level),
        )
        for id in ids("T", some(st.integers(1, 4)))
    ]
    needs = [
        Need(p.id, c, some(st.integers(1, 5)), choice(*NeedKind), choice("", "g"), some(st.integers(1, 4)))
        for p in packages
        for c in codes
        if some(st.booleans())
    ]
    loans = [
        Loan(
            p,
            choice(*unit_ids, "Luar"),
            choice(*Consent),
            choice(*Consent),
            max_minutes=some(st.none() | hours),
        )
        for p in people
        if some(st.booleans())
    ]
    locks = [
        Lock(LockKind.NOT_LEAD, p, some(texts), team=choice("", *team_ids))
        for p in people
        if some(st.booleans())
    ]
    locks += [Lock(LockKind.HOURS, people[0], "x", package=p.id, minutes=some(hours)) for p in packages]
    current = [
        CurrentSeat(
            some(texts), some(texts), choice(*SeatRole), some(maybe_text), minutes=some(st.none() | hours)
        )
        for _ in range(some(st.integers(0, 3)))
    ]
    return Problem(
        units=tuple(units),
        officials=tuple(officials),
        employees=tuple(employees),
        competences=tuple(competences),
        indicators=tuple(indicators),
        packages=tuple(packages),
        needs=tuple(needs),
        teams=tuple(teams),
        loans=tuple(loans),
        locks=tuple(locks),
        current=tuple(current),
    )
