"""How a verdict is put together: the status rules 6.0 gives to what was found, with evidence and findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from alokasi.rules.verdicts import NOBODY, Finding, Verdict, VerdictStatus
from alokasi.rules.view import View
from alokasi.texts import Bilingual, Message
from alokasi_models.law import Rule, Text

Check: TypeAlias = Callable[[Rule, View], Verdict]
Checks: TypeAlias = Mapping[str, Check]

_WITH_OFFICIAL = frozenset(
    {
        VerdictStatus.NOT_MET,
        VerdictStatus.DECISION,
        VerdictStatus.OTHER_LAW,
        VerdictStatus.OUT_OF_REACH,
    }
)


def verdict(
    rule: Rule, view: View, status: VerdictStatus, evidence: Message, findings: Sequence[Finding] = ()
) -> Verdict:
    readings = () if status is VerdictStatus.NOT_APPLICABLE else rule.readings
    return Verdict(
        unit=view.unit.id,
        rule=rule.id,
        status=status,
        evidence=evidence,
        findings=tuple(findings),
        readings=readings,
        decided_by=_official(rule.decided_by) if status in _WITH_OFFICIAL else NOBODY,
    )


def judged(
    rule: Rule,
    view: View,
    evidence: Message,
    breaches: Sequence[Finding],
    open_points: Sequence[Finding] = (),
    notes: Sequence[Finding] = (),
) -> Verdict:
    """A hard clause: broken by a breach, left to the official by an open point, kept otherwise."""
    if breaches:
        status = VerdictStatus.NOT_MET
    elif open_points:
        status = VerdictStatus.DECISION
    else:
        status = VerdictStatus.MET
    return verdict(rule, view, status, evidence, (*breaches, *open_points, *notes))


def weighed(rule: Rule, view: View, evidence: Message, findings: Sequence[Finding] = ()) -> Verdict:
    """A factor with the figure of this plan."""
    return verdict(rule, view, VerdictStatus.WEIGHED, evidence, findings)


def lacking(rule: Rule, view: View, evidence: Message, findings: Sequence[Finding] = ()) -> Verdict:
    """Data are missing, or an official must act first: never "terpenuhi"."""
    return verdict(rule, view, VerdictStatus.DECISION, evidence, findings)


def met(rule: Rule, view: View, evidence: Message, findings: Sequence[Finding] = ()) -> Verdict:
    return verdict(rule, view, VerdictStatus.MET, evidence, findings)


def note(rule: Rule, view: View, evidence: Message, findings: Sequence[Finding] = ()) -> Verdict:
    """What a clause allows or defines, and whether this plan uses it."""
    return verdict(rule, view, VerdictStatus.NOTE, evidence, findings)


def not_applicable(rule: Rule, view: View, evidence: Message) -> Verdict:
    return verdict(rule, view, VerdictStatus.NOT_APPLICABLE, evidence)


def other_law(rule: Rule, view: View, evidence: Message, findings: Sequence[Finding] = ()) -> Verdict:
    return verdict(rule, view, VerdictStatus.OTHER_LAW, evidence, findings)


def in_words(text: Text) -> Bilingual:
    """A text of the pack as a value of a sentence."""
    return Bilingual(text.id, text.en)


def _official(text: Text) -> Message:
    return Message.of("{pejabat}", pejabat=in_words(text)) if text.id else NOBODY


NO_PLAN = Message.of("Belum ada susunan untuk unit ini.")


def sentence(*clauses: Message) -> Message:
    """One sentence of clauses that each begin with a number: "36 dari 36 pegawai ...; 9 dari 9 tim ..."."""
    return Message.of("{isi}.", isi=_joined(clauses))


def _joined(clauses: Sequence[Message]) -> Message:
    first, *rest = clauses
    return Message.of("{kiri}; {kanan}", kiri=first, kanan=_joined(rest)) if rest else first
