"""Rows of Setelan: decisions with who, when and by which letter; readings; and what-ifs on a clause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from lawful import ON, lawful

from alokasi.rules import Audit, VerdictStatus, audit
from alokasi.texts import wording
from alokasi_models.packs import ruleset, with_rule_value
from alokasi_models.problem import Problem, Setting
from builders import LEAD, formed, package, people, plan, problem, seat, work

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
    assert wording(found.evidence) == "Tim langsung di bawah Kepala: 10 dari paling banyak 9."
    assert (found.findings[0].found, found.findings[0].limit) == (10, 9)
