"""The regulation, the norms and the profiles as data: complete, in two languages, and consistent with themselves."""

from __future__ import annotations

import pickle
import re
from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal

import pytest

from alokasi_models.law import Kind, Pattern, Rule
from alokasi_models.packs import norm, pack, profile, profile_names, ruleset, with_rule_value
from alokasi_models.problem import Problem, Setting, Unit, UnitKind

LAW = pack()
RULES = tuple(LAW.rules.values())


def numbered(*ranges: tuple[int, int]) -> list[str]:
    return [f"K{number:03d}" for first, last in ranges for number in range(first, last + 1)]


CLAUSES = {
    *numbered(
        (0, 11), (20, 52), (60, 87), (90, 105), (110, 126), (130, 146), (150, 153), (160, 162), (170, 171)
    ),
    *("K070a", "K077a", "K122a"),
}

READINGS = {
    "A1": ["per_pejabat", "jumlah_unit"],
    "A2": ["terpisah", "dihitung_semua"],
    "A3": ["tiga", "empat"],
    "A4": ["tidak", "boleh"],
    "A5": ["koordinator"],
    "A6": ["tidak", "boleh"],
    "A7": ["seluruh_unit", "tiap_unit"],
    "A8": ["tidak_dihitung", "dihitung"],
    "A9": ["semua_unit", "per_unit"],
    "A10": ["semua", "minimal_muda"],
    "A11": ["lunak", "keras"],
    "A12": ["utamakan", "bobot"],
    "A13": ["dua_persetujuan"],
    "A14": ["dua", "satu"],
    "A15": ["staf_sendiri", "seluruh_unit"],
    "A16": ["satu", "paling_sedikit_satu"],
    "A16b": ["akhir_november"],
    "A17": ["salinan"],
    "A18": ["putuskan_dulu"],
    "A19": ["bagan"],
    "A20": ["perubahan"],
    "A21": ["bukan_anggota", "anggota"],
    "A22": ["umum"],
    "A23": ["kelas_jabatan"],
    "A24": ["luar_unit"],
    "A25": ["saran", "ditegakkan"],
    "A26": ["administrator"],
    "A27": ["tidak"],
    "A28": ["ketua", "administrator_boleh"],
    "A29": ["boleh", "pns_saja"],
    "A30": ["seluruh_unit", "staf_langsung"],
    "A31": ["satu", "beberapa"],
    "A32": ["per_anggota", "jam_tim"],
}

ONE_LIMIT_TWICE = [
    {"K026", "K038", "K042", "K084"},
    {"K043", "K086"},
    {"K006", "K009", "K027", "K030", "K035", "K039", "K044", "K047"},
    {"K079", "K112"},
    {"K067", "K077"},
]

TERMS = {
    *("kurang_jam", "kompetensi_wajib", "ketua_pemilik", "penguasaan_ketua"),
    *("beban_orang", "beban_tim", "isi_tim", "kecocokan", "kohesi_rumpun", "arah_karier"),
    *("harapan", "perubahan", "jumlah_tim", "lintas_kedudukan", "rangkap", "ukuran_tim", "tim_semua_unit"),
}


def unit_with(*settings: Setting) -> Problem:
    return Problem((Unit("u", "Unit", UnitKind.PUSAT, 2026),), settings=settings)


def setting(name: str, value: str) -> Setting:
    return Setting(name, value, "uji")


# --- clauses ---


def test_every_clause_of_the_table_is_in_the_pack():
    assert set(LAW.rules) == CLAUSES


