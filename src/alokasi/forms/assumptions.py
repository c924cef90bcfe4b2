"""What a user states where a form is silent: `--anggapan satuan_waktu=menit`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from alokasi.errors import UsageError
from alokasi.forms.lexicon import lexicon
from alokasi.texts import Message, Names
from alokasi.workbook.numbers import parsed

WORDS = {"satuan_waktu": ("menit", "jam", "hari"), "beban_kerja": ("volume", "hasil_kali")}


@dataclass(frozen=True, slots=True)
class Assumptions:
    """`words`: satuan_waktu, beban_kerja. `numbers`: jam_per_hari, hari_per_tahun, minggu_per_tahun."""

    words: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, Fraction] = field(default_factory=dict)

    def word(self, name: str) -> str:
        return self.words.get(name, "")

    def number(self, name: str) -> Fraction:
        """As stated, else the usual value of words.toml."""
        stated = self.numbers.get(name)
        return Fraction(lexicon().assumptions[name]) if stated is None else stated

    def stated(self, name: str) -> bool:
        return name in self.numbers


def assumptions(stated: Iterable[str]) -> Assumptions:
    """From `KUNCI=NILAI`. Raises UsageError for a key or a value that is not known."""
    words: dict[str, str] = {}
    numbers: dict[str, Fraction] = {}
    for text in stated:
        key, _, value = (part.strip() for part in text.partition("="))
        if key in WORDS and value in WORDS[key]:
            words[key] = value
        elif key in lexicon().assumptions and (number := _number(value)) is not None:
            numbers[key] = number
        else:
            raise UsageError(_unknown(text, key))
    return Assumptions(words, numbers)


def _number(text: str) -> Fraction | None:
    value = parsed(text).value
    return Fraction(value) if value is not None and value > Decimal(0) else None


def _unknown(text: str, key: str) -> Message:
    if key in WORDS:
        return Message.of(
            "Anggapan “{isian}” tidak dikenal. Nilai {kunci}: {pilihan}.",
            isian=text,
            kunci=key,
            pilihan=Names(WORDS[key]),
        )
    if key in lexicon().assumptions:
        return Message.of("Anggapan “{isian}” harus berisi angka lebih dari 0, misalnya 5,5.", isian=text)
    return Message.of(
        "Anggapan “{isian}” tidak dikenal. Tulis KUNCI=NILAI dengan kunci: {kunci}.",
        isian=text,
        kunci=Names((*WORDS, *lexicon().assumptions), 20),
    )
