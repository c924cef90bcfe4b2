"""The regulation, the policy norms and the objectives for one workbook: law and policy are data, not code.

`ruleset(problem)` is the one door: the pack, the norm and a profile with the workbook's sheet Setelan.
The audit and the solver both start from a `Ruleset`, and share nothing after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from alokasi_models.frozen import FrozenMap
from alokasi_models.law import Encoding, Kind, Pack, Pattern, Reading, Rule, Text, Value
from alokasi_models.loading import DEFAULT_PROFILE, REGULATION, norm, pack, profile, profile_names, root
from alokasi_models.norms import EffectClass, Norm, Policy, Profile, Rounding, Term, Tier, effective_hours
from alokasi_models.problem import Problem, Setting
from alokasi_models.settings import PROFILE, SettingError, setting_errors, with_setting

__all__ = [
    "DEFAULT_PROFILE",
    "REGULATION",
    "EffectClass",
    "Encoding",
    "Kind",
    "Norm",
    "Pack",
    "Pattern",
    "Policy",
    "Profile",
    "Reading",
    "Rounding",
    "Rule",
    "RuleChange",
    "Ruleset",
    "SettingError",
    "Term",
    "Text",
    "Tier",
    "effective_hours",
    "norm",
    "pack",
    "profile",
    "profile_names",
    "root",
    "ruleset",
    "setting_errors",
    "with_rule_value",
]


ASSUMED = Text("Diandaikan, bukan peraturan: ", "Assumed, not the regulation: ")


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A value of the regulation replaced for a what-if: every output must say it is not the regulation."""

    rule: str
    name: str
    law: Value
    value: Value


@dataclass(frozen=True, slots=True)
class Ruleset:
    """The law, the readings in force, the policy and the objectives for one workbook."""

    pack: Pack
    norm: Norm
    profile: Profile
    readings: FrozenMap[str]  # A.. -> value in force
    decisions: FrozenMap[Setting] = field(
        default_factory=FrozenMap
    )  # K.. -> who decided, when, by which letter
    settings: tuple[Setting, ...] = ()
    changed: tuple[RuleChange, ...] = ()  # what is no longer the regulation

    def rule(self, id: str) -> Rule:
        return self.pack.rules[id]

    def policy(self, id: str) -> Policy:
        return self.norm.policies[id]

    def reads(self, reading: str, value: str) -> bool:
        """Whether a reading is in force with this value. KeyError for a value the pack does not know."""
        options = {option for option, _ in self.pack.readings[reading].options}
        if value not in options:
            raise KeyError(f"{reading} has no reading {value!r}")
        return self.readings[reading] == value


def ruleset(problem: Problem, profile_id: str | None = None) -> Ruleset:
    """The pack, norm and profile with the workbook's settings applied.

    `profile_id` (from the command line) wins over the profile in Setelan; KeyError where none is so named.
    Raises SettingError for the first row that cannot be applied; `setting_errors` gives all.
    """
    errors = setting_errors(problem)
    if errors:
        raise errors[0]
    law, policy = pack(), norm()
    readings = {id: reading.default for id, reading in law.readings.items()}
    decisions: dict[str, Setting] = {}
    chosen = DEFAULT_PROFILE
    for setting in problem.settings:
        if setting.name in readings:
            readings[setting.name] = setting.value
        elif setting.name in law.rules:
            decisions[setting.name] = setting
        elif setting.name == PROFILE:
            chosen = setting.value
        else:
            policy = with_setting(policy, setting)
    objectives = profile(profile_id or chosen)
    if readings["A12"] == "bobot":
        objectives = _owner_lead_as_weight(objectives)
    if readings["A32"] == "jam_tim":
        objectives = _with_term(objectives, "beban_tim", "selisih_jam_tim")
    return Ruleset(
        pack=_read_differently(law, readings),
        norm=policy,
        profile=objectives,
        readings=FrozenMap(readings),
        decisions=FrozenMap(decisions),
        settings=problem.settings,
    )


def with_rule_value(ruleset: Ruleset, rule_id: str, name: str, value: Value) -> Ruleset:
    """A copy with one value of a clause replaced, noted in `changed` and said in its statement; putting the law's value
    back clears it.

    KeyError for a clause or value the pack does not have; ValueError for another type or below zero.
    """
    rule = ruleset.rule(rule_id)
    if type(value) is not type(rule.values[name]) or (isinstance(value, int) and value < 0):
        raise ValueError(f"{rule_id}.{name} cannot be {value!r}")
    same = [c for c in ruleset.changed if (c.rule, c.name) == (rule_id, name)]
    others = tuple(c for c in ruleset.changed if c not in same)
    law = same[0].law if same else rule.values[name]
    noted = () if value == law else (RuleChange(rule_id, name, law, value),)
    changed = (*others, *noted)
    law_pack = _with_values(ruleset.pack, {rule_id: {name: value}})
    stated = _stated(law_pack.rules[rule_id], any(change.rule == rule_id for change in changed))
    rules = law_pack.rules.having(**{rule_id: stated})
    return replace(ruleset, pack=replace(law_pack, rules=rules), changed=changed)


def _stated(rule: Rule, assumed: bool) -> Rule:
    """What a clause asks begins with a word of warning where a number in it is not the regulation's."""
    wording = Text(rule.wording.id.removeprefix(ASSUMED.id), rule.wording.en.removeprefix(ASSUMED.en))
    return replace(
        rule, wording=Text(ASSUMED.id + wording.id, ASSUMED.en + wording.en) if assumed else wording
    )


def _read_differently(law: Pack, readings: Mapping[str, str]) -> Pack:
    """The pack with the values the readings in force give to clauses (A14: how many people make a team)."""
    for id, option in readings.items():
        law = _with_values(law, law.readings[id].changes.get(option, {}))
    return law


def _owner_lead_as_weight(objectives: Profile) -> Profile:
    """Reading A12 `bobot`: the lead from the owner unit becomes one weight in another tier of the profile."""
    place = objectives.parameters["owner_lead"]
    moved = Term("ketua_pemilik", place["weight"])
    tiers = []
    for tier in objectives.tiers:
        terms = tuple(term for term in tier.terms if term.name != moved.name)
        tiers.append(replace(tier, terms=(*terms, moved) if tier.name == place["tier"] else terms))
    return replace(objectives, tiers=tuple(tiers))


def _with_term(objectives: Profile, old: str, new: str) -> Profile:
    """Reading A32 `jam_tim`: teams are balanced by their hours, in the place and with the weight of their load."""
    return replace(
        objectives,
        tiers=tuple(
            replace(
                tier,
                terms=tuple(replace(term, name=new) if term.name == old else term for term in tier.terms),
            )
            for tier in objectives.tiers
        ),
    )


def _with_values(law: Pack, values: Mapping[str, Mapping[str, Value]]) -> Pack:
    rules = {
        id: replace(law.rules[id], values=law.rules[id].values.having(**new)) for id, new in values.items()
    }
    return replace(law, rules=law.rules.having(**rules)) if rules else law