def test_clauses_stand_in_the_order_of_the_regulation():
    assert [rule.id for rule in RULES] == sorted(CLAUSES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_clause_is_told_in_two_languages_with_its_place(rule: Rule):
    assert rule.clause.startswith(("Lampiran", "Pasal"))
    assert rule.name
    assert len(rule.statement.id) > 20
    assert len(rule.statement.en) > 20
    assert rule.statement.id != rule.statement.en
    assert "{" not in rule.statement.id + rule.statement.en


def test_names_of_clauses_are_unique():
    assert len({rule.name for rule in RULES}) == len(RULES)


NAMED_NOT_COUNTED = re.compile(
    r"(Pola|[Pp]attern|Gambar|Figure) \d+( (dan|and) (Gambar|Figure) \d+)?"  # a name
    r"|\b[KAP]\d+[a-z]?\b"  # a code
    r"|\d+ (Januari|Desember|January|December)( \d{4})?"  # a date
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_number_in_a_statement_comes_from_the_values_of_the_clause(rule: Rule):
    for text in (rule.wording.id, rule.wording.en):
        assert not re.search(r"\d", NAMED_NOT_COUNTED.sub("", text)), text


@pytest.mark.parametrize("rule", [r for r in RULES if r.values], ids=lambda rule: rule.id)
def test_a_value_is_a_whole_number_a_word_or_a_date(rule: Rule):
    assert all(isinstance(value, int | str | date) for value in rule.values.values())


def test_the_limits_of_the_regulation():
    limits = {id: LAW.rules[id].number("limit") for id in LAW.rules if "limit" in LAW.rules[id].values}
    assert limits == {
        "K026": 3,
        "K034": 3,
        "K038": 3,
        "K042": 3,
        "K043": 4,
        "K083": 10,
        "K084": 3,
        "K085": 10,
        "K086": 4,
        "K087": 4,
        "K101": 1,
        "K103": 2,
    }


def test_a_word_is_not_a_number():
    with pytest.raises(TypeError, match=r"K091\.lowest_level"):
        LAW.rules["K091"].number("lowest_level")
    with pytest.raises(TypeError, match=r"K103\.limit"):
        LAW.rules["K103"].word("limit")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_whoever_must_decide_is_named(rule: Rule):
    somebody_decides = rule.hard or rule.kind in (Kind.PROCEDURE, Kind.DELEGATED, Kind.SOFT)
    assert bool(rule.decided_by.id) == bool(rule.decided_by.en) == somebody_decides
    assert rule.checked_by in ("program", "pejabat")


def test_every_clause_is_in_force_from_promulgation():
    assert {rule.valid_from for rule in RULES} == {LAW.valid_from} == {date(2024, 1, 24)}


def test_a_clause_of_the_upt_does_not_apply_to_a_central_unit():
    rule = LAW.rules["K086"]
    assert rule.applies(UnitKind.UPT, "5")
    assert rule.applies(UnitKind.UPT, "luar")
    assert not rule.applies(UnitKind.PUSAT, "5")
    assert not rule.applies(UnitKind.UPT, "6")
    assert not rule.applies(UnitKind.UPT, "")


def test_a_clause_without_places_applies_everywhere():
    assert LAW.rules["K103"].applies(UnitKind.UPT, "")


@pytest.mark.parametrize("group", ONE_LIMIT_TWICE, ids=lambda group: "+".join(sorted(group)))
def test_rows_that_state_one_limit_twice_are_linked(group: set[str]):
    assert all(LAW.linked(id) == group for id in group)


def test_links_are_mutual_and_name_known_clauses():
    for rule in RULES:
        for other in rule.same_as:
            assert rule.id in LAW.rules[other].same_as


def test_the_gaps_of_the_source_are_told():
    told = " ".join(gap.id for gap in LAW.gaps)
    assert "Gambar 1 sampai 10" in told
    assert "Pasal 1 sampai 4" in told
    assert all(gap.en for gap in LAW.gaps)


# --- readings ---


def test_the_readings_and_their_options_default_first():
    assert {id: [value for value, _ in reading.options] for id, reading in LAW.readings.items()} == READINGS


def test_a_reading_with_one_option_is_fixed():
    assert all(r.switchable == (len(r.options) > 1) for r in LAW.readings.values())


def test_readings_and_clauses_name_each_other():
    by_rule = {rule.id: set(rule.readings) for rule in RULES}
    by_reading = {id: {r.id for r in LAW.readings.values() if id in r.rules} for id in LAW.rules}
    assert by_rule == by_reading
    assert all(reading.rules for reading in LAW.readings.values())


def test_a_reading_is_told_in_two_languages():
    for reading in LAW.readings.values():
        for text in (reading.question, *(text for _, text in reading.options)):
            assert text.id
            assert text.en
            assert text.id != text.en or len(text.id) < 12


def test_a_reading_that_gives_a_number_changes_the_clause():
    assert ruleset(unit_with()).rule("K003").number("smallest") == 2
    assert ruleset(unit_with(setting("A14", "satu"))).rule("K003").number("smallest") == 1
    assert ruleset(unit_with(setting("A4", "boleh"))).rule("K034").number("limit_with_pengawas") == 3
    assert ruleset(unit_with(setting("A10", "minimal_muda"))).rule("K091").word("lowest_level") == "Ahli Muda"


def test_changes_by_a_reading_are_of_known_values():
    for reading in LAW.readings.values():
        options = [value for value, _ in reading.options]
        for option, rules in reading.changes.items():
            assert option in options[1:]
            for id, values in rules.items():
                assert id in reading.rules
                assert set(values) <= set(LAW.rules[id].values)


def test_a_reading_the_pack_does_not_know_is_refused():
    with pytest.raises(KeyError, match="A1 has no reading"):
        ruleset(unit_with()).reads("A1", "apa saja")


# --- patterns (structure and caps) ---

PRATAMA, ADMINISTRATOR, PENGAWAS = "PPT Pratama", "Administrator", "Pengawas"
EVERY_HOLDER = [PRATAMA, ADMINISTRATOR, PENGAWAS]
TABLE = {
    # id: kind, head, Administrators, Pengawas, holders, direct teams, per Administrator, Project Manager, plans
    "1": ("Pusat", PRATAMA, 1, 1, EVERY_HOLDER, 10, 3, PENGAWAS, False),
    "2": ("Pusat", PRATAMA, 0, 1, [PRATAMA, PENGAWAS], 10, None, PENGAWAS, False),
    "3": ("Pusat", PRATAMA, 3, 5, EVERY_HOLDER, 10, 3, PENGAWAS, True),
    "4": ("Pusat", PRATAMA, 2, 0, [PRATAMA, ADMINISTRATOR], 10, 3, ADMINISTRATOR, True),
    "5": ("Pusat", PRATAMA, 1, 0, [PRATAMA, ADMINISTRATOR], 10, 3, ADMINISTRATOR, False),
    "5-UPT": ("UPT", PRATAMA, 1, 0, [PRATAMA, ADMINISTRATOR], 10, 4, ADMINISTRATOR, False),
    "6": ("UPT", ADMINISTRATOR, None, 1, [ADMINISTRATOR, PENGAWAS], 4, None, PENGAWAS, False),
    "1-UPT": ("UPT", PRATAMA, 1, 1, EVERY_HOLDER, 10, 4, PENGAWAS, False),
    "2-UPT": ("UPT", PRATAMA, 0, 1, [PRATAMA, PENGAWAS], 10, None, PENGAWAS, False),
    "3-UPT": ("UPT", PRATAMA, 3, 5, EVERY_HOLDER, 10, 4, PENGAWAS, True),
    "4-UPT": ("UPT", PRATAMA, 2, 0, [PRATAMA, ADMINISTRATOR], 10, 4, ADMINISTRATOR, True),
    "luar": ("Pusat", PRATAMA, None, None, EVERY_HOLDER, 10, 3, None, False),
    "luar-UPT": ("UPT", PRATAMA, None, None, EVERY_HOLDER, 10, 4, None, False),
}


def limit(rule_id: str) -> int | None:
    return LAW.rules[rule_id].number("limit") if rule_id else None


@pytest.mark.parametrize("row", [p for p in LAW.patterns if p.optimised], ids=lambda row: row.id)
def test_the_structure_and_cap_table(row: Pattern):
    kind, head, administrators, pengawas, holders, direct, per_administrator, manager, plans = TABLE[row.id]
    assert row.kind == kind
    assert row.head == head
    assert (row.administrators, row.pengawas) == (administrators, pengawas)
    assert list(row.holders) == holders
    assert (limit(row.direct_cap), limit(row.administrator_cap)) == (direct, per_administrator)
    assert (row.manager, row.manager_plans) == (manager, plans)


def test_only_the_patterns_of_other_rules_are_not_planned():
    assert {p.id for p in LAW.patterns if p.optimised} == set(TABLE)
    others = {
        p.id: (p.head, p.scope, p.administrators, p.pengawas, p.pengawas_most)
        for p in LAW.patterns
        if not p.optimised
    }
    assert others == {
        "7": ("PPT Pratama", "pengawasan", None, None, None),
        "8": ("JF", "vokasi", 0, None, 2),
        "9": ("JF", "sekolah", 0, 1, None),
    }


def test_the_most_lawful_teams_of_each_pattern():
    most = {
        p.id: (limit(p.direct_cap) or 0) + (p.administrators or 0) * (limit(p.administrator_cap) or 0)
        for p in LAW.patterns
        if p.id in ("1", "2", "4", "5", "5-UPT", "6")
    }
    assert most == {"1": 13, "2": 10, "4": 16, "5": 13, "5-UPT": 14, "6": 4}


@pytest.mark.parametrize("row", LAW.patterns, ids=lambda row: row.id)
def test_a_pattern_has_the_numbers_of_its_clauses(row: Pattern):
    values = LAW.rules[row.structure].values
    for name in ("administrators", "pengawas", "pengawas_most"):
        assert values.get(name) == getattr(row, name)
    for id in (row.direct_cap, row.administrator_cap, row.strict_cap):
        assert not id or LAW.rules[id].applies(row.kind or UnitKind.PUSAT, row.pattern)
    assert not row.manager_rule or "managers" in LAW.rules[row.manager_rule].values


def test_the_two_places_of_a_cap_differ_only_for_a_upt_built_like_a_central_unit():
    differing = {
        p.id for p in LAW.patterns if p.strict_cap and limit(p.strict_cap) != limit(p.administrator_cap)
    }
    assert differing == {"1-UPT", "3-UPT", "4-UPT"}


# --- what-if on a clause ---


def test_a_replaced_value_is_noted_and_the_law_stays():
    law = ruleset(unit_with())
    what_if = with_rule_value(law, "K103", "limit", 3)
    assert what_if.rule("K103").number("limit") == 3
    assert "3 tim" in what_if.rule("K103").statement.id
    assert [(c.rule, c.name, c.law, c.value) for c in what_if.changed] == [("K103", "limit", 2, 3)]
    assert law.rule("K103").number("limit") == 2
    assert law.changed == ()


def test_a_value_replaced_twice_is_noted_once_against_the_law():
    what_if = with_rule_value(with_rule_value(ruleset(unit_with()), "K103", "limit", 3), "K103", "limit", 4)
    assert [(c.law, c.value) for c in what_if.changed] == [(2, 4)]


def test_putting_the_value_back_clears_the_note():
    law = ruleset(unit_with())
    assert with_rule_value(with_rule_value(law, "K083", "limit", 12), "K083", "limit", 10) == law


@pytest.mark.parametrize("value", [-1, "dua", True])
def test_a_value_of_another_type_or_below_zero_is_refused(value: int | str):
    with pytest.raises(ValueError, match=r"K103\.limit cannot be"):
        with_rule_value(ruleset(unit_with()), "K103", "limit", value)


def test_a_value_the_clause_does_not_have_is_refused():
    with pytest.raises(KeyError):
        with_rule_value(ruleset(unit_with()), "K103", "batas", 3)


# --- norms and policy ---


def test_every_constant_has_a_source():
    constants = [constant for constant, _ in norm().sources]
    assert constants == ["jam_efektif", "pembulatan", "kelas", "rumus"]
    assert all(text.id and text.en for _, text in norm().sources)


def test_every_policy_has_a_reason_a_source_and_bounds():
    policies = norm().policies
    assert list(policies) == ["P01", "P02", "P03", "P04", "P04A", "P05"]
    for policy in policies.values():
        assert policy.statement.id != policy.statement.en
        assert policy.reason.id
        assert policy.reason.en
        assert policy.source
        assert policy.minimum <= policy.value <= policy.maximum
        assert not policy.not_above or policy.value <= policies[policy.not_above].value


def test_the_policy_limits():
    values = {id: (int(policy.value), policy.hard) for id, policy in norm().policies.items()}
    assert values == {
        "P01": (120, True),
        "P02": (10, True),
        "P03": (10, True),
        "P04": (3, False),
        "P04A": (15, False),
        "P05": (3, False),
    }


def test_no_policy_is_called_a_clause():
    assert not set(norm().policies) & set(LAW.rules)


def test_a_policy_tells_its_value_as_each_language_writes_it():
    policy = ruleset(unit_with(setting("P01", "112.5"))).policy("P01")
    assert "112,5 persen" in policy.statement.id
    assert "112.5 per cent" in policy.statement.en


# --- profiles ---


def test_the_profiles():
    assert profile_names() == ("acuan", "kompetensi", "perubahan_minimal", "seimbang")


@pytest.mark.parametrize("name", profile_names())
def test_a_profile_has_every_term_once_with_a_whole_weight(name: str):
    terms = [term for tier in profile(name).tiers for term in tier.terms]
    assert sorted(term.name for term in terms) == sorted(TERMS)
    assert all(isinstance(term.weight, int) and term.weight > 0 for term in terms)


@pytest.mark.parametrize("name", profile_names())
def test_a_profile_is_explained_in_two_languages(name: str):
    objectives = profile(name)
    assert objectives.id == name
    for text in (objectives.title, objectives.reason, *(tier.title for tier in objectives.tiers)):
        assert text.id
        assert text.en
    assert all(0 <= tier.tolerance < Decimal("0.2") for tier in objectives.tiers)


@pytest.mark.parametrize("name", profile_names())
def test_unmet_work_comes_first(name: str):
    assert profile(name).tiers[0].terms[0].name == "kurang_jam"


def test_the_order_of_the_balanced_profile():
    assert [tier.name for tier in profile().tiers] == [
        *("jam", "kompetensi", "ketua", "keseimbangan", "kecocokan", "harapan", "kesederhanaan")
    ]


def test_the_reference_profile_is_one_weighted_sum():
    assert len(profile("acuan").tiers) == 1


def test_filling_a_minute_is_always_cheaper_than_leaving_it_in_the_reference_profile():
    objectives = profile("acuan")
    weight = {term.name: term.weight for term in objectives.tiers[0].terms}
    steepest = {
        name: sum(slope for _, slope in objectives.parameters[name]) for name in ("load_steps", "team_steps")
    }
    filling = (
        weight["beban_orang"] * (1 + steepest["load_steps"])
        + weight["beban_tim"] * steepest["team_steps"]
        + weight["kecocokan"]
    )
    assert filling < weight["kurang_jam"] * min(objectives.parameters["priority"].values())


@pytest.mark.parametrize("name", profile_names())
def test_steps_rise_and_points_add_up(name: str):
    parameters = profile(name).parameters
    for steps in (parameters["load_steps"], parameters["team_steps"]):
        assert [percent for percent, _ in steps] == sorted({percent for percent, _ in steps})
        assert all(slope > 0 for _, slope in steps)
    assert sum(parameters["fit"].values()) == 100
    assert sum(parameters["mastery"].values()) == 100
    assert list(parameters["priority"]) == ["1", "2", "3"]
    assert parameters["owner_lead"]["tier"] in {tier.name for tier in profile(name).tiers}


def test_a_lead_from_the_owner_unit_can_be_read_as_one_weight():
    objectives = ruleset(unit_with(setting("A12", "bobot"))).profile
    places = [tier.name for tier in objectives.tiers for term in tier.terms if term.name == "ketua_pemilik"]
    assert places == ["kecocokan"]


def test_an_unknown_profile_is_refused():
    with pytest.raises(KeyError):
        profile("lain")


# --- values that cannot be changed ---


def test_a_ruleset_cannot_be_changed():
    law = ruleset(unit_with())
    with pytest.raises(TypeError):
        law.rule("K103").values["limit"] = 9  # type: ignore[index]  # what must fail
    with pytest.raises(TypeError):
        law.profile.parameters["fit"]["theme"] = 0
    with pytest.raises(FrozenInstanceError):
        law.norm.id = "lain"  # type: ignore[misc]  # what must fail


def test_a_ruleset_travels_to_another_process():
    law = ruleset(unit_with(setting("P01", "110"), setting("K021", "ditetapkan")))
    assert pickle.loads(pickle.dumps(law)) == law


def test_the_digest_names_the_text_of_the_pack():
    assert re.fullmatch(r"[0-9a-f]{16}", LAW.digest)
