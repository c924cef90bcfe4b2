"""Changes applied to a copy of a problem and its rules; every fault of all of them is told at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeAlias

from alokasi.changes import aims, limits, locks, people, teams, work
from alokasi.changes.draft import Draft
from alokasi.changes.faults import ChangesRefused, Fault, Unreadable
from alokasi.changes.kinds import (
    AvailabilityChanged,
    Change,
    EffectiveHoursChanged,
    LimitChanged,
    LoanGranted,
    LoanRefused,
    LockAdded,
    LockLifted,
    NormChanged,
    PackageAdded,
    PackageDropped,
    PersonArrives,
    PersonLeaves,
    ProfileChosen,
    ReadingSwitched,
    TeamsMerged,
    TeamSplit,
    TiersOrdered,
    VolumeChanged,
    WeightChanged,
)
from alokasi.changes.known import resolved
from alokasi.changes.text import as_text
from alokasi.texts import Message
from alokasi_models.norms import Profile
from alokasi_models.packs import Ruleset, ruleset, with_rule_value
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem, Team, TeamStatus

_Step: TypeAlias = Callable[[Draft, Any], Draft]


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of a problem. `changes`: with the ids of the workbook in place of names; `effects`: what each did
    beside what it says, in their order.
    """

    problem: Problem
    ruleset: Ruleset
    changes: tuple[Change, ...]
    effects: tuple[tuple[Message, ...], ...]


def apply(problem: Problem, rules: Ruleset, changes: Sequence[Change], plan: Plan | None = None) -> Changed:
    """A changed copy; `problem` and `rules` stay as they are. Raises ChangesRefused with every fault.

    `plan`: teams that only the plan asked about has can be named too; they get a row of Tim where a change names them.
    """
    owner = (
        tuple(sorted({w.package: w.team for w in plan.work if w.team}.items())) if plan is not None else ()
    )
    draft = Draft(problem, owner)
    done: list[Change] = []
    effects: list[tuple[Message, ...]] = []
    faults: list[Fault] = []
    coming: set[str] = set()
    for place, change in enumerate(changes, start=1):
        try:
            if coming & _names(change):  # it rests on a change that has a fault: only its own are told
                resolved(change, draft.problem, coming)
                continue
            meant, draft = _step(replace(draft, effects=()), change, plan)
            done.append(meant)
            effects.append(draft.effects)
        except Unreadable as found:
            faults.append(Fault(place, as_text(change), found.message))
            coming |= _makes(change)
    found_rules = _rules(draft, rules, problem, changes, faults)
    if faults or found_rules is None:
        raise ChangesRefused(sorted(faults, key=lambda fault: fault.place))
    return Changed(draft.problem, found_rules, tuple(done), tuple(effects))


def _step(draft: Draft, change: Change, plan: Plan | None) -> tuple[Change, Draft]:
    if isinstance(change, WeightChanged | TiersOrdered):  # of the profile in force at the end
        return change, draft
    draft = replace(draft, problem=_with_teams(draft.problem, change, plan))
    meant = resolved(change, draft.problem)
    return meant, _STEPS[type(meant)](draft, meant)


def _with_teams(problem: Problem, change: Change, plan: Plan | None) -> Problem:
    """Rows of Tim for teams the change names and only the plan has."""
    known = {team.id for team in problem.teams}
    asked = _names(change)
    new = tuple(
        Team(t.id, t.name or t.id, t.unit, t.seat, t.coordinator, t.kind, TeamStatus.PROPOSED)
        for t in (plan.teams if plan is not None else ())
        if t.id not in known and asked & {t.id, t.name}
    )
    return replace(problem, teams=(*problem.teams, *new)) if new else problem


def _names(change: Change) -> set[str]:
    """Every text a change is made of."""
    values = (getattr(change, field) for field in type(change).__dataclass_fields__)
    return {
        text
        for value in values
        for text in (value if isinstance(value, tuple) else (value,))
        if isinstance(text, str) and text
    }


def _makes(change: Change) -> set[str]:
    """Ids a change would have brought."""
    match change:
        case PersonArrives():
            return {change.employee}
        case PackageAdded():
            return {change.package}
        case TeamSplit():
            return {change.new}
    return set()


def _rules(
    draft: Draft, before: Ruleset, problem: Problem, changes: Sequence[Change], faults: list[Fault]
) -> Ruleset | None:
    """The rules for the changed problem, with what the changes ask of law and aims; None with a fault told."""
    chosen = any(isinstance(change, ProfileChosen) for change in changes)
    id = limits.problem_profile(draft.problem) if chosen else before.profile.id
    found = ruleset(draft.problem, id)
    if not chosen:
        pristine = ruleset(problem, before.profile.id).profile
        found = replace(found, profile=aims.carried(before.profile, pristine, found.profile))
    numbers: dict[tuple[str, str], int | str | date | None] = {
        (c.rule, c.name): c.value for c in before.changed
    }
    numbers |= {(rule, name): value for rule, name, value in draft.law}
    for (rule, name), value in numbers.items():
        if value is not None:
            found = with_rule_value(found, rule, name, value)
    profile: Profile = found.profile
    for place, change in enumerate(changes, start=1):
        try:
            if isinstance(change, WeightChanged):
                profile = aims.weighed(profile, change)
            elif isinstance(change, TiersOrdered):
                profile = aims.ordered(profile, change)
        except Unreadable as wrong:
            faults.append(Fault(place, as_text(change), wrong.message))
    return None if faults else replace(found, profile=profile)


_STEPS: dict[type[Change], _Step] = {
    PersonLeaves: people.leaves,
    PersonArrives: people.arrives,
    AvailabilityChanged: people.availability_changed,
    PackageAdded: work.added,
    PackageDropped: work.dropped,
    VolumeChanged: work.volume_changed,
    NormChanged: work.norm_changed,
    LimitChanged: limits.limit_changed,
    EffectiveHoursChanged: limits.effective_hours_changed,
    LockAdded: locks.lock_added,
    LockLifted: locks.lock_lifted,
    LoanGranted: locks.granted,
    LoanRefused: locks.refused,
    ProfileChosen: limits.profile_chosen,
    TeamsMerged: teams.merged,
    TeamSplit: teams.split,
    ReadingSwitched: limits.reading_switched,
}
