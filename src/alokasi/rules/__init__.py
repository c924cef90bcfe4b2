"""Uji Pasal: what each clause of the regulation says of a finished plan; knows nothing of solvers."""

from alokasi.rules.audit import audit
from alokasi.rules.checks import CHECKS
from alokasi.rules.verdicts import Audit, Finding, Verdict, VerdictStatus

__all__ = ["CHECKS", "Audit", "Finding", "Verdict", "VerdictStatus", "audit"]
