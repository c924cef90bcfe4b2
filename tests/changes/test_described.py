"""Every change is told in a sentence, by names, in both languages, with what it does beside what it says."""

from __future__ import annotations

from random import Random

import pytest
from any_changes import fitting

from alokasi.changes import apply, described, not_the_regulation, read_texts
from alokasi.examples import example
from alokasi.texts import hours, wording
from alokasi_models.packs import ruleset
from alokasi_models.problem import Problem

UNIT = example("4")


def told(*lines: str, lang: str = "id", of: Problem = UNIT) -> list[str]:
    changed = apply(of, ruleset(of), read_texts(lines))
    return [wording(sentence, lang) for sentence in described(of, changed)]


def name(id: str) -> str:
    return f"{UNIT.employee(id).name} ({id})"


def work(id: str) -> str:
    return f"{UNIT.package(id).text} ({id})"


def team(id: str) -> str:
    return f"{UNIT.team(id).name} ({id})"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("orang-pergi P001", f"{name('P001')} tidak ada sepanjang tahun."),
        (
            "orang-pergi P001 30/06/2027",
            f"{name('P001')} pergi; hari terakhirnya 30 Juni 2027. "
            "Waktu P001 tahun 2027 menjadi 49,6 % dari setahun penuh.",
        ),
        (
            "orang-pergi P012",
            f"{name('P012')} tidak ada sepanjang tahun. 1 baris Ketentuan yang menyebut P012 ikut lepas.",
        ),
        (
            "orang-datang P099 seperti=P001 nama=Sari",
            "Sari (P099) datang sebagai Pranata Komputer Ahli Madya.",
        ),
        ("orang-hadir P001 50%", f"{name('P001')} hadir 50,0 % setahun penuh."),
        (
            "tugas-hapus T01",
            f"Tugas {work('T01')} ({hours(UNIT.package('T01').minutes)} setahun) tidak dikerjakan lagi.",
        ),
        ("tugas-volume T01 +10%", f"Volume tugas {work('T01')} bertambah 10,0 %."),
        ("tugas-norma T01 2,5", f"Norma jam tugas {work('T01')} menjadi 2,5."),
        (
            "batas P01 130",
            "Batas kebijakan P01 diubah: Beban seseorang tidak lebih dari 130 persen jam efektifnya.",
        ),
        ("jam-efektif 1200", "Jam efektif semua unit menjadi 1.200 jam setahun."),
        ("kunci-pasang ketua P001 tim=TK01", f"Ketentuan baru: ketua {name('P001')}, {team('TK01')}."),
        ("kunci-lepas ketua P012", f"Ketentuan dilepas: ketua {name('P012')}."),
        (
            "pinjam-setuju G002 jam=200",
            f"Pelibatan {name('G002')} disetujui kedua pihak, paling banyak 200 jam.",
        ),
        ("profil kompetensi", "Profil tujuan menjadi Kompetensi."),
        ("bobot harapan 0", "Butir harapan tidak ikut dinilai."),
        ("tujuan-dulu keseimbangan", "Tujuan yang didahulukan: Keseimbangan beban."),
        ("tim-gabung TK01 TK02", f"{team('TK02')} digabung ke {team('TK01')}."),
    ],
)
def test_a_change_is_told_by_names(line: str, said: str):
    assert told(line) == [said]


def test_a_number_of_the_regulation_is_never_told_as_one():
    said = told("batas K083 12")[0]
    assert said.startswith("K083, ")
    assert said.endswith("diandaikan 12, menurut peraturan 10. Ini bukan peraturan.")
    rules = apply(UNIT, ruleset(UNIT), read_texts(["batas K083 12"])).ruleset
    assert [wording(one).startswith("Bukan peraturan: K083") for one in not_the_regulation(rules)] == [True]
    assert not_the_regulation(ruleset(UNIT)) == ()


@pytest.mark.parametrize("seed", range(10))
def test_every_change_is_told_in_english_too(seed: int):
    rng = Random(seed)
    for number in range(8):
        change = fitting(UNIT, rng, number)
        changed = apply(UNIT, ruleset(UNIT), [change])
        (said,) = described(UNIT, changed)
        assert wording(said, "en") != wording(said, "id")
