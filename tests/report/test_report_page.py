"""The report is one page that needs no network, shows every clause and team, and never runs a text of the
workbook.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from alokasi import tables
from alokasi.report import render, write_report
from alokasi.results import decree_result
from alokasi_models.plan import Status
from alokasi_models.problem import CurrentSeat, SeatRole
from sample_result import BROKEN, PLAN, PROBLEM, RULES, result

VOID = {"meta", "input", "br", "link", "img"}


class Page(HTMLParser):
    """Elements with their attributes and texts, scripts apart; complains about tags that do not close."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.words: list[str] = []
        self.rows: list[list[str]] = []
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1:] == [tag], self._open
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            self.scripts[-1] += data
        elif not (self._open and self._open[-1] == "style"):
            self.words.append(data)
            if any(tag in ("td", "th") for tag in self._open) and self.rows:
                self.rows[-1][-1] += data

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def ids(self) -> set[str]:
        return {str(attributes["id"]) for _, attributes in self.tags if "id" in attributes}

    def row(self, first: str) -> list[str]:
        return next(row for row in self.rows if row and row[0].strip() == first)


@pytest.fixture(scope="module")
def html() -> str:
    return render(result())


@pytest.fixture(scope="module")
def report(html: str) -> Page:
    return Page(html)


def test_nothing_is_loaded_from_anywhere(report: Page):
    for tag, attributes in report.tags:
        assert tag not in {"link", "img", "iframe", "object", "embed", "form", "base"}
        assert "src" not in attributes
        assert not str(attributes.get("href") or "#").startswith(("http", "//", "javascript"))
        assert not any(name.startswith("on") for name in attributes), (tag, attributes)


def test_only_the_two_scripts_of_the_page_may_run(report: Page):
    policy = next(
        str(a["content"]) for t, a in report.tags if a.get("http-equiv") == "Content-Security-Policy"
    )
    assert "default-src 'none'" in policy
    script_rule = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in script_rule
    kinds = [a.get("type") for t, a in report.tags if t == "script"]
    assert kinds == ["application/json", None, None]
    for script in report.scripts[1:]:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in script_rule


def test_texts_of_the_workbook_stay_texts(html: str, report: Page):
    assert "<b>tebal</b>" not in html
    assert "Budi <b>tebal</b>" in report.text
    assert "Cici & rekan" in report.text


def test_no_cell_is_left_empty(report: Page):
    assert [row for row in report.rows if not all(cell.strip() for cell in row)] == []


def test_a_limit_of_policy_names_no_clause_and_nobody_to_decide(report: Page):
    assert len(report.row("P01")) == 3


def test_many_findings_stand_under_their_clause_over_the_whole_width():
    base = result()
    verdicts = tuple(
        replace(v, findings=(BROKEN,) * 13) if v.rule == "K101" else v for v in base.audit.verdicts
    )
    page = Page(render(replace(base, audit=replace(base.audit, verdicts=verdicts))))
    place = next(n for n, row in enumerate(page.rows) if row and row[0].startswith("K101"))
    assert "Ani" not in page.rows[place][2]
    assert len(page.rows[place + 1]) == 1
    assert page.rows[place + 1][0].count("Ani menjadi ketua di 2 tim") == 13


def test_a_long_list_of_changed_seats_is_folded(html: str):
    folded = re.compile(r"<details( open)?><summary>Siapa masuk, keluar")
    assert [found[1] for found in folded.finditer(html)] == [" open"]
    gone = tuple(CurrentSeat(f"lama{n}", "t1", SeatRole.MEMBER) for n in range(60))
    long = render(result(problem=replace(PROBLEM, current=PROBLEM.current + gone)))
    assert [found[1] for found in folded.finditer(long)] == [None]


def test_markup_anywhere_in_the_workbook_never_becomes_an_element():
    attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}'
    problem = replace(
        PROBLEM,
        units=tuple(replace(u, name=attack) for u in PROBLEM.units),
        officials=tuple(replace(o, name=attack, position=attack) for o in PROBLEM.officials),
        employees=tuple(replace(e, name=attack, position=attack) for e in PROBLEM.employees),
        packages=tuple(replace(p, text=attack, position=attack) for p in PROBLEM.packages),
        competences=tuple(replace(c, name=attack) for c in PROBLEM.competences),
    )
    plan = replace(PLAN, teams=tuple(replace(team, name=attack) for team in PLAN.teams))
    page = Page(render(result(problem=problem, plan=plan)))
    assert len(page.scripts) == 3
    assert not [tag for tag, _ in page.tags if tag == "img"]
    assert "{{ 7*7 }}" in page.text


def test_it_says_draft_gaps_and_standing_on_the_first_page(report: Page):
    assert report.text.index("Draf, bukan keputusan") < report.text.index("Direktorat Contoh") + 200
    before_audit = report.text[: report.text.index("Uji Pasal: ")]
    assert "paling jauh 0,8 % dari batas terbaik" in before_audit
    for gap in RULES.pack.gaps:
        assert gap.id in before_audit


def test_a_report_on_the_decree_in_force_does_not_call_it_a_proposal():
    decree = decree_result(result())
    assert decree is not None
    page = Page(render(decree))
    assert "penilaian program atas susunan berjalan" in page.text
    assert "usulan untuk dibahas" not in page.text


