"""Deals people and their hours out to work that is already grouped: a plan in moments, good enough to start from.

Flows at least cost do the sums; what they do not know of the law the model tells when the plan is built from them.
"""

from alokasi.solve.dealing.deal import deal

__all__ = ["deal"]
