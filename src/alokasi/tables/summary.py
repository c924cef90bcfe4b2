"""Ringkasan: status, objectives with value, bound and whose bound, key figures, constants, versions, as one
table.

The rows about the search can be read back (`read_outcome`), so that a result workbook still says how good
its plan is known to be; they hold only for the very plan and data they were found for, which digests tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isnan
from typing import TypeAlias

import pandas as pd

from alokasi.results import Result, standing
from alokasi.tables.assumed import assumed_rows
from alokasi.tables.digests import plan_digest, problem_digest
from alokasi.tables.frames import Columns, frame
from alokasi.tables.key_figures import UNITS, key_figures
from alokasi.tables.terms import term_unit
from alokasi.texts import Message, wording
from alokasi_models.packs import effective_hours
from alokasi_models.plan import Outcome, Plan, Reason, Status, TierValue
from alokasi_models.problem import Problem

SUMMARY: Columns = {
    "kode_unit": str,  # blank: the whole workbook
    "nama": str,
    "nilai": object,  # number or text
    "satuan": str,
    "batas": float,  # proven bound, or the limit the figure is held against; NaN without
    "selisih_persen": float,  # gap to the bound in percent of the value; NaN without
    "sumber_batas": str,  # whose bound
}

Row: TypeAlias = tuple[str, str, object, str, float, float, str]

_NONE = float("nan")
_TIER, _REACHED, _TERM, _NOTE, _VERSION = "tujuan", "tercapai", "butir", "catatan", "versi"


def figures_summary(result: Result, lang: str = "id") -> pd.DataFrame:
    """The sheet Ringkasan. Columns: SUMMARY."""
    rows = [
        _text("keterangan", standing(result, lang)),
        _text("susunan_asal", str(result.plan.origin) if result.plan is not None else ""),
        _text("sidik_susunan", plan_digest(result.plan) if result.plan is not None else ""),
        _text("sidik_masukan", problem_digest(result.problem)),
        *(("", name, said, "", _NONE, _NONE, written) for name, said, written in assumed_rows(result, lang)),
        *_outcome_rows(result.outcome, lang),
        *_figure_rows(result),
        *_constant_rows(result, lang),
    ]
    return frame(SUMMARY, rows)


def read_outcome(rows: Sequence[Mapping[str, object]], problem: Problem, plan: Plan | None) -> Outcome | None:
    """The outcome that Ringkasan rows tell of this plan for these data.

    None where they tell none, or where plan or data were changed since: then nothing is known of how good the
    plan is. Notes come back as the sentences that were written; the history of the search and the reasons are
    not kept in a workbook.
    """
    values = {str(row["nama"]): row for row in rows}
    now = {
        "sidik_susunan": plan_digest(plan) if plan is not None else "",
        "sidik_masukan": problem_digest(problem),
    }
    if "status" not in values or any(_value(values, name) != digest for name, digest in now.items()):
        return None
    first = values.get("waktu_susunan_pertama")
    moves = _value_number(values, "paling_banyak_pindah")
    return Outcome(
        status=Status(_value(values, "status")),
        plan=plan,
        tiers=tuple(_tiers(rows)),
        notes=tuple(_notes(rows)),
        seconds=_number(values["waktu"]["nilai"]) or 0.0,
        first_plan_seconds=None if first is None else _number(first["nilai"]),
        seed=int(_number(values["benih"]["nilai"]) or 0),
        profile=_value(values, "profil"),
        limit=_value_number(values, "batas_waktu") or 0.0,
        work=_value_number(values, "kerja_pencarian") or 0.0,
        max_moves=None if moves is None else int(moves),
        wall_clock=_value(values, "seluruh_waktu") == "ya",
        versions=tuple(
            (name.removeprefix(f"{_VERSION}: "), str(row["nilai"]))
            for name, row in values.items()
            if name.startswith(f"{_VERSION}: ")
        ),
    )


def _outcome_rows(outcome: Outcome | None, lang: str) -> Iterator[Row]:
    if outcome is None:
        return
    yield _text("status", str(outcome.status))
    yield _text("profil", outcome.profile)
    for number, tier in enumerate(outcome.tiers, start=1):
        gap = _NONE if tier.gap is None else round(100 * tier.gap, 4)
        bound = _NONE if tier.bound is None else float(tier.bound)
        yield (
            "",
            f"{_TIER} {number}: {tier.name}",
            float(tier.value),
            "nilai",
            _NONE,
            _NONE,
            "",
        )
        reached = f"{_REACHED} {number}: {tier.name}"
        yield ("", reached, float(tier.reached), "nilai", bound, gap, tier.bound_source)
        for term, value in tier.terms:
            yield ("", f"{_TERM} {number}: {term}", float(value), term_unit(term), _NONE, _NONE, "")
    for number, note in enumerate(outcome.notes, start=1):
        yield _text(f"{_NOTE} {number}: {note.code}", wording(note.fact, lang))
    yield ("", "waktu", round(outcome.seconds, 2), "detik", _NONE, _NONE, "")
    if outcome.first_plan_seconds is not None:
        yield ("", "waktu_susunan_pertama", round(outcome.first_plan_seconds, 2), "detik", _NONE, _NONE, "")
    yield ("", "benih", outcome.seed, "", _NONE, _NONE, "")
    yield ("", "batas_waktu", float(outcome.limit), "detik", _NONE, _NONE, "")
    yield ("", "kerja_pencarian", round(outcome.work, 4), "detik", _NONE, _NONE, "")
    yield _text("seluruh_waktu", "ya" if outcome.wall_clock else "tidak")
    if outcome.max_moves is not None:
        yield ("", "paling_banyak_pindah", outcome.max_moves, "orang", _NONE, _NONE, "")
    for name, version in outcome.versions:
        yield _text(f"{_VERSION}: {name}", version)


def _figure_rows(result: Result) -> Iterator[Row]:
    limits = {
        "beban_tertinggi_persen": (float(result.ruleset.policy("P01").value), "P01"),
        "jam_terisi": (_NONE, ""),
    }
    for name, value in key_figures(result).items():
        limit, source = limits.get(name, (_NONE, ""))
        yield ("", name, "" if value is None else value, UNITS[name], limit, _NONE, source)


def _constant_rows(result: Result, lang: str) -> Iterator[Row]:
    norm = result.ruleset.norm
    sources = dict(norm.sources)
    for unit in result.problem.planned:
        hours = float(effective_hours(unit, norm))
        source = sources["jam_efektif"][lang] if unit.effective_hours is None else "Unit.jam_efektif"
        yield (unit.id, "jam_efektif_setahun", hours, "jam setahun", _NONE, _NONE, source)
    yield ("", "pembulatan", str(norm.rounding), "", _NONE, _NONE, sources["pembulatan"][lang])
    for policy in norm.policies.values():
        yield ("", policy.id, float(policy.value), policy.unit, _NONE, _NONE, policy.source)
    yield _text("sidik_peraturan", result.ruleset.pack.digest)
    yield _text("tanggal_uji", result.audit.on.isoformat())


def _tiers(rows: Sequence[Mapping[str, object]]) -> Iterator[TierValue]:
    terms: dict[str, list[tuple[str, float]]] = {}
    reached: dict[str, Mapping[str, object]] = {}
    for row in rows:
        kind, number, name = _split(str(row["nama"]))
        if kind == _TERM:
            terms.setdefault(number, []).append((name, _number(row["nilai"]) or 0.0))
        if kind == _REACHED:
            reached[number] = row
    for row in rows:
        kind, number, name = _split(str(row["nama"]))
        if kind == _TIER:
            found = reached.get(number, row)
            yield TierValue(
                name=name,
                value=_number(row["nilai"]) or 0.0,
                reached=_number(found["nilai"]) or 0.0,
                bound=_number(found["batas"]),
                bound_source=str(found["sumber_batas"] or ""),
                terms=tuple(terms.get(number, ())),
            )


def _notes(rows: Sequence[Mapping[str, object]]) -> Iterator[Reason]:
    for row in rows:
        kind, _, code = _split(str(row["nama"]))
        if kind == _NOTE:
            yield Reason(code, Message("{kalimat}", (("kalimat", str(row["nilai"])),)))


def _split(name: str) -> tuple[str, str, str]:
    """("tujuan", "2", "kompetensi") of "tujuan 2: kompetensi"."""
    head, _, rest = name.partition(": ")
    kind, _, number = head.partition(" ")
    return kind, number, rest


def _text(name: str, value: str) -> Row:
    return ("", name, value, "", _NONE, _NONE, "")


def _value(values: Mapping[str, Mapping[str, object]], name: str) -> str:
    found = values[name]["nilai"] if name in values else ""
    return "" if found is None else str(found)


def _value_number(values: Mapping[str, Mapping[str, object]], name: str) -> float | None:
    return _number(values[name]["nilai"]) if name in values else None


def _number(value: object) -> float | None:
    """A cell as number; None for an empty one, however its reader tells it."""
    if value is None or value == "":
        return None
    number = float(str(value))
    return None if isnan(number) else number
