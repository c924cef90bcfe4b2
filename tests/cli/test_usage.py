"""A wrong call gives one sentence that says what to type, exit code 2, and no traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from command_line import CommandLine

WRONG = {
    "unknown profile": ("solve {unit} --out {folder}/x.xlsx --profile nope", "Pilihan: acuan, kompetensi"),
    "bad suffix": ("solve {unit} --out {folder}/x.txt", "harus berakhiran .xlsx"),
    "missing folder": ("solve {unit} --out {folder}/nada/x.xlsx", "tidak ada"),
    "folder as result": ("solve {unit} --out {folder}/buku.xlsx", "sebuah folder"),
    "folder as report": ("solve {unit} --out {folder}/x.xlsx --report {folder}", "sebuah folder"),
    "report in a missing folder": ("audit {unit} --decree --report {folder}/nada/x.html", "tidak ada"),
    "log in a missing folder": ("solve {unit} --out {folder}/x.xlsx --log {folder}/nada/log", "tidak ada"),
    "bad language": ("check {unit} --lang fr", "id | en"),
    "bad date": ("audit {unit} --date kemarin", "HH/BB/TTTT"),
    "no such file": ("check {folder}/nada.xlsx", "nada.xlsx tidak ada"),
    "no such folder of results": ("dashboard {folder}/nada", "alokasi demo"),
    "no such example": ("template {folder}/x.xlsx --pola 12", "Pilihan: 1 Pusat"),
    "no example of this kind": (
        "template {folder}/x.xlsx --pola 4 --jenis UPT",
        "Contoh pola 4 UPT tidak ada",
    ),
    "no such kind": ("template {folder}/x.xlsx --pola 5 --jenis Daerah", "Pusat, UPT"),
    "template over a filled workbook": ("template {unit}", "sudah ada dan tidak ditimpa"),
    "result over its own input": ("solve {unit} --out {unit}", "akan menimpa"),
    "report over its own result": (
        "solve {unit} --out {folder}/x.xlsx --report {folder}/x.xlsx",
        "akan menimpa",
    ),
    "marked copy over its own input": ("check {unit} --out {unit}", "akan menimpa"),
    "report over its own input": ("audit {unit} --decree --report {unit}", "akan menimpa"),
    "template over a folder": ("template {folder}/buku.xlsx", "sebuah folder"),
    "marked copy of another kind": ("check {unit} --out {folder}/x.csv", "harus berakhiran .xlsx"),
    "demo into a file": ("demo --out {unit} --time-limit 1", "tidak dapat dibuat"),
    "port that is no number": ("dashboard {folder} --port abc", "--port"),
    "no argument": ("solve", "BERKAS"),
    "no such command": ("susun", "susun"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_call_is_told_in_one_sentence(alokasi: CommandLine, unit: Path, tmp_path: Path, case: str):
    (tmp_path / "buku.xlsx").mkdir()
    words, sentence = WRONG[case]
    before = sorted(tmp_path.rglob("*"))
    ran = alokasi(*(word.format(unit=unit, folder=tmp_path) for word in words.split()))
    assert ran.code == 2
    assert ran.out == ""
    assert sentence in " ".join(ran.err.split())
    assert sorted(tmp_path.rglob("*")) == before, "nothing is left behind"


def test_a_sentence_for_a_wrong_call_follows_the_language(alokasi: CommandLine, unit: Path, tmp_path: Path):
    ran = alokasi("solve", unit, "--out", tmp_path / "x.txt", "--lang", "en")
    assert ran.err == "The file name x.txt must end in .xlsx.\n"


@pytest.mark.parametrize("verb", ["check", "audit"])
def test_a_file_that_is_no_workbook_is_data_to_repair(alokasi: CommandLine, tmp_path: Path, verb: str):
    path = tmp_path / "data.xlsx"
    path.write_bytes(b"bukan buku kerja")
    ran = alokasi(verb, path)
    assert (ran.code, ran.out) == (3, "")
    assert "Bukan buku kerja Excel" in ran.err


def test_a_file_that_must_not_be_read_is_told(alokasi: CommandLine, tmp_path: Path, monkeypatch):
    path = tmp_path / "terkunci.xlsx"
    path.write_bytes(b"PK")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    ran = alokasi("check", path)
    assert ran.code == 3
    assert "terkunci.xlsx: Berkas tidak dapat dibaca" in ran.err


def test_a_result_open_elsewhere_is_told_before_the_search(
    alokasi: CommandLine, unit: Path, tmp_path: Path, monkeypatch
):
    result = tmp_path / "usulan.xlsx"
    result.write_bytes(b"terbuka di Excel")
    opened = Path.open

    def locked(path: Path, mode: str = "r", *rest: object, **further: object) -> object:
        if path == result and mode != "rb":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode, *rest, **further)

    monkeypatch.setattr(Path, "open", locked)
    monkeypatch.setattr("alokasi.commands.solve.load", lambda *_: pytest.fail("the search began"))
    ran = alokasi("solve", unit, "--out", result)
    assert ran.code == 2
    assert "usulan.xlsx tidak dapat ditulis" in ran.err


def test_help_names_every_command_and_exit_code(alokasi: CommandLine):
    ran = alokasi("--help")
    assert ran.code == 0
    for word in ("demo", "template", "check", "solve", "audit", "dashboard", "Kode keluar", "6 dihentikan"):
        assert word in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("lang", "said", "unsaid"),
    [
        (
            "id",
            (
                "Pemakaian: alokasi solve [OPSI]",
                " Masukan ",
                " Opsi ",
                "[wajib]",
                "Menampilkan bantuan ini.",
            ),
            ("Usage", "OPTIONS", "Options", "Arguments", "required", "default", "Show this"),
        ),
        (
            "en",
            (
                "Usage: alokasi solve [OPTIONS]",
                " Arguments ",
                " Options ",
                "[required]",
                "Show this message and exit.",
            ),
            ("Pemakaian", "[OPSI]", " Masukan ", " Opsi ", "wajib", "bawaan: {"),
        ),
    ],
)
def test_help_speaks_one_language_in_its_frame(
    alokasi: CommandLine, lang: str, said: tuple[str, ...], unsaid: tuple[str, ...]
):
    ran = alokasi("solve", "--help", "--lang", lang)
    assert ran.code == 0
    for words in said:
        assert words in ran.out
    for words in unsaid:
        assert words not in ran.out


def test_the_list_of_commands_is_titled_in_the_language(alokasi: CommandLine):
    ran = alokasi("--help")
    assert "Pemakaian: alokasi [OPSI] PERINTAH" in ran.out
    assert " Perintah " in ran.out
    assert not {"Usage", "Commands", "Options"} & set(ran.out.replace(":", " ").split())


def test_a_wrong_call_stands_under_a_title_of_the_language(alokasi: CommandLine):
    assert "Salah pakai" in alokasi("solve").err
    assert "Pemakaian:" in alokasi("solve").err
    assert "Error" in alokasi("solve", "--lang", "en").err


@pytest.mark.parametrize(
    "verb", ["demo", "template", "check", "solve", "audit", "whatif", "compare", "dashboard"]
)
def test_every_command_explains_itself(alokasi: CommandLine, verb: str):
    assert alokasi(verb, "--help").code == 0


ENGLISH = (
    "No such",
    "Missing",
    "Invalid",
    "Input should",
    "unexpected",
    "requires",
    "Did you",
    "Possible",
    "Try ",
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("chek {unit}", "Perintah chek tidak ada. Mungkin maksudnya check."),
        ("susun", "Perintah susun tidak ada."),
        ("check", "BERKAS wajib disebut."),
        ("check {unit} lagi", "Isian berlebih: lagi."),
        ("check {unit} --outt x.xlsx", "Pilihan --outt tidak ada. Mungkin maksudnya --out."),
        ("check {unit} --xyz", "Pilihan --xyz tidak ada."),
        ("check {unit} --out", "Pilihan --out memerlukan isian."),
        ("check {unit} --json=ya", "Pilihan --json tidak menerima isian."),
        ("check {unit} --lang fr", "Isian --lang tidak sah: fr: id | en"),
        ("solve {unit}", "--out wajib disebut."),
        ("solve {unit} --out x.xlsx --seed banyak", "Isian --seed tidak sah: harus bilangan bulat."),
        ("solve {unit} --out x.xlsx --seed -1", "Isian --seed tidak sah: paling kecil 0."),
        ("solve {unit} --out x.xlsx --time-limit lama", "Isian --time-limit tidak sah: harus angka."),
        ("solve {unit} --out x.xlsx --time-limit 0,05", "Isian --time-limit tidak sah: paling kecil 0,1."),
        ("solve {unit} --out x.xlsx --work inf", "Isian --work tidak sah: paling kecil 0,1."),
        ("solve {unit} --out x.xlsx --work 5 --wall-clock", "sebut salah satu saja."),
        ("solve {unit} --out x.xlsx --date besok", "Isian --date tidak sah: besok: HH/BB/TTTT"),
        ("impor {unit} --out x.xlsx --tahun 3000", "Isian --tahun tidak sah: paling besar 2100."),
    ],
)
def test_what_is_wrong_with_a_call_is_told_in_indonesian(
    alokasi: CommandLine, unit: Path, words: str, sentence: str
):
    ran = alokasi(*words.format(unit=unit).split())
    assert ran.code == 2
    said = " ".join(ran.err.replace("│", " ").split())
    assert sentence in said
    assert [word for word in ENGLISH if word in said] == []


def test_what_is_wrong_with_a_call_is_told_in_english_where_asked(alokasi: CommandLine, unit: Path):
    assert "Missing argument" in alokasi("check", "--lang", "en").err


@pytest.mark.parametrize("verb", ["check", "audit", "solve", "impor"])
def test_a_file_without_right_to_read_is_told_in_one_sentence(
    alokasi: CommandLine, unit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str
):
    """As the system tells it: not readable, and refused when opened."""
    path = tmp_path / "rahasia.xlsx"
    path.write_bytes(b"PK")
    opened = Path.open

    def refuse(self: Path, *rest: object, **further: object) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(self, *rest, **further)

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr("os.access", lambda place, mode, **_: str(place) != str(path))
    out = ("--out", tmp_path / "x.xlsx") if verb in ("solve", "impor") else ()
    ran = alokasi(verb, path, *out)
    assert ran.code == 3
    assert "rahasia.xlsx: Berkas tidak dapat dibaca." in ran.err


@pytest.mark.parametrize("name", ["pipa.xlsx", "n" * 300 + ".xlsx"])
def test_a_result_that_can_stand_nowhere_is_told_before_any_work(
    alokasi: CommandLine, unit: Path, tmp_path: Path, name: str
):
    if name == "pipa.xlsx":
        os.mkfifo(tmp_path / name)
    ran = alokasi("check", unit, "--out", tmp_path / name)
    assert ran.code == 2
    assert "tidak dapat ditulis" in ran.err


@pytest.mark.parametrize("verb", ["check", "impor"])
def test_the_name_of_a_file_commands_no_terminal(alokasi: CommandLine, tmp_path: Path, verb: str):
    path = tmp_path / "a\x1b[2J\x07.xlsx"
    path.write_bytes(b"bukan")
    out = ("--out", tmp_path / "x.xlsx") if verb == "impor" else ()
    ran = alokasi(verb, path, *out)
    assert ran.code == 3
    assert [c for c in ran.out + ran.err if not c.isprintable() and c not in "\n\t"] == []
