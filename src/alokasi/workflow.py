"""The main job, step by step, for the command line, the dashboard and notebooks alike.

    workbook -> check -> solve -> audit -> result workbook, report

Each step takes and returns frozen values; only `load` reads a file and only `save` writes files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from alokasi.errors import DataError, UsageError
from alokasi.results import Assumption, Result, evaluate
from alokasi.texts import Message, Names
from alokasi.workbook import Reading, read
from alokasi.workbook.contradictions import contradiction
from alokasi.workbook.issues import Issue, Severity
from alokasi_models.decree import decree_plan
from alokasi_models.packs import Ruleset, ruleset
from alokasi_models.plan import Improvement, Outcome, Plan, Reason, Status
from alokasi_models.problem import Problem
from alokasi_models.structure import structures

if TYPE_CHECKING:
    from alokasi.answers import Answer
    from alokasi.changes import Change
    from alokasi.solve import Limits


class Counted(Enum):
    """On how much of a workbook contradictions were counted."""

    ALL = "semua"
    PART = "sebagian"  # rows in error are left out, and so is what would rest on them
    NONE = "tidak"


@dataclass(frozen=True, slots=True)
class Checked:
    """A workbook read and checked: its problem (None where an error forbids one), messages, contradictions."""

    path: Path
    reading: Reading
    contradictions: tuple[Reason, ...] = ()
    counted: Counted = Counted.ALL

    @property
    def errors(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.reading.issues if issue.severity is Severity.ERROR)

    @property
    def contradicting(self) -> tuple[Issue, ...]:
        """The contradictions as messages, each at a row that has part in it."""
        return tuple(contradiction(reason, self.reading.decided) for reason in self.contradictions)

    @property
    def usable(self) -> bool:
        return not self.errors and not self.contradictions and self.reading.problem is not None


class Unusable(DataError):
    """A workbook with errors to repair; `reading` holds every message."""

    def __init__(self, path: Path, reading: Reading) -> None:
        errors = sum(issue.severity is Severity.ERROR for issue in reading.issues)
        super().__init__(
            Message.of(
                "{berkas} memuat {n} galat yang harus diperbaiki; jalankan `alokasi check {berkas}`.",
                berkas=path.name,
                n=errors,
            )
        )
        self.reading = reading


def check(path: Path) -> Checked:
    """Reads a workbook (or a folder of CSV files) and finds everything to repair before a solve, in one pass: with
    errors in it, contradictions are counted on what is readable.

    Raises DataError only where the file itself cannot be read.
    """
    return counted(path, read(path))


def counted(path: Path, reading: Reading) -> Checked:
    """A reading with the contradictions that hold whatever its rows in error are meant to say."""
    from alokasi.solve.counting import impossible

    if reading.problem is not None:
        return Checked(path, reading, impossible(reading.problem, ruleset(reading.problem)))
    if reading.part is None:
        return Checked(path, reading, counted=Counted.NONE)
    problem, incomplete = reading.part.problem, reading.part.incomplete
    extent = Counted.PART if incomplete else Counted.ALL
    return Checked(path, reading, impossible(problem, ruleset(problem), incomplete), extent)


def load(path: Path) -> tuple[Problem, Plan | None, Reading]:
    """The problem of a workbook and the plan in it, if any. Raises Unusable where errors forbid a problem."""
    reading = read(path)
    if reading.problem is None:
        raise Unusable(path, reading)
    return reading.problem, reading.plan, reading


def rules_for(problem: Problem, profile: str | None = None) -> Ruleset:
    """Law, policy and objectives in force for a problem. Raises UsageError for an unknown profile."""
    from alokasi_models.packs import profile_names

    if profile is not None and profile not in profile_names():
        raise UsageError(
            Message.of(
                "Profil “{nama}” tidak ada. Pilihan: {pilihan}.", nama=profile, pilihan=Names(profile_names())
            )
        )
    return ruleset(problem, profile)


def propose(
    problem: Problem,
    rules: Ruleset,
    limits: Limits,
    on_progress: Callable[[Improvement], None] | None = None,
    stop: Event | None = None,
    on: date | None = None,
    given: Plan | None = None,
    assumed: tuple[Assumption, ...] = (),
) -> Result:
    """Solves, then audits what was found: no plan leaves this function unaudited. `given`: a plan to improve;
    `assumed`: what the workbook says of a what-if it came from.
    """
    from alokasi.solve import solve

    outcome = solve(problem, rules, limits, on_progress=on_progress, stop=stop, given=given)
    return evaluate(problem, rules, outcome.plan, outcome=outcome, on=on, assumed=assumed)


def opened(path: Path, on: date | None = None) -> Result:
    """The plan of a workbook, proposed or made by hand, with what its Ringkasan says of the search and of assumptions.

    Without a plan, the decree in force. Raises Unusable and, without either, DataError.
    """
    problem, plan, reading = load(path)
    return opened_from(problem, plan, reading, on)


def opened_from(problem: Problem, plan: Plan | None, reading: Reading, on: date | None = None) -> Result:
    """As `opened`, of a workbook that was read already."""
    from alokasi.tables import read_assumed, read_outcome

    outcome = None if plan is None else read_outcome(reading.summary, problem, plan)
    rules = rules_for(problem, outcome.profile if outcome is not None else None)
    assumed = read_assumed(reading.summary)
    if plan is None:
        return judge(problem, rules, None, on, assumed=assumed)
    return evaluate(problem, rules, plan, outcome, on, assumed)


def what_if(
    base: Result,
    changes: Sequence[Change],
    limits: Limits,
    stop: Event | None = None,
    on: date | None = None,
) -> Iterator[Answer]:
    """A first answer at once, better ones until time is up; the last is final. Raises ChangesRefused."""
    from alokasi.answers import ask

    return ask(base, changes, limits, stop, on)


def judge(
    problem: Problem,
    rules: Ruleset,
    plan: Plan | None,
    on: date | None = None,
    as_it_stands: bool = False,
    assumed: tuple[Assumption, ...] = (),
) -> Result:
    """Audits a plan made by hand or solved earlier; without one, the decree in force.

    Without a plan the data alone are judged where no unit is to be planned, and where they are taken `as_it_stands`,
    as a result in which nothing is planned. `assumed`: what the workbook says of a what-if it came from. Raises
    DataError where a workbook to be planned holds neither.
    """
    judged = plan if as_it_stands else plan or decree_plan(problem)
    if judged is None and not as_it_stands and plannable(problem, rules):
        raise DataError(
            Message.of(
                "Tidak ada susunan untuk diuji: isi lembar Susunan dan Pembagian Tugas, atau Susunan Berjalan."
            )
        )
    return evaluate(problem, rules, judged, on=on, assumed=assumed)


def plannable(problem: Problem, rules: Ruleset) -> bool:
    """Whether any unit of the workbook is in the scope of planning."""
    return any(structure.optimised for structure in structures(problem, rules).values())


def planned_nothing(outcome: Outcome | None) -> bool:
    """Whether no unit of the workbook is in the scope of planning (patterns 7-9, not simplified)."""
    return outcome is not None and outcome.status is Status.NOTHING_TO_PLAN


def save(
    result: Result,
    workbook: Path,
    report: Path | None = None,
    include_nip: bool = False,
    lang: str = "id",
    issues: Sequence[Issue] = (),
) -> None:
    """Writes the result workbook and, where asked, the report. `issues` of the reading go to the sheet Pesan, after
    what the search itself has to tell.
    """
    from alokasi.tables import note_issues, result_sheets
    from alokasi.workbook import write_result

    write_result(
        workbook,
        result.problem,
        result_sheets(result, lang),
        include_nip=include_nip,
        issues=(*note_issues(() if result.outcome is None else result.outcome.notes), *issues),
        lang=lang,
    )
    if report is not None:
        from alokasi.report import write_report

        write_report(result, report, lang)
