"""A check taken out, or a number of the law moved by one, is seen by a worked case: no clause is judged for show."""

from __future__ import annotations

from collections import defaultdict

import pytest
from case_faults import faults
from case_notation import ON, Case, cases
from test_cases import KEPT

from alokasi.rules import CHECKS, Verdict, VerdictStatus, audit
from alokasi.rules.judging import verdict
from alokasi.rules.view import View
from alokasi.texts import Message
from alokasi_models.law import Rule
from alokasi_models.packs import pack, ruleset, with_rule_value

LAW = pack()
ABOUT: defaultdict[str, list[Case]] = defaultdict(list)
for case in cases():
    for clause in case.expected:
        ABOUT[clause].append(case)

NUMBERS = [
    (rule.id, name)
    for rule in LAW.rules.values()
    for name, value in rule.values.items()
    if isinstance(value, int)
]
STEPS = {"month": -1, "day": -1, "ends_day": -1, "ends_month": -2}  # other dates there are
# Said in the statement of the clause, with nothing to count: all of it is asked.
SAID_ONLY = {("K066", "sources"), ("K067", "coverage_percent"), ("K116", "times_a_year")}


def nothing_wrong(rule: Rule, view: View) -> Verdict:
    """A check that is content with whatever it is shown."""
    return verdict(rule, view, VerdictStatus(KEPT[rule.kind]), Message.of("Tidak diperiksa."))


@pytest.mark.parametrize("clause", LAW.rules)
def test_a_check_taken_out_is_seen(clause: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(CHECKS, clause, nothing_wrong)
    assert any(faults(case, case.audit()) for case in ABOUT[clause])


@pytest.mark.parametrize(("clause", "name"), [place for place in NUMBERS if place not in SAID_ONLY])
def test_a_number_moved_by_one_is_seen(clause: str, name: str):
    assert any(_differs(case, clause, name, STEPS.get(name, 1)) for case in ABOUT[clause])


def _differs(case: Case, clause: str, name: str, step: int) -> bool:
    problem = case.problem()
    law = ruleset(problem)
    loose = with_rule_value(law, clause, name, law.rule(clause).number(name) + step)
    return bool(faults(case, audit(problem, case.plan(), loose, case.fields.get("tanggal", ON))))
