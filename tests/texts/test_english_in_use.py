"""No Indonesian sentence reaches an English page: what is looked up while a report is made is in the
catalogue.
"""

from __future__ import annotations

import gettext
import re
from datetime import date

import pytest

from alokasi.examples import example
from alokasi.report import render
from alokasi.results import Result, evaluate
from alokasi.solve import Limits, solve
from alokasi.texts import catalogue
from alokasi_models.decree import decree_plan
from alokasi_models.packs import ruleset
from alokasi_models.problem import Problem

ON = date(2026, 11, 2)
PLACE = re.compile(r"{[^}]*}")


class Missing(gettext.NullTranslations):
    """Stands behind the catalogue and keeps what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return message


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> Missing:
    catalogue._catalogue.cache_clear()
    english = catalogue._catalogue("en")
    spy = Missing()
    english.add_fallback(spy)
    monkeypatch.setattr(catalogue, "_catalogue", lambda lang: english)
    return spy


def solved(problem: Problem) -> Result:
    rules = ruleset(problem)
    outcome = solve(problem, rules, Limits(seconds=1))
    return evaluate(problem, rules, outcome.plan, outcome, ON)


def in_force(problem: Problem) -> Result:
    return evaluate(problem, ruleset(problem), decree_plan(problem), on=ON)


@pytest.mark.parametrize(
    ("judged", "pattern"),
    [(solved, "2"), (solved, "4"), *((in_force, pattern) for pattern in ("1", "2", "4", "6"))],
)
def test_every_sentence_of_an_english_report_is_in_the_catalogue(missing, judged, pattern):
    render(judged(example(pattern)), "en")
    assert sorted(text for text in missing.asked if any(map(str.isalpha, PLACE.sub("", text)))) == []
