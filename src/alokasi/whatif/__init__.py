"""What if: a changed problem solved with least change from the plan asked about."""

from alokasi.whatif.run import Found, answers

__all__ = ["Found", "answers"]
