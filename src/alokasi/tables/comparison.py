"""Plans side by side as tidy tables: a row per plan and thing, the plan's name in `skenario`.

The decree in force stands among the plans under its own name. What differs is told against the first plan and, for
every plan, against the decree in force (`dasar`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from alokasi.comparison import DECREE, Compared, Comparison
from alokasi.results import Result, standing
from alokasi.tables import naming
from alokasi.tables.assumed import assumed_sentences
from alokasi.tables.differences import PERSON_CHANGES, person_rows, plan_differences
from alokasi.tables.figure_words import TITLES, unit_words
from alokasi.tables.frames import Columns, frame, rows
from alokasi.tables.key_figures import UNITS, key_figures
from alokasi.tables.loads import person_load
from alokasi.tables.seats import seats as seats_of
from alokasi.tables.source import source_line
from alokasi.tables.terms import term_title, term_unit
from alokasi.tables.verdicts import clauses
from alokasi.texts import show, translate, wording
from alokasi.workbook import comparison_sheets as sheets
from alokasi_models.differences import DifferenceKind
from alokasi_models.names import shown_names
from alokasi_models.natural import natural
from alokasi_models.plan import Plan
from alokasi_models.problem import SeatRole
from alokasi_models.score import score

COMPARED_FIGURES: Columns = {
    "skenario": str,
    "nama": str,  # as in Ringkasan
    "judul": str,
    "nilai": float,  # NaN: no such figure
    "satuan": str,
}
COMPARED_PEOPLE: Columns = {"dasar": str, "skenario": str, **PERSON_CHANGES}
COMPARED_SEATS: Columns = {
    "skenario": str,
    "id_pegawai": str,
    "nama": str,
    "kursi": str,  # every seat with its role, "–" for none
    "jam": float,  # of the year
    "persen": float,  # NaN without effective hours
    "berbeda": str,  # "ya": the seats are not the same in all plans (the decree not counted)
}
COMPARED_VERDICTS: Columns = {
    "skenario": str,
    "kode_unit": str,
    "kode": str,
    "pasal": str,
    "ketentuan": str,
    "status": str,
    "bukti": str,
    "berbeda": str,  # "ya": the status is not the same in all plans (the decree not counted)
}
COMPARED_TERMS: Columns = {
    "skenario": str,
    "tujuan": str,
    "nama": str,
    "judul": str,
    "nilai": float,
    "satuan": str,  # menit, jam, or blank for a count
}
COMPARED_ORIGINS: Columns = {"skenario": str, "keterangan": str, "sumber": str, "pengandaian": str}
TEAM_CHANGES: Columns = {
    "dasar": str,
    "skenario": str,
    "kode_tim": str,
    "nama_tim": str,
    "masuk": int,  # people who come, from another team too
    "keluar": int,
    "ganti_peran": int,
    "ketua": str,  # who leads now where somebody else did before, else ""
}

_YES = "ya"
_IN = frozenset({DifferenceKind.JOINS, DifferenceKind.MOVES})


def scenario_name(one: Compared, lang: str) -> str:
    """The file's name; the decree in force in the reader's language."""
    return translate("susunan berjalan", lang) if one.name == DECREE else one.name


def compared_figures(found: Comparison, lang: str = "id") -> pd.DataFrame:
    """A row per plan and key figure. Columns: COMPARED_FIGURES."""

    def values() -> Iterator[tuple[object, ...]]:
        for one in found.shown:
            figures = key_figures(one.result)
            for name in UNITS:
                value = figures[name]
                number = float("nan") if value is None else float(value)
                yield (
                    scenario_name(one, lang),
                    name,
                    wording(TITLES[name], lang),
                    number,
                    show(unit_words(name), lang),
                )

    return frame(COMPARED_FIGURES, values())


def compared_people(found: Comparison, lang: str = "id") -> pd.DataFrame:
    """A row per person and seat that differs, for every pair that is compared. Columns: COMPARED_PEOPLE."""

    def values() -> Iterator[tuple[object, ...]]:
        for earlier, later in found.pairs:
            told = plan_differences(earlier.result, later.result)
            for row in person_rows(earlier.result, later.result, told):
                yield scenario_name(earlier, lang), scenario_name(later, lang), *row

    return frame(COMPARED_PEOPLE, values())


def compared_seats(found: Comparison, lang: str = "id") -> pd.DataFrame:
    """A row per plan and person who has a seat or work in any of them, by name. Columns: COMPARED_SEATS."""
    names = _people(found)
    held = {one.name: _seats(one.result, lang) for one in found.shown}
    loads = {one.name: person_load(one.result).set_index("id_pegawai") for one in found.shown}
    present = {id for by_person in held.values() for id in by_person}
    present |= {id for table in loads.values() for id in table.index}

    def values() -> Iterator[tuple[object, ...]]:
        for id in sorted(present, key=lambda person: (natural(names.get(person) or person), person)):
            several = len({held[plan.name].get(id, "–") for plan in found.plans}) > 1
            for one in found.shown:
                load = loads[one.name]
                hours, share = (
                    (float(load["jam"][id]), float(load["persen"][id]))
                    if id in load.index
                    else (0.0, float("nan"))
                )
                seated = held[one.name].get(id, "–")
                yield (
                    scenario_name(one, lang),
                    id,
                    names.get(id, id),
                    seated,
                    hours,
                    share,
                    _YES if several else "",
                )

    return frame(COMPARED_SEATS, values())


def compared_verdicts(found: Comparison, lang: str = "id") -> pd.DataFrame:
    """A row per plan and clause or limit of policy, in the order of the pack. Columns: COMPARED_VERDICTS."""
    tables = {one.name: rows(clauses(one.result, lang)) for one in found.shown}
    stands: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for name, table in tables.items():
        for row in table:
            stands[row["kode_unit"], row["kode"]][name] = row["status"]
    plans = [plan.name for plan in found.plans]

    def values() -> Iterator[tuple[object, ...]]:
        for one in found.shown:
            for row in tables[one.name]:
                status = stands[row["kode_unit"], row["kode"]]
                several = len({status.get(plan, "") for plan in plans}) > 1
                told = (row[name] for name in ("kode_unit", "kode", "pasal", "ketentuan", "status", "bukti"))
                yield scenario_name(one, lang), *told, _YES if several else ""

    return frame(COMPARED_VERDICTS, values())


def compared_terms(found: Comparison, lang: str = "id") -> pd.DataFrame:
    """A row per plan and term of the first plan's objectives, each plan on its own data. Columns: COMPARED_TERMS."""
    tiers = found.plans[0].result.ruleset.profile.tiers

    def values() -> Iterator[tuple[object, ...]]:
        for one in found.shown:
            result = one.result
            values = {} if result.plan is None else score(result.problem, result.plan, result.ruleset)
            for tier in tiers:
                for term in tier.terms:
                    value = float(values.get(term.name, float("nan")))
                    unit = translate(term_unit(term.name), lang)
                    yield (
                        scenario_name(one, lang),
                        tier.title[lang],
                        term.name,
                        term_title(term.name, lang),
                        value,
                        unit,
                    )

    return frame(COMPARED_TERMS, values())


