"""Every change can be written as a line and as JSON, and comes back equal; what means nothing is told at once."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from any_changes import any_change
from hypothesis import given, settings

from alokasi import changes as ch
from alokasi.changes import ChangesRefused, as_payload, as_text, read_payloads, read_texts
from alokasi.texts import wording
from alokasi_models.problem import LockKind


def refused(*lines: str) -> list[str]:
    with pytest.raises(ChangesRefused) as found:
        read_texts(lines)
    return [wording(fault.message) for fault in found.value.faults]


@given(any_change)
@settings(max_examples=400, deadline=None)
def test_a_line_reads_back_as_the_change_it_was_written_from(change: ch.Change):
    assert read_texts([as_text(change)]) == (change,)


@given(any_change)
@settings(max_examples=400, deadline=None)
def test_json_reads_back_as_the_change_it_was_written_from(change: ch.Change):
    assert read_payloads([json.loads(json.dumps(as_payload(change)))]) == (change,)


def test_every_kind_of_change_has_a_word_and_an_example_that_can_be_typed():
    kinds = {type(read_texts([verb.example])[0]) for verb in ch.VERBS}
    assert kinds == {verb.kind for verb in ch.VERBS} == set(get_args(ch.Change))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("orang-pergi P015", ch.PersonLeaves("P015")),
        ("orang-pergi 'Sari Wulan' 30/06/2027", ch.PersonLeaves("Sari Wulan", date(2027, 6, 30))),
        ("orang-pergi orang=P015 pada=2027-06-30", ch.PersonLeaves("P015", date(2027, 6, 30))),
        ("orang-pergi Ma'ruf", ch.PersonLeaves("Ma'ruf")),
        ("orang-hadir P1 50%", ch.AvailabilityChanged("P1", Decimal(50))),
        ("tugas-volume T1 2,5", ch.VolumeChanged("T1", ch.Amount(Decimal("2.5")))),
        ("tugas-norma T1 -10%", ch.NormChanged("T1", ch.Amount(Decimal(-10), relative=True))),
        ("batas K034 2 nama=limit", ch.LimitChanged("K034", Decimal(2), "limit")),
        ("batas P01 bawaan", ch.LimitChanged("P01", None)),
        (
            'kunci-pasang bukan-anggota P1 tim=TK1 alasan="Arahan rapat"',
            ch.LockAdded(LockKind.NOT_MEMBER, "P1", "TK1", reason="Arahan rapat"),
        ),
        ("tim-gabung TK1 TK2 TK3", ch.TeamsMerged("TK1", ("TK2", "TK3"))),
        ("tim-pecah TK1 TK9 T5 T6 nama=Baru", ch.TeamSplit("TK1", "TK9", ("T5", "T6"), "Baru")),
    ],
)
def test_lines_are_read_as_an_analyst_means_them(line: str, meant: ch.Change):
    assert read_texts([line]) == (meant,)


def test_what_means_nothing_names_the_nearest_word_and_how_it_is_written():
    assert refused("orang-pegi P1") == ["perubahan “orang-pegi” tidak ada. Mungkin “orang-pergi”."]
    assert refused("kunci-pasang anggta P1") == [
        "jenis ketentuan “anggta” tidak ada. Mungkin “anggota”. Cara menulis: "
        "kunci-pasang JENIS ORANG [tim=TIM] [dengan=ORANG] [tugas=TUGAS] [jam=JAM] [alasan=TEKS]"
    ]
    assert refused("orang-hadir P1 50% sejakk=01/07/2027")[0].endswith(
        "Cara menulis: orang-hadir ORANG PERSEN [TANGGAL]"
    )


def test_all_that_means_nothing_is_told_at_once():
    said = refused(
        "orang-pergi P1 kemarin", "tugas-volume T1", "batas P01 1.250", "orang-pergi P2", 'orang-pergi "P'
    )
    assert said == [
        "“kemarin” bukan tanggal; tulis HH/BB/TTTT. Cara menulis: orang-pergi ORANG [TANGGAL]",
        "volume belum disebut. Cara menulis: tugas-volume TUGAS ANGKA|±PERSEN",
        "“1.250” bisa berarti 1250 atau 1,25. Tulis tanpa titik. Cara menulis: batas BATAS ANGKA|bawaan [nama=TEKS]",
        "tanda kutip tidak ditutup.",
    ]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([], "objek dengan kunci"),
        ({}, "objek dengan kunci"),
        ({"perubahan": "orang-pergi", "orang": None}, "bukan teks dan bukan angka"),
        ({"perubahan": "orang-pergi", "orang": "P1", "tgl": "2027-01-01"}, "kunci “tgl” tidak ada"),
        ({"perubahan": "orang-pergi", "orang": ["P1", "P2"]}, "lebih dari sekali"),
        ({"perubahan": "batas", "batas": "P01", "angka": True}, "bukan teks dan bukan angka"),
    ],
)
def test_json_that_means_nothing_is_told(said: object, words: str):
    with pytest.raises(ChangesRefused) as found:
        read_payloads([said])
    assert words in wording(found.value.message)
