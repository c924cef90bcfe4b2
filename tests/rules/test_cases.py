"""The worked cases of the pack: lawful, broken, at the limit, not applicable."""

from __future__ import annotations

import pytest
from case_notation import Case, cases

from alokasi.texts import wording
from alokasi_models.packs import pack

CASES = tuple(cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_worked_case_is_judged_as_its_authors_say(case: Case):
    audit = case.audit()
    found = {rule: str(audit.verdict(rule).status) for rule in case.fields["hasil"]}
    assert found == case.fields["hasil"]
    named = {id for rule in found for finding in audit.verdict(rule).findings for id in finding.ids}
    assert set(case.fields.get("menyebut", [])) <= named
    said = " ".join(wording(audit.verdict(rule).evidence) for rule in found)
    assert all(words in said for words in case.fields.get("bukti", []))


def test_every_hard_clause_kept_by_the_solver_has_a_case_for_and_one_against():
    wanted = {rule.id for rule in pack().rules.values() if rule.hard and rule.decides}
    kept = {r for case in CASES for r, status in case.fields["hasil"].items() if status == "terpenuhi"}
    broken = {
        r for case in CASES for r, status in case.fields["hasil"].items() if status == "tidak terpenuhi"
    }
    assert wanted - kept == set()
    assert wanted - broken == set()


def test_every_reading_with_an_alternative_has_a_case_that_switches_it():
    switchable = {reading.id for reading in pack().readings.values() if reading.switchable}
    switched = {reading for case in CASES for reading in case.fields.get("bacaan", {})}
    assert switchable - switched == set()
