"""What a what-if assumes, as rows of Ringkasan and sentences: a result workbook keeps saying that it is no proposal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from alokasi.results import Assumption, Result
from alokasi.texts import Message, wording

_OF_A_CLAUSE = "batas K"  # told already as a number that is not the regulation's
CHANGE, LAW = "pengandaian", "bukan peraturan"


def assumed_sentences(result: Result, lang: str = "id") -> tuple[str, ...]:
    """Numbers that are not the regulation's first, then the changes; nothing for a proposal."""
    law = [one.said for one in result.assumed if one.law]
    changes = [
        Message.of("Diandaikan: {isi}", isi=one.said)
        for one in result.assumed
        if not one.law and not (law and one.written.startswith(_OF_A_CLAUSE))
    ]
    return tuple(wording(said, lang) for said in (*law, *changes))


def assumed_rows(result: Result, lang: str) -> Iterator[tuple[str, str, str]]:
    """(name, sentence, change as it can be typed) of each."""
    for kind, law in ((CHANGE, False), (LAW, True)):
        told = (one for one in result.assumed if one.law is law)
        for number, one in enumerate(told, start=1):
            yield f"{kind} {number}", wording(one.said, lang), one.written


def assumed_json(result: Result, lang: str) -> dict[str, list[dict[str, str]]]:
    """`pengandaian` with each change as it can be typed, `bukan_peraturan` with each number that is not the law's."""
    return {
        "pengandaian": [
            {"perubahan": one.written, "kalimat": wording(one.said, lang)}
            for one in result.assumed
            if not one.law
        ],
        "bukan_peraturan": [{"kalimat": wording(one.said, lang)} for one in result.assumed if one.law],
    }


def read_assumed(rows: Sequence[Mapping[str, object]]) -> tuple[Assumption, ...]:
    """What the rows of Ringkasan say was assumed, as the sentences that were written."""
    found = []
    for row in rows:
        kind, _, number = str(row["nama"]).rpartition(" ")
        if kind in (CHANGE, LAW) and number.isdigit():
            said = Message("{kalimat}", (("kalimat", str(row["nilai"])),))
            found.append(Assumption(said, str(row["sumber_batas"] or ""), kind == LAW))
    return tuple(found)