def test_every_clause_stands_with_status_evidence_findings_and_readings(report: Page):
    assert {f"dit-{code}" for code in (*RULES.pack.rules, *RULES.norm.policies)} <= report.ids()
    broken = next(row for row in report.rows if row and row[0].startswith("K101"))
    assert "✗ Tidak terpenuhi" in " ".join(broken[2].split())
    assert "Bukti K101" in broken[2]
    assert "Ani menjadi ketua di 2 tim" in broken[2]
    assert set(RULES.rule("K101").readings) <= set(broken[3].replace(",", " ").split())


def test_readings_in_the_verdicts_lead_to_the_register(report: Page):
    targets = {str(a["href"])[1:] for t, a in report.tags if t == "a"}
    assert targets <= report.ids()
    assert set(RULES.pack.readings) <= report.ids()


def test_clauses_are_grouped_by_status_what_is_broken_first_and_open(report: Page):
    groups = [a for t, a in report.tags if t == "details" and a.get("class") == "status"]
    assert [g["data-status"] for g in groups][:2] == ["tidak-terpenuhi", "perlu-keputusan"]
    assert "open" in groups[0]
    assert "open" not in groups[-1]


def test_policy_limits_stand_apart_from_the_law(report: Page):
    assert report.text.index("Batas kebijakan (bukan pasal)") > report.text.index("K171")


def test_the_numbers_are_those_of_the_plan(report: Page):
    figures = tables.key_figures(result())
    assert f"{figures['jam_tak_terpenuhi']:.0f} jam" in report.text
    assert report.row("Ani") == ["Ani", "625", "1.250", "50,0 %", "1", "t1"]
    assert report.row("Tim Kerja Mutu")[1:6] == ["2", "1.500", "1.400", "100", "66,7 %"]
    assert ["Tugas w1", "Tim Kerja Mutu", "1", "1.000", "100"] in report.rows
    assert report.row("Jumlah unit") == ["Jumlah unit", "2.600", "2,08", "2", "4", "+2", "0,52", "D"]


def test_charts_hold_the_same_numbers_as_the_plan(report: Page):
    drawn = json.loads(report.scripts[0])
    assert set(drawn["figures"]) == {
        "beban-orang",
        "beban-tim",
        "jam-orang-tim",
        "kompetensi-tim",
        "sebelum-sesudah",
    }
    assert set(drawn["figures"]) <= report.ids()
    heat = drawn["figures"]["jam-orang-tim"]["data"][0]
    assert heat["y"] == ["a", "b", "c", "d"]
    assert drawn["config"]["showSendToCloud"] is False


def test_every_chart_has_words_and_a_table(report: Page):
    charts = [a for t, a in report.tags if t == "div" and a.get("class") == "chart"]
    assert len(charts) == 5
    assert all(len(str(chart["aria-label"])) > 40 for chart in charts)
    assert sum(t == "figure" for t, _ in report.tags) == 5


def test_teams_are_cards_with_lead_members_hours_and_warnings(report: Page):
    start = report.text.index("Susunan: 2 tim")
    card = report.text[start : report.text.index("Tim Kerja Data", start)]
    assert "Ketua: Ani" in card
    assert "di bawah Direktur (Hartono)" in card
    assert "1.400 jam dari 1.500 jam terisi" in card
    assert "✗ K101: Ani menjadi ketua di 2 tim" in card
    assert "Kompetensi wajib belum cukup: Manajemen mutu level 3, ada 1 dari 2 orang" in card
    assert BROKEN.ids[0] == "t1"


def test_constants_stand_with_their_sources(report: Page):
    assert "1.250 jam setahun" in report.text
    assert dict(RULES.norm.sources)["jam_efektif"].id in report.text


def test_moves_against_the_decree_in_force_are_listed(report: Page):
    assert "Kursi yang berubah: 2" in report.text
    assert ["Dedi", "Tim Kerja Data", "pindah", "Tim Kerja Mutu", "–", "Anggota"] in report.rows


def test_without_a_decree_there_is_no_chapter_on_changes():
    page = Page(render(result(problem=replace(PROBLEM, current=()))))
    assert "perubahan" not in page.ids()
    assert "sebelum-sesudah" not in page.ids()


def test_without_a_plan_the_clauses_and_the_workload_remain():
    nothing = replace(result().outcome, status=Status.NOTHING_TO_PLAN, plan=None, tiers=())
    page = Page(render(result(outcome=nothing, plan=None)))
    assert "Tidak ada unit yang disusun" in page.text
    assert "dit-K101" in page.ids()
    assert "beban-orang" not in page.ids()
    assert page.row("Jumlah unit")[1] == "2.600"


def test_english_is_english_and_keeps_the_codes():
    page = Page(render(result(), "en"))
    assert "Draft, not a decree" in page.text
    assert page.row("Ani")[1:4] == ["625", "1,250", "50.0%"]
    assert "Draf, bukan" not in page.text
    assert RULES.rule("K101").statement.en in page.text


def test_it_is_written_as_one_file(tmp_path: Path):
    file = tmp_path / "laporan.html"
    write_report(result(), file)
    assert [path.name for path in tmp_path.iterdir()] == ["laporan.html"]
    assert re.match(r"<!doctype html>\s*<html lang=\"id\">", file.read_text(encoding="utf-8"))
