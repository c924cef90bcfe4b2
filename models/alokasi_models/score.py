"""The objective, recomputed from a plan by plain whole-number arithmetic.

The exact definition of each term is the docstring of its function in `alokasi_models.terms`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from alokasi_models.aims import Aims, aims
from alokasi_models.ledger import Ledger, ledger
from alokasi_models.packs import Ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem
from alokasi_models.terms import people, teams, work

Term = Callable[[Aims, Ledger], int]

TERMS: Mapping[str, Term] = {
    "kurang_jam": work.unmet_minutes,
    "kompetensi_wajib": work.missing_competence,
    "ketua_pemilik": teams.foreign_leads,
    "penguasaan_ketua": teams.lead_mastery,
    "beban_orang": people.person_load,
    "beban_tim": people.team_load,
    "selisih_jam_tim": teams.hours_apart,
    "isi_tim": work.team_unmet,
    "kecocokan": work.misfit,
    "kohesi_rumpun": teams.theme_cohesion,
    "arah_karier": work.career,
    "harapan": people.wishes,
    "perubahan": people.changes,
    "jumlah_tim": teams.teams_formed,
    "lintas_kedudukan": people.away_from_seat,
    "rangkap": people.second_seats,
    "ukuran_tim": teams.team_sizes,
    "tim_semua_unit": people.many_teams,
}


@dataclass(frozen=True, slots=True)
class TierScore:
    """A tier of the profile. `value` is the weighted sum it minimises; `terms`: (name, value in its unit)."""

    name: str
    value: int
    terms: tuple[tuple[str, int], ...]


def score(problem: Problem, plan: Plan, ruleset: Ruleset, prepared: Aims | None = None) -> dict[str, int]:
    """Every term of TERMS, whether the profile uses it or not. `prepared` saves deriving the coefficients."""
    coefficients = prepared or aims(problem, ruleset)
    entries = ledger(plan)
    return {name: term(coefficients, entries) for name, term in TERMS.items()}


def tier_values(
    problem: Problem, plan: Plan, ruleset: Ruleset, prepared: Aims | None = None
) -> tuple[TierScore, ...]:
    """The profile's tiers in order; comparing the values in order compares two plans of one workbook."""
    values = score(problem, plan, ruleset, prepared)
    return tuple(
        TierScore(
            name=tier.name,
            value=sum(term.weight * values[term.name] for term in tier.terms),
            terms=tuple((term.name, values[term.name]) for term in tier.terms),
        )
        for tier in ruleset.profile.tiers
    )
