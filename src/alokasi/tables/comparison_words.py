"""What a comparison says first, in sentences: lawful, different, changed from the decree in force, of other data."""

from __future__ import annotations

from collections.abc import Iterator

from alokasi.comparison import DECREE, Compared, Comparison
from alokasi.results import Result
from alokasi.tables.answers import costs
from alokasi.tables.assumed import assumed_sentences
from alokasi.tables.differences import plan_differences
from alokasi.tables.digests import problem_digest
from alokasi.texts import Message, Names, wording
from alokasi_models.differences import SEATED, DifferenceKind
from alokasi_models.names import shown_names

_MOST_NAMED = 5


def comparison_sentences(found: Comparison, lang: str = "id") -> tuple[str, ...]:
    """Assumptions first, then what is broken, then each plan against the first, then against the decree in force; last
    of all data that differ.
    """
    first, *others = found.plans
    told = [*_assumed(found, lang), _lawful(found)]
    told += [_against(first, other) for other in others]
    if found.decree is not None:
        told.append(_from_decree(found.decree, found))
    told += [sentence for other in others for sentence in _data(first, other)]
    return tuple(wording(sentence, lang) for sentence in told)


def comparison_assumed(found: Comparison, lang: str = "id") -> tuple[str, ...]:
    """What each plan assumes, with the name of its file: numbers that are not the regulation's first."""
    return tuple(wording(sentence, lang) for sentence in _assumed(found, lang))


def _assumed(found: Comparison, lang: str) -> Iterator[Message]:
    for plan in found.plans:
        for sentence in assumed_sentences(plan.result, lang):
            yield Message.of("{nama}: {kalimat}", nama=plan.name, kalimat=sentence)


def _lawful(found: Comparison) -> Message:
    broken = {plan.name: _broken(plan.result) for plan in found.plans}
    lawful = tuple(name for name, codes in broken.items() if not codes)
    if len(lawful) == len(broken):
        return Message.of("Tidak ada pasal yang dilanggar pada semua susunan.")
    told = tuple(
        Message.of("{nama} ({kode})", nama=name, kode=Names(codes, _MOST_NAMED))
        for name, codes in broken.items()
        if codes
    )
    if not lawful:
        return Message.of("Pasal yang dilanggar: {susunan}.", susunan=Names(told))
    return Message.of(
        "Pasal yang dilanggar: {susunan}; tidak ada pada {lain}.", susunan=Names(told), lain=Names(lawful)
    )


def _broken(result: Result) -> tuple[str, ...]:
    return tuple(dict.fromkeys(verdict.rule for verdict in result.audit.broken))


def _against(earlier: Compared, later: Compared) -> Message:
    """People whose seats differ, of the others those whose hours do, and every headline figure that does."""
    seats, hours = _people(earlier, later)
    said = Message.of(
        "{lain} dibanding {dasar}: {n} orang berbeda kursi, {m} orang lain berbeda jam.",
        lain=_name(later),
        dasar=_name(earlier),
        n=seats,
        m=hours,
    )
    for sentence in costs(earlier.result, later.result):
        said = Message.of("{satu} {lain}", satu=said, lain=sentence)
    return said


def _from_decree(decree: Compared, found: Comparison) -> Message:
    counts = tuple(
        Message.of("{nama} {n} orang", nama=plan.name, n=_people(decree, plan)[0]) for plan in found.plans
    )
    return Message.of("Kursi berbeda dari susunan berjalan: {hitungan}.", hitungan=Names(counts))


def _people(earlier: Compared, later: Compared) -> tuple[int, int]:
    """Whose seats differ, and of the others whose hours do."""
    told = plan_differences(earlier.result, later.result)
    seated = {one.employee for one in told if one.kind in SEATED}
    return len(seated), len({one.employee for one in told if one.kind is DifferenceKind.HOURS} - seated)


def _data(earlier: Compared, later: Compared) -> Iterator[Message]:
    """People, work and the rest that the later workbook states otherwise."""
    before, after = earlier.result.problem, later.result.problem
    if problem_digest(before) == problem_digest(after):
        return
    said = Message.of("Data {lain} tidak sama dengan data {dasar}.", lain=later.name, dasar=earlier.name)
    people, others = {e.id for e in before.employees}, {e.id for e in after.employees}
    names = shown_names(after) | shown_names(before)
    gone = tuple(names[e.id] for e in before.employees if e.id not in others)
    new = tuple(names[e.id] for e in after.employees if e.id not in people)
    further = []
    if gone:
        further.append(
            Message.of("Tidak ada di {lain}: {nama}.", lain=later.name, nama=Names(gone, _MOST_NAMED))
        )
    if new:
        further.append(
            Message.of("Hanya ada di {lain}: {nama}.", lain=later.name, nama=Names(new, _MOST_NAMED))
        )
    was, now = ({p.id: p.minutes for p in problem.packages} for problem in (before, after))
    work = tuple(id for id in dict.fromkeys((*was, *now)) if was.get(id) != now.get(id))
    if work:
        further.append(
            Message.of(
                "Tugas yang berbeda bebannya di {lain}: {kode}.",
                lain=later.name,
                kode=Names(work, _MOST_NAMED),
            )
        )
    for sentence in further:
        said = Message.of("{satu} {lain}", satu=said, lain=sentence)
    yield said


def _name(one: Compared) -> Message | str:
    return Message.of("susunan berjalan") if one.name == DECREE else one.name
