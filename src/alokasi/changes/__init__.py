"""The language of changes: what "what if" can ask of a problem, applied to a copy.

changes = read_texts(["orang-pergi P015 30/06/2027", "batas K083 12"])
changed = apply(problem, rules, changes, plan)
"""

from alokasi.changes.apply import Changed, apply
from alokasi.changes.describe import described, not_the_regulation
from alokasi.changes.faults import ChangesRefused, Fault
from alokasi.changes.grammar import VERBS, Verb
from alokasi.changes.kinds import (
    Amount,
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
from alokasi.changes.payload import as_payload, read_payloads
from alokasi.changes.rows import columns_of, package_columns_of
from alokasi.changes.text import as_text, read_texts

__all__ = [
    "VERBS",
    "Amount",
    "AvailabilityChanged",
    "Change",
    "Changed",
    "ChangesRefused",
    "EffectiveHoursChanged",
    "Fault",
    "LimitChanged",
    "LoanGranted",
    "LoanRefused",
    "LockAdded",
    "LockLifted",
    "NormChanged",
    "PackageAdded",
    "PackageDropped",
    "PersonArrives",
    "PersonLeaves",
    "ProfileChosen",
    "ReadingSwitched",
    "TeamSplit",
    "TeamsMerged",
    "TiersOrdered",
    "Verb",
    "VolumeChanged",
    "WeightChanged",
    "apply",
    "as_payload",
    "as_text",
    "columns_of",
    "described",
    "not_the_regulation",
    "package_columns_of",
    "read_payloads",
    "read_texts",
]
