"""How each kind of change is written: its word, its parts in order, and what each part is.

One table serves the command line, JSON, the messages of faults and the guide, so that they cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from alokasi.changes.kinds import (
    AvailabilityChanged,
    Change,
    EffectiveHoursChanged,
    LimitChanged,
    LoanGranted,
    LoanRefused,
    LockAdded,
    LockLifted,
    NormChanged,
    PackageAdded,
    PackageDropped,
    PersonArrives,
    PersonLeaves,
    ProfileChosen,
    ReadingSwitched,
    TeamsMerged,
    TeamSplit,
    TiersOrdered,
    VolumeChanged,
    WeightChanged,
)
from alokasi.texts import Message


class Sort(StrEnum):
    """What a part is; the word stands for it in the usage line."""

    PERSON = "ORANG"
    TEAM = "TIM"
    PACKAGE = "TUGAS"
    OFFICIAL = "PEJABAT"
    UNIT = "UNIT"
    LOCK = "JENIS"
    LIMIT = "BATAS"
    READING = "BACAAN"
    OPTION = "PILIHAN"
    PROFILE = "PROFIL"
    TERM = "BUTIR"
    TIER = "TUJUAN"
    DAY = "TANGGAL"
    PERCENT = "PERSEN"
    HOURS = "JAM"
    NUMBER = "ANGKA"
    AMOUNT = "ANGKA|±PERSEN"
    WHOLE = "BILANGAN"
    TEXT = "TEKS"


@dataclass(frozen=True, slots=True)
class Part:
    """`field` of the value; `word`: its key. Parts that are `placed` may also stand without their key, in order.

    `many`: the rest of what stands without key. `default`: the word `bawaan` stands for None. `new`: an id that is
    not in the workbook, or need not be.
    """

    field: str
    word: str
    sort: Sort
    required: bool = True
    placed: bool = True
    many: bool = False
    default: bool = False
    new: bool = False

    @property
    def usage(self) -> str:
        shown = f"{self.sort}..." if self.many else str(self.sort)
        shown = f"{shown}|{DEFAULT}" if self.default else shown
        shown = shown if self.placed else f"{self.word}={shown}"
        return shown if self.required else f"[{shown}]"


@dataclass(frozen=True, slots=True)
class Verb:
    """`columns`: further keys are columns of a sheet."""

    word: str
    kind: type[Change]
    parts: tuple[Part, ...]
    about: Message
    example: str
    columns: bool = False

    @property
    def usage(self) -> str:
        rest = ("KOLOM=ISI ...",) if self.columns else ()
        return " ".join((self.word, *(part.usage for part in self.parts), *rest))

    def part(self, word: str) -> Part | None:
        return next((part for part in self.parts if part.word == word), None)


DEFAULT = "bawaan"
_PERSON = Part("employee", "orang", Sort.PERSON)
_PACKAGE = Part("package", "tugas", Sort.PACKAGE)


def _key(field: str, word: str, sort: Sort) -> Part:
    return Part(field, word, sort, required=False, placed=False)


_LOCKED = (
    Part("kind", "jenis", Sort.LOCK),
    _PERSON,
    _key("team", "tim", Sort.TEAM),
    _key("other", "dengan", Sort.PERSON),
    _key("package", "tugas", Sort.PACKAGE),
)
_LENT = (
    _PERSON,
    Part("host", "unit", Sort.UNIT, required=False, placed=False, new=True),
    _key("team", "tim", Sort.TEAM),
)

VERBS: tuple[Verb, ...] = (
    Verb(
        "orang-pergi",
        PersonLeaves,
        (_PERSON, Part("on", "pada", Sort.DAY, required=False)),
        Message.of("seseorang pergi, setahun penuh atau setelah hari terakhirnya"),
        "orang-pergi P015 30/06/2027",
    ),
    Verb(
        "orang-datang",
        PersonArrives,
        (Part("employee", "orang", Sort.PERSON, new=True), _key("like", "seperti", Sort.PERSON)),
        Message.of("pegawai baru; kuncinya kolom lembar Pegawai, atau kode kompetensi dengan tingkatnya"),
        'orang-datang P101 seperti=P015 nama="Sari Wulan" mulai=01/07/2027',
        columns=True,
    ),
    Verb(
        "orang-hadir",
        AvailabilityChanged,
        (
            _PERSON,
            Part("percent", "persen", Sort.PERCENT),
            Part("since", "sejak", Sort.DAY, required=False),
        ),
        Message.of("ketersediaan seseorang, setahun penuh atau sejak suatu hari"),
        "orang-hadir P015 50% 01/07/2027",
    ),
    Verb(
        "tugas-tambah",
        PackageAdded,
        (Part("package", "tugas", Sort.PACKAGE, new=True), _key("like", "seperti", Sort.PACKAGE)),
        Message.of("paket kerja baru; kuncinya kolom lembar Tugas"),
        "tugas-tambah T90 seperti=T01 volume=12",
        columns=True,
    ),
    Verb(
        "tugas-hapus",
        PackageDropped,
        (_PACKAGE,),
        Message.of("paket kerja yang tidak dikerjakan lagi"),
        "tugas-hapus T01",
    ),
    Verb(
        "tugas-volume",
        VolumeChanged,
        (_PACKAGE, Part("volume", "volume", Sort.AMOUNT)),
        Message.of("volume sebuah tugas: angka baru, atau lebih dan kurangnya dalam persen"),
        "tugas-volume T01 +10%",
    ),
    Verb(
        "tugas-norma",
        NormChanged,
        (_PACKAGE, Part("hours", "jam", Sort.AMOUNT)),
        Message.of("jam untuk satu hasil: angka baru, atau lebih dan kurangnya dalam persen"),
        "tugas-norma T01 2,5",
    ),
    Verb(
        "batas",
        LimitChanged,
        (
            Part("code", "batas", Sort.LIMIT),
            Part("value", "angka", Sort.NUMBER, default=True),
            _key("name", "nama", Sort.TEXT),
        ),
        Message.of("batas kebijakan (P..), atau angka ketentuan (K..) yang lalu ditandai bukan peraturan"),
        "batas K083 12",
    ),
    Verb(
        "jam-efektif",
        EffectiveHoursChanged,
        (Part("hours", "jam", Sort.NUMBER, default=True), Part("unit", "unit", Sort.UNIT, required=False)),
        Message.of("jam efektif setahun satu pegawai penuh waktu"),
        "jam-efektif 1200",
    ),
    Verb(
        "kunci-pasang",
        LockAdded,
        (*_LOCKED, _key("hours", "jam", Sort.HOURS), _key("reason", "alasan", Sort.TEXT)),
        Message.of("baris Ketentuan baru, harapan termasuk"),
        "kunci-pasang anggota P015 tim=TK1",
    ),
    Verb(
        "kunci-lepas",
        LockLifted,
        _LOCKED,
        Message.of("baris Ketentuan yang tidak berlaku lagi"),
        "kunci-lepas anggota P015",
    ),
    Verb(
        "pinjam-setuju",
        LoanGranted,
        (*_LENT, _key("hours", "jam", Sort.HOURS)),
        Message.of("pelibatan lintas unit yang disetujui atasan langsung dan pimpinan unit asal"),
        "pinjam-setuju G01 jam=300",
    ),
    Verb(
        "pinjam-tolak",
        LoanRefused,
        _LENT,
        Message.of("pelibatan lintas unit yang ditolak"),
        "pinjam-tolak G01",
    ),
    Verb(
        "tim-gabung",
        TeamsMerged,
        (Part("into", "tim", Sort.TEAM), Part("others", "dengan", Sort.TEAM, many=True)),
        Message.of("tim pertama menerima seluruh tugas dan anggota tim lainnya"),
        "tim-gabung TK1 TK2",
    ),
    Verb(
        "tim-pecah",
        TeamSplit,
        (
            Part("team", "tim", Sort.TEAM),
            Part("new", "baru", Sort.TEAM, new=True),
            Part("packages", "tugas", Sort.PACKAGE, many=True),
            _key("name", "nama", Sort.TEXT),
            _key("seat", "kedudukan", Sort.OFFICIAL),
        ),
        Message.of("tim baru dengan sebagian tugas tim lama"),
        "tim-pecah TK1 TK9 T05 T06",
    ),
    Verb(
        "bacaan",
        ReadingSwitched,
        (Part("reading", "bacaan", Sort.READING), Part("option", "pilihan", Sort.OPTION, default=True)),
        Message.of("bacaan lain atas kalimat peraturan yang tidak tegas"),
        "bacaan A6 boleh",
    ),
    Verb(
        "profil",
        ProfileChosen,
        (Part("profile", "profil", Sort.PROFILE),),
        Message.of("urutan dan bobot tujuan dari profil lain"),
        "profil kompetensi",
    ),
    Verb(
        "bobot",
        WeightChanged,
        (Part("term", "butir", Sort.TERM), Part("weight", "bobot", Sort.WHOLE)),
        Message.of("bobot satu butir di dalam tujuannya; 0 berarti tidak dipakai"),
        "bobot beban_orang 2",
    ),
    Verb(
        "tujuan-dulu",
        TiersOrdered,
        (Part("tiers", "tujuan", Sort.TIER, many=True),),
        Message.of("tujuan yang didahulukan, berurutan; yang lain menyusul seperti semula"),
        "tujuan-dulu jam keseimbangan",
    ),
)

_BY_KIND = {verb.kind: verb for verb in VERBS}
_BY_WORD = {verb.word: verb for verb in VERBS}


def verb_of(change: Change) -> Verb:
    return _BY_KIND[type(change)]


def known_verb(word: str) -> Verb | None:
    return _BY_WORD.get(word)


def words() -> tuple[str, ...]:
    return tuple(_BY_WORD)
