"""Who appraises whom (5.5): the nearest superior in the chain whose rank is not lower (K160)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from alokasi.rules.judging import Checks, judged, not_applicable
from alokasi.rules.verdicts import NOBODY, Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Message, Names
from alokasi_models.law import Rule
from alokasi_models.problem import (
    Employee,
    EmployeeStatus,
    Official,
    OfficialKind,
    OfficialStatus,
    grade_rank,
)

_APPRAISERS = frozenset(
    {OfficialKind.MADYA, OfficialKind.PRATAMA, OfficialKind.ADMINISTRATOR, OfficialKind.PENGAWAS}
)


class Answer(Enum):
    FOUND = "found"
    NOBODY = "nobody"  # the chain is complete, and nobody in it qualifies
    UNKNOWN = "unknown"  # a rank or the rest of the chain is missing


@dataclass(frozen=True, slots=True)
class Appraisal:
    """`official` appraises; or what is missing."""

    answer: Answer
    official: str = ""
    missing: Message = NOBODY


def appraiser_rank(rule: Rule, view: View) -> Verdict:
    """K160. Comparing with `atasan_langsung` alone is a misreading: an Ahli Madya IV/b under a Pengawas III/d is
    ordinary, the appraiser is then further up the chain.
    """
    if not view.staff:
        return not_applicable(rule, view, Message.of("Unit ini tidak punya pegawai di lembar Pegawai."))
    breaches: list[Finding] = []
    open_points: list[Finding] = []
    appraisers: Counter[str] = Counter()
    for employee in view.staff:
        found = appraisal(employee, view)
        match found.answer:
            case Answer.FOUND:
                appraisers[found.official] += 1
            case Answer.NOBODY:
                text = Message.of(
                    "{nama} ({golongan}): tidak ada atasan dalam rantai dengan pangkat sama atau lebih tinggi.",
                    nama=view.name(employee.id),
                    golongan=employee.grade or str(employee.status),
                )
                breaches.append(Finding(text, (employee.id,)))
            case Answer.UNKNOWN:
                text = Message.of("{nama}: {apa}.", nama=view.name(employee.id), apa=found.missing)
                open_points.append(Finding(text, (employee.id,)))
    count = appraisers.total()
    if count == 0:
        evidence = Message.of("Penilai 0 dari {m} pegawai dapat ditentukan.", m=len(view.staff))
    else:
        evidence = Message.of(
            "Penilai {n} dari {m} pegawai dapat ditentukan; {penilai}.",
            n=count,
            m=len(view.staff),
            penilai=Names(tuple(f"{view.name(id)}: {n}" for id, n in appraisers.most_common())),
        )
    return judged(rule, view, evidence, breaches, open_points)


def appraisal(employee: Employee, view: View) -> Appraisal:
    """Walks the chain of superiors; a vacant post and a functional head do not appraise."""
    own = _rank(employee)
    if own is None:
        return Appraisal(Answer.UNKNOWN, missing=_needed(employee))
    chain = view.index.above.get(employee.superior, ())
    for official in chain:
        if official.kind not in _APPRAISERS or official.status is OfficialStatus.VACANT:
            continue
        rank = _compared(official, employee)
        if rank is None:
            return Appraisal(Answer.UNKNOWN, missing=_unknown_rank(official, employee, view))
        if rank >= own:
            return Appraisal(Answer.FOUND, official.id)
    if chain and chain[-1].kind is OfficialKind.MADYA:
        return Appraisal(Answer.NOBODY)
    last = view.name(chain[-1].id) if chain else employee.superior or "-"
    return Appraisal(
        Answer.UNKNOWN,
        missing=Message.of("rantai atasan berhenti di {atasan}, yang atasannya tidak tercatat", atasan=last),
    )


def _rank(employee: Employee) -> tuple[int, str] | None:
    """A PPPK has no rank: the job class stands for it (A23)."""
    if employee.status is EmployeeStatus.PPPK:
        return None if employee.job_class is None else (employee.job_class, "")
    return grade_rank(employee.grade)


def _compared(official: Official, employee: Employee) -> tuple[int, str] | None:
    if employee.status is EmployeeStatus.PPPK:
        return None if official.job_class is None else (official.job_class, "")
    return grade_rank(official.grade)


def _needed(employee: Employee) -> Message:
    if employee.status is EmployeeStatus.PPPK:
        return Message.of("PPPK tanpa kelas jabatan")
    if employee.grade:
        return Message.of("golongan “{nilai}” tidak dikenal", nilai=employee.grade)
    return Message.of("golongan belum diisi")


def _unknown_rank(official: Official, employee: Employee, view: View) -> Message:
    if employee.status is EmployeeStatus.PPPK:
        return Message.of("kelas jabatan {atasan} belum diisi", atasan=view.name(official.id))
    if official.grade:
        return Message.of(
            "golongan {atasan}, “{nilai}”, tidak dikenal", atasan=view.name(official.id), nilai=official.grade
        )
    return Message.of("golongan {atasan} belum diisi", atasan=view.name(official.id))


CHECKS: Checks = {"K160": appraiser_rank}
