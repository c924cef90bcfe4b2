"""Errors a user can mend; everything else is a bug and is shown in full.

UserError
  DataError      the workbook must be repaired (exit 3)
  UsageError     the call is wrong (exit 2)
"""

from __future__ import annotations

from alokasi.texts import Message, wording


class UserError(Exception):
    """Shown in one sentence, without a traceback."""

    exit_code = 1

    def __init__(self, message: Message) -> None:
        super().__init__(wording(message))
        self.message = message


class UsageError(UserError):
    exit_code = 2


class DataError(UserError):
    exit_code = 3
