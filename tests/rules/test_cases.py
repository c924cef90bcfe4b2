"""The worked cases of the pack: every clause lawful, broken, at the limit and not applicable, judged as written."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from case_faults import faults, sentences
from case_notation import Case, cases, policy_cases, without_case

from alokasi.rules import Audit
from alokasi_models.law import Kind
from alokasi_models.norms import Policy
from alokasi_models.packs import norm, pack

CASES = tuple(cases())
OF_POLICY = tuple(policy_cases())
LAW = pack()
KEPT = {  # how a clause of a kind looks where nothing is wrong
    Kind.HARD: "terpenuhi",
    Kind.PROCEDURE: "terpenuhi",
    Kind.SOFT: "dipertimbangkan",
    Kind.OPTION: "keterangan",
    Kind.BACKGROUND: "keterangan",
    Kind.DELEGATED: "diatur peraturan lain",
}
OF_THE_AIMS_ALONE = {"A12"}  # how strong a preference is: no verdict depends on it
LAWFUL, BROKEN, AT_LIMIT, NOT_APPLICABLE = KINDS = ("sah", "melanggar", "batas", "tidak berlaku")


def statuses() -> dict[str, set[str]]:
    """Clause -> every status a case expects of it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for case in CASES:
        for clause, status in case.expected.items():
            found[clause].add(status)
    return found


def shown() -> dict[str, set[str]]:
    """Clause -> kinds of cases it has."""
    found: dict[str, set[str]] = {}
    for clause, seen in statuses().items():
        rule = LAW.rules[clause]
        kinds = {
            LAWFUL: bool(seen & {KEPT[kind] for kind in (rule.kind, *rule.also)}),
            BROKEN: "tidak terpenuhi" in seen,
            AT_LIMIT: any(clause in case.at_limit for case in CASES),
            NOT_APPLICABLE: "tidak berlaku" in seen,
        }
        found[clause] = {kind for kind, has in kinds.items() if has}
    return found


@pytest.mark.parametrize("case", CASES + OF_POLICY, ids=lambda case: case.id)
def test_a_worked_case_is_judged_as_its_authors_say(case: Case):
    assert faults(case, case.audit()) == []


def test_a_case_says_what_it_is_and_why():
    for case in CASES + OF_POLICY:
        reason = str(case.fields["sebab"])
        assert reason.endswith("."), case.id
        assert len(reason.split()) >= 5, case.id
        assert set(case.at_limit) <= set(case.expected), case.id
    assert [
        title for title, count in Counter(case.title for case in CASES + OF_POLICY).items() if count > 1
    ] == []


def test_every_clause_has_cases_of_all_four_kinds_or_a_reason_why_not():
    kinds = shown()
    excused = {(row.kind, clause) for row in without_case() for clause in row.clauses}
    missing = {(kind, clause) for clause in LAW.rules for kind in KINDS if kind not in kinds[clause]}
    assert missing - excused == set()
    assert excused - missing == set(), "a reason for what there is"


@pytest.mark.parametrize("limit", norm().policies.values(), ids=lambda limit: limit.id)
def test_every_limit_of_policy_has_cases_within_beyond_and_at_it(limit: Policy):
    """A limit that is weighed is neither met nor broken: its cases say who is named."""
    seen = {case.expected[limit.id] for case in OF_POLICY if limit.id in case.expected}
    bound = {"terpenuhi", "tidak terpenuhi"} if limit.hard else set()
    assert seen == {"dipertimbangkan", "perlu keputusan", "tidak berlaku"} | bound
    assert any(limit.id in case.at_limit for case in OF_POLICY)


def test_where_a_kind_cannot_exist_a_case_shows_what_stands_in_its_place():
    seen = statuses()
    for row in without_case():
        assert row.reason.endswith(".")
        for clause in row.clauses if row.instead else ():
            assert row.instead in seen[clause], (clause, row.instead)


@pytest.mark.parametrize("reading", [r for r in LAW.readings.values() if r.switchable], ids=lambda r: r.id)
def test_a_case_shows_each_side_of_a_reading_that_can_be_switched(reading):
    """One case under the alternative whose verdicts are others under the default."""
    (alternative,) = (value for value, _ in reading.options if value != reading.default)
    switched = [case for case in CASES if case.fields.get("bacaan", {}).get(reading.id) == alternative]
    differ = [
        _told(case.audit(), case) != _told(case.audit(**{reading.id: reading.default}), case)
        for case in switched
    ]
    assert differ
    assert any(differ) is (reading.id not in OF_THE_AIMS_ALONE)


def _told(audit: Audit, case: Case) -> list[object]:
    return [(str(audit.verdict(clause).status), sentences(audit.verdict(clause))) for clause in case.expected]
