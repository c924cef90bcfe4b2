"""What a what-if is answered with, in sentences: who moves, what it costs, what the regulation says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alokasi.answers import Answer
from alokasi.results import Result
from alokasi.tables import naming
from alokasi.tables.figure_words import HEADLINES, TITLES, figure_value, shown_alike
from alokasi.tables.key_figures import key_figures
from alokasi.texts import Hours, Message, Names, wording
from alokasi_models.differences import ALONE, SEATED, Difference, DifferenceKind
from alokasi_models.names import shown_names
from alokasi_models.natural import natural

_MOST_NAMED = 12


def answer_sentences(answer: Answer, lang: str = "id") -> tuple[str, ...]:
    """Who moves first; nothing where there is no plan, whose reasons are told apart."""
    if answer.result.plan is None:
        return ()
    told = (*_moved(answer), *costs(answer.base, answer.result), *_by_law(answer))
    return tuple(wording(sentence, lang) for sentence in told)


def first_sentence(answer: Answer) -> Message:
    """How many seats change, and whether fewer could."""
    found = answer.differences
    people = len({one.employee for one in found if one.kind in SEATED})
    if answer.seats is None or answer.least is None:
        return Message.of("{n} orang berpindah, datang, pergi, atau berganti peran.", n=people)
    if answer.seats == 0:
        return Message.of("Tidak ada kursi yang berubah.")
    if answer.seats <= answer.least:
        return Message.of(
            "{n} kursi berubah pada {m} orang; lebih sedikit tidak mungkin tanpa mengurangi kerja atau kompetensi.",
            n=answer.seats,
            m=people,
        )
    return Message.of(
        "{n} kursi berubah pada {m} orang; paling sedikit {batas} kursi harus berubah.",
        n=answer.seats,
        m=people,
        batas=answer.least,
    )


def costs(before: Result, after: Result) -> Iterator[Message]:
    """Each headline figure that looks another than before."""
    was, now = key_figures(before), key_figures(after)
    differing = [name for name in HEADLINES if not shown_alike(name, was[name], now[name])]
    for name in differing:
        old, new = was[name], now[name]
        places = {
            "angka": TITLES[name],
            "sebelum": figure_value(name, old),
            "sesudah": figure_value(name, new),
        }
        if old is not None and new is not None and new < old:
            yield Message.of("{angka} turun dari {sebelum} menjadi {sesudah}.", **places)
        else:
            yield Message.of("{angka} naik dari {sebelum} menjadi {sesudah}.", **places)
    if not differing:
        yield Message.of("Angka pokok tidak berubah.")


def _moved(answer: Answer) -> Iterator[Message]:
    yield first_sentence(answer)
    found = answer.differences
    words = _Words(answer)
    for kind, sentence in _SENTENCES.items():
        some = sorted((one for one in found if one.kind is kind), key=lambda one: natural(words.person(one)))
        if some:
            yield Message.of(
                "{hal}: {siapa}.",
                hal=sentence,
                siapa=Names(tuple(words.of(one) for one in some), _MOST_NAMED),
            )
    followed = {one.employee for one in found if one.kind is DifferenceKind.FOLLOWS}
    if followed:
        yield Message.of("Ikut timnya yang digabung atau dipecah: {n} orang.", n=len(followed))
    yield from _hours(found, words)


def _hours(found: Iterable[Difference], words: _Words) -> Iterator[Message]:
    changed = [one for one in found if one.kind is DifferenceKind.HOURS]
    if changed:
        most = max(changed, key=lambda one: (abs(one.after - one.before), one.employee))
        sign = "+" if most.after > most.before else "−"
        yield Message.of(
            "Jam berubah pada {n} orang yang tetap duduk; terbesar {nama} ({tanda}{jam}).",
            n=len({one.employee for one in changed}),
            nama=words.person(most),
            tanda=sign,
            jam=Hours(abs(most.after - most.before)),
        )


def _by_law(answer: Answer) -> Iterator[Message]:
    if answer.by_law is None:
        return
    broken = answer.by_law.broken
    for verdict in broken:
        found = verdict.findings[0].text if verdict.findings else verdict.evidence
        yield Message.of(
            "Menurut peraturan susunan ini tidak memenuhi {kode}: {temuan}", kode=verdict.rule, temuan=found
        )
    if not broken:
        yield Message.of("Menurut peraturan yang berlaku pun susunan ini tidak melanggar satu pasal pun.")


class _Words:
    """People and teams by name, of before and after."""

    def __init__(self, answer: Answer) -> None:
        base, result = answer.base, answer.result
        self._people = shown_names(base.problem) | shown_names(result.problem)
        self._teams = naming.teams(base.problem, base.plan) | naming.teams(result.problem, result.plan)

    def person(self, one: Difference) -> str:
        return self._people.get(one.employee, one.employee)

    def team(self, code: str) -> str:
        return self._teams.get(code, code) if code != ALONE else "–"

    def of(self, one: Difference) -> Message:
        places = {"nama": self.person(one), "tim": self.team(one.team), "lain": self.team(one.other)}
        match one.kind:
            case DifferenceKind.MOVES:
                return Message.of("{nama} dari {lain} ke {tim}", **places)
            case DifferenceKind.ROLE:
                roles = {"sebelum": Message(one.role_before), "sesudah": Message(one.role_after)}
                return Message.of(
                    "{nama} dari {sebelum} menjadi {sesudah} {tim}", **roles, **_without(places, "lain")
                )
        return Message.of("{nama} ({tim})", **_without(places, "lain"))


def _without(places: dict[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in places.items() if key != name}


_SENTENCES = {
    DifferenceKind.LEAVES: Message.of("Keluar"),
    DifferenceKind.JOINS: Message.of("Masuk"),
    DifferenceKind.MOVES: Message.of("Pindah"),
    DifferenceKind.ROLE: Message.of("Ganti peran"),
}
