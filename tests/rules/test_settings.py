"""Rows of Setelan: decisions with who, when and by which letter; readings; and what-ifs on a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from case_notation import Case, cases
from lawful import ON, lawful

from alokasi.rules import Audit, VerdictStatus, audit
from alokasi.texts import wording
from alokasi_models.packs import pack, ruleset, with_rule_value
from alokasi_models.problem import Indicator, Problem, Setting, TargetSource
from builders import LEAD, formed, package, people, plan, problem, seat, setting, unit, work

CASES = tuple(cases())

PLAN = plan(
    (formed("t"),), (seat("t", "a", LEAD, 100), seat("t", "b", hours=100)), (work("w", "t", "a", 100),)
)
DECIDED = Setting("K110", "ditetapkan", "rapat pimpinan.", "Direktur Jenderal", date(2026, 11, 20), "KEP-31")


def judged(*settings: Setting) -> Audit:
    of: Problem = problem(people("a", "b"), (package("w"),), settings=settings)
    return audit(of, PLAN, ruleset(of), ON)


def test_a_decision_is_evidence_with_who_when_and_by_which_letter():
    found = judged(DECIDED).verdict("K110")
    assert found.status is VerdictStatus.MET
    assert wording(found.evidence) == (
        "Diputuskan Direktur Jenderal, 20 November 2026, surat KEP-31: ditetapkan. Alasan: rapat pimpinan."
    )
    assert wording(found.decided_by) == ""


def test_a_decision_without_date_and_letter_names_who_decided():
    found = judged(replace(DECIDED, decided_on=None, letter="")).verdict("K110")
    assert wording(found.evidence).startswith("Diputuskan Direktur Jenderal: ditetapkan.")


@pytest.mark.parametrize("missing", [{"decided_by": ""}, {"value": "Belum"}, {"value": "ditolak"}])
def test_nobody_named_or_not_yet_decides_nothing(missing: dict[str, str]):
    assert judged(replace(DECIDED, **missing)).verdict("K110").status is VerdictStatus.DECISION


def test_a_duty_that_lasts_all_year_can_be_shown_by_a_row_of_setelan():
    found = judged(replace(DECIDED, name="K170")).verdict("K170")
    assert found.status is VerdictStatus.MET


def test_a_decision_on_a_weighed_factor_is_weighed_not_met():
    assert judged(replace(DECIDED, name="K078")).verdict("K078").status is VerdictStatus.WEIGHED


def test_a_decision_does_not_touch_what_is_met_broken_or_not_applicable():
    base = lawful("2")
    third = replace(base.plan, seats=(*base.plan.seats, seat("T3", base.twice)))
    decided = tuple(replace(DECIDED, name=name) for name in ("K103", "K083", "K087"))
    of = replace(base.problem, settings=decided)
    found = audit(of, third, ruleset(of), ON)
    assert [found.verdict(rule).status for rule in ("K103", "K083", "K087")] == [
        VerdictStatus.NOT_MET,
        VerdictStatus.MET,
        VerdictStatus.NOT_APPLICABLE,
    ]


def test_a_what_if_on_a_clause_is_judged_by_its_new_number():
    base = lawful("2")
    changed = with_rule_value(ruleset(base.problem), "K083", "limit", 9)
    found = audit(base.problem, base.plan, changed, ON).verdict("K083")
    assert found.status is VerdictStatus.NOT_MET
    assert wording(found.evidence) == (
        "Bukan peraturan: batas diandaikan 9 (10), dalam kurung menurut peraturan. "
        "Tim langsung di bawah Kepala: 10 dari paling banyak 9."
    )
    assert (found.findings[0].found, found.findings[0].limit) == (10, 9)


READING_IDS = [reading.id for reading in pack().readings.values() if reading.switchable]
AUDITS = {case.id: case.audit() for case in CASES}


@pytest.mark.parametrize("id", READING_IDS)
def test_a_reading_moves_only_the_clauses_that_rest_on_it(id: str):
    """In a third of the worked cases of the pack, whatever they are about."""
    moves_only_its_own(id, CASES[READING_IDS.index(id) % 3 :: 3])


@pytest.mark.long
@pytest.mark.parametrize("id", READING_IDS)
def test_a_reading_moves_only_the_clauses_that_rest_on_it_in_every_case(id: str):
    moves_only_its_own(id, CASES)


def moves_only_its_own(id: str, among: Sequence[Case]) -> None:
    reading = pack().readings[id]
    for case in among:
        in_force = case.fields.get("bacaan", {}).get(id, reading.default)
        (other,) = (value for value, _ in reading.options if value != in_force)
        moved = moved_clauses(AUDITS[case.id], case.audit(**{id: other}))
        assert moved <= set(reading.rules), case.id


@pytest.mark.parametrize(
    ("name", "value", "moved"),
    [
        ("P01", "101", {"P01"}),
        ("P02", "20", {"P02"}),
        ("P03", "20", {"P03"}),
        ("P04", "4", set()),  # weighed, whatever the number
        ("P04A", "4", set()),
        ("P05", "1", set()),
        ("pembulatan", "ke_atas", set()),
        ("profil", "acuan", set()),
        ("jam_efektif", "900", {"P01"}),
    ],
)
def test_a_limit_a_norm_or_a_profile_moves_no_clause(name: str, value: str, moved: set[str]):
    of = problem(
        people("a", "b", "c"),
        (package("w", 5000),),
        units=(unit(effective_hours=None),),
        indicators=(Indicator("ik", "Target", "u", TargetSource.AGREEMENT),),
    )
    by = plan(
        (formed("t"),),
        (seat("t", "a", LEAD, 300, 125), seat("t", "b", hours=1300), seat("t", "c", hours=200)),
        (work("w", "t", "a", 300), work("w", "t", "b", 1300), work("w", "t", "c", 200)),
    )
    changed = replace(of, settings=(setting(name, value),))
    assert moved_clauses(audit(of, by, ruleset(of), ON), audit(changed, by, ruleset(changed), ON)) == moved


@pytest.mark.parametrize("clause", ["K110", "K078", "K067", "K006", "K103"])
def test_a_decided_clause_moves_no_other(clause: str):
    moved = moved_clauses(judged(), judged(replace(DECIDED, name=clause)))
    assert moved <= {clause}


def moved_clauses(before: Audit, after: Audit) -> set[str]:
    return {
        was.rule
        for was, now in zip(before.verdicts, after.verdicts, strict=True)
        if was.status is not now.status
    }
