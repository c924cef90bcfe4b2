"""Work packages that come, go, or take another volume or norm."""

from __future__ import annotations

from dataclasses import replace

from alokasi.changes.draft import Draft, tidy, within
from alokasi.changes.faults import Unreadable
from alokasi.changes.kinds import NormChanged, PackageAdded, PackageDropped, VolumeChanged
from alokasi.changes.rows import new_package
from alokasi.texts import Message
from alokasi.workbook.schema import MOST_HOURS, MOST_VOLUME, ZERO
from alokasi_models.problem import WorkPackage


def added(draft: Draft, change: PackageAdded) -> Draft:
    package, said = new_package(draft.problem, change)
    return draft.having(*said, packages=(*draft.problem.packages, package))


def dropped(draft: Draft, change: PackageDropped) -> Draft:
    id, problem = change.package, draft.problem
    if len(problem.packages) == 1:
        raise Unreadable(Message.of("{id} tugas satu-satunya dalam buku kerja.", id=id))
    return draft.without_locks(lambda lock: lock.package == id, id).having(
        packages=tuple(p for p in problem.packages if p.id != id),
        needs=tuple(need for need in problem.needs if need.package != id),
    )


def volume_changed(draft: Draft, change: VolumeChanged) -> Draft:
    package = draft.problem.package(change.package)
    volume = tidy(change.volume.of(package.volume))
    within(volume, ZERO, MOST_VOLUME, Message.of("volume"), above=True)
    return _with(draft, replace(package, volume=volume))


def norm_changed(draft: Draft, change: NormChanged) -> Draft:
    package = draft.problem.package(change.package)
    hours = tidy(change.hours.of(package.norm_hours))
    within(hours, ZERO, MOST_HOURS, Message.of("norma"), above=True)
    return _with(draft, replace(package, norm_hours=hours))


def _with(draft: Draft, package: WorkPackage) -> Draft:
    return draft.having(packages=tuple(package if p.id == package.id else p for p in draft.problem.packages))
