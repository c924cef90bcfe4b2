"""A child that takes too long, dies or fails ends in a word, never in a wait without end."""

from __future__ import annotations

import pytest

from alokasi.opening.limited import run_limited
from alokasi.opening.refusal import Why

LIMITED = "from alokasi.opening.child import limit; limit(10**8, 1); "


def test_what_is_sent_comes_back_as_the_child_tells_it():
    ended = run_limited("import sys; sys.stdout.write(sys.stdin.read()[::-1])", b"abc", 10, light=True)
    assert (ended.told, ended.why) == (b"cba", None)


@pytest.mark.parametrize(
    ("code", "seconds", "why"),
    [
        ("import time; time.sleep(60)", 0.5, Why.TIME),
        (LIMITED + "\nwhile True: pass", 30, Why.TIME),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", 10, Why.MEMORY),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", 10, Why.CRASH),
        ("raise ValueError('of ours')", 10, Why.CRASH),
    ],
)
def test_a_child_that_does_not_end_well_says_why(code: str, seconds: float, why: Why):
    ended = run_limited(code, b"", seconds, light=True)
    assert (ended.told, ended.why) == (b"", why)


def test_what_our_own_fault_printed_is_kept():
    assert "of ours" in run_limited("raise ValueError('of ours')", b"", 10, light=True).fault


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("bytearray(10**9)", "MemoryError"),
        ("open('/dev/null')", "OSError"),
        ("import socket; socket.socket()", "OSError"),
        ("__import__('subprocess').run(['true'])", "OSError"),
    ],
)
def test_a_limited_child_gets_neither_memory_nor_files_nor_connections(code: str, error: str):
    preloaded = "import socket, subprocess; "
    assert error in run_limited(preloaded + LIMITED + code, b"", 20, light=True).fault


def test_a_light_child_knows_nothing_but_the_standard_library():
    code = "import alokasi.opening.child, sys; print(*(m for m in sys.modules if m.split('.')[0] in %r))"
    heavy = ("openpyxl", "numpy", "babel", "pandas", "site", "ortools")
    ended = run_limited(code % (heavy,), b"", 20, light=True)
    assert ended.told.decode().split() == []
