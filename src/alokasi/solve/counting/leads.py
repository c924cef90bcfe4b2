"""Is there a ketua for every team that must have one? A matching of teams to those who may lead them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from alokasi.solve.counting.case import Case, reason
from alokasi.solve.counting.hours import without_time_for_duty
from alokasi.solve.counting.matching import Shortage, shortage
from alokasi.texts import Message
from alokasi_models.plan import Reason
from alokasi_models.problem import LockKind, Team
from alokasi_models.structure import lead_scope


def leads(case: Case) -> Iterator[Reason]:
    """K091, K101 and, where the time for the lead's roles is what lacks, P03."""
    if not case.known("employees", "loans", "locks"):
        return
    locked = _locked_leads(case)
    busy = without_time_for_duty(case)
    scopes: defaultdict[str, list[Team]] = defaultdict(list)
    for team in case.formed:
        if case.who.lead_count(team)[0] > 0 and locked.get(team.id) != "":
            scopes[lead_scope(team.unit, case.ruleset)].append(team)
    for _, teams in sorted(scopes.items()):
        may_lead = {team.id: _candidates(case, team, locked) for team in teams}
        short = _shortage(case, may_lead)
        if short is not None:
            yield _without_lead(case, short) if not short.people else _too_few(case, short)
            continue
        short = _shortage(case, {id: who if id in locked else who - busy for id, who in may_lead.items()})
        if short is not None:
            eligible = frozenset().union(*(may_lead[team] for team in short.demands))
            yield _without_time(case, short, eligible & busy)


def _locked_leads(case: Case) -> dict[str, str]:
    """Team -> its ketua by lock; "" where locks contradict each other or the clause, which is told apart."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    led: Counter[tuple[str, str]] = Counter()
    for lock in case.locks(LockKind.LEAD):
        if lock.employee not in named[lock.team]:
            named[lock.team].add(lock.employee)
            led[lock.employee, lead_scope(case.teams[lock.team].unit, case.ruleset)] += 1
    limit = case.ruleset.rule("K101").number("limit")
    locked = {}
    for id, people in named.items():
        person, team = next(iter(people)), case.teams[id]
        once = led[person, lead_scope(team.unit, case.ruleset)] <= limit
        locked[id] = person if len(people) == 1 and once and person in case.who.leads(team) else ""
    return locked


def _candidates(case: Case, team: Team, locked: Mapping[str, str]) -> frozenset[str]:
    return frozenset({locked[team.id]}) if team.id in locked else case.who.leads(team)


def _shortage(case: Case, may_lead: Mapping[str, frozenset[str]]) -> Shortage | None:
    limit = case.ruleset.rule("K101").number("limit")
    people = {id for candidates in may_lead.values() for id in candidates}
    return shortage(dict.fromkeys(may_lead, 1), may_lead, dict.fromkeys(people, limit))


def _without_lead(case: Case, short: Shortage) -> Reason:
    return reason(
        "K091",
        Message.of(
            "{tim} harus diketuai seorang JF Keahlian, tetapi tidak ada yang memenuhi syarat.",
            tim=case.names(short.demands),
        ),
        short.demands,
    )


def _too_few(case: Case, short: Shortage) -> Reason:
    return reason(
        "K101",
        Message.of(
            "{n} tim masing-masing butuh seorang ketua ({tim}), tetapi yang dapat mengetuainya hanya "
            "{tersedia} orang: {orang}.",
            n=short.needed,
            tim=case.names(short.demands),
            tersedia=short.available,
            orang=case.names(short.people),
        ),
        (*short.demands, *short.people),
    )


def _without_time(case: Case, short: Shortage, people: frozenset[str]) -> Reason:
    return reason(
        "P03",
        Message.of(
            "{n} tim butuh ketua ({tim}); yang memenuhi syarat dan masih punya waktu untuk peran ketua {tersedia} "
            "orang. Tanpa waktu lagi: {orang}.",
            n=short.needed,
            tim=case.names(short.demands),
            tersedia=short.available,
            orang=case.names(people),
        ),
        (*short.demands, *sorted(people)),
    )