def team_changes(found: Comparison, lang: str = "id") -> pd.DataFrame:
    """A row per pair and team that gains, loses, or gives another role to somebody. Columns: TEAM_CHANGES."""

    def values() -> Iterator[tuple[object, ...]]:
        for earlier, later in found.pairs:
            teams = naming.teams(earlier.result.problem, earlier.result.plan)
            teams |= naming.teams(later.result.problem, later.result.plan)
            counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
            for one in plan_differences(earlier.result, later.result):
                if one.kind in _IN:
                    counted[one.team]["masuk"] += 1
                if one.kind is DifferenceKind.MOVES:
                    counted[one.other]["keluar"] += 1
                if one.kind is DifferenceKind.LEAVES:
                    counted[one.team]["keluar"] += 1
                if one.kind is DifferenceKind.ROLE:
                    counted[one.team]["ganti_peran"] += 1
            leads = _new_leads(earlier.result.plan, later.result.plan)
            names = shown_names(later.result.problem)
            for team in sorted(counted, key=lambda code: (natural(teams.get(code) or code), code)):
                number = counted[team]
                yield (
                    scenario_name(earlier, lang),
                    scenario_name(later, lang),
                    team,
                    teams.get(team, team),
                    number["masuk"],
                    number["keluar"],
                    number["ganti_peran"],
                    names.get(leads.get(team, ""), leads.get(team, "")),
                )

    return frame(TEAM_CHANGES, values())


def compared_origins(found: Comparison, lang: str = "id") -> pd.DataFrame:
    """A row per plan: how good it is known to be, what it rests on, what it assumes. Columns: COMPARED_ORIGINS."""
    return frame(
        COMPARED_ORIGINS,
        (
            (
                scenario_name(one, lang),
                standing(one.result, lang),
                source_line(one.result, lang),
                "\n".join(assumed_sentences(one.result, lang)),
            )
            for one in found.shown
        ),
    )


def comparison_sheets(found: Comparison, lang: str = "id") -> dict[str, pd.DataFrame]:
    """Every table by the name of its sheet in the workbook of a comparison."""
    return {
        sheets.ORIGINS: compared_origins(found, lang),
        sheets.FIGURES: compared_figures(found, lang),
        sheets.TEAMS: team_changes(found, lang),
        sheets.PEOPLE: compared_people(found, lang),
        sheets.SEATS: compared_seats(found, lang),
        sheets.VERDICTS: compared_verdicts(found, lang),
        sheets.TERMS: compared_terms(found, lang),
    }


def side_by_side(table: pd.DataFrame, keys: list[str], value: str) -> pd.DataFrame:
    """A column per plan, in their order: `keys` tell the rows apart, `value` fills the columns ("–" where absent)."""
    plans = list(dict.fromkeys(table["skenario"]))
    wide = table.drop_duplicates([*keys, "skenario"]).pivot(index=keys, columns="skenario", values=value)
    order = table[keys].drop_duplicates()
    filled = wide.reindex(pd.MultiIndex.from_frame(order) if len(keys) > 1 else order[keys[0]])[plans]
    return filled.reset_index().rename_axis(columns=None)


def _new_leads(earlier: Plan | None, later: Plan | None) -> dict[str, str]:
    """Team -> who leads it now, where the team had another lead before."""
    if earlier is None or later is None:
        return {}
    before = {seat.team: seat.employee for seat in earlier.seats if seat.role is SeatRole.LEAD}
    after = {seat.team: seat.employee for seat in later.seats if seat.role is SeatRole.LEAD}
    return {team: id for team, id in after.items() if before.get(team, id) != id}


def _people(found: Comparison) -> dict[str, str]:
    names: dict[str, str] = {}
    for one in reversed(found.shown):
        names |= shown_names(one.result.problem)
    return names


def _seats(result: Result, lang: str) -> dict[str, str]:
    held: defaultdict[str, list[tuple[Any, str]]] = defaultdict(list)
    for row in rows(seats_of(result)):
        told = f"{row['nama_tim']} ({translate(str(row['peran']), lang)})"
        held[str(row["id_pegawai"])].append((natural(str(row["nama_tim"])), told))
    return {id: "; ".join(told for _, told in sorted(places)) for id, places in held.items()}
