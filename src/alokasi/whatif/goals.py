"""What least change means: as much work and competence as before where that can be, then the fewest seats changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from alokasi_models.law import Text
from alokasi_models.norms import Profile, Term, Tier
from alokasi_models.packs import Ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem
from alokasi_models.score import score

WORK = Tier("kerja_seperti_semula", Text("", ""), (Term("kurang_jam", 1),))
SKILL = Tier("kompetensi_seperti_semula", Text("", ""), (Term("kompetensi_wajib", 1),))
SEATS = Tier("kursi_berubah", Text("", ""), (Term("perubahan", 1),))


@dataclass(frozen=True, slots=True)
class Goals:
    """Values of the plan asked about, in the units of the terms: later ones may be worse only where they must."""

    unmet: int
    missing: int


def goals_of(problem: Problem, plan: Plan, rules: Ruleset) -> Goals:
    values = score(problem, plan, rules)
    return Goals(values["kurang_jam"], values["kompetensi_wajib"])


def least_change(rules: Ruleset) -> Ruleset:
    """The rules with the aims of a what-if before their own; change is measured once, before all but the goals."""
    own = (
        replace(tier, terms=tuple(term for term in tier.terms if term.name != "perubahan"))
        for tier in rules.profile.tiers
    )
    tiers = (WORK, SKILL, SEATS, *(tier for tier in own if tier.terms))
    return replace(rules, profile=replace(rules.profile, tiers=tiers))


def by_aims(rules: Ruleset) -> Ruleset:
    """The rules as they are where the aims themselves were changed: what differs from before comes last."""
    profile: Profile = rules.profile
    if any(term.name == "perubahan" for tier in profile.tiers for term in tier.terms):
        return rules
    return replace(rules, profile=replace(profile, tiers=(*profile.tiers, SEATS)))
