"""`alokasi dashboard` as it is started: on loopback only, and ended by Ctrl-C without a word."""

from __future__ import annotations

import signal
import socket
import subprocess
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep

from command_line import started


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def status(port: int, host: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/", headers={"Host": host})
        return connection.getresponse().status
    finally:
        connection.close()


def wait_for(port: int) -> None:
    end = monotonic() + 30
    while monotonic() < end:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.1)
    raise AssertionError("the dashboard did not start")


def test_it_serves_this_computer_until_ctrl_c(tmp_path: Path):
    port = free_port()
    running = started("dashboard", tmp_path, "--port", port, "--lang", "en", stderr=subprocess.PIPE)
    wait_for(port)
    assert status(port, f"127.0.0.1:{port}") == 200
    assert status(port, "contoh.go.id") == 403
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=20)
    assert running.returncode == 0
    assert said.decode() == f"Dashboard: http://127.0.0.1:{port}/?bahasa=en  (Ctrl-C stops it)\n"


def test_a_port_in_use_is_told_with_another_one(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        running = started("dashboard", tmp_path, "--port", port, stderr=subprocess.PIPE)
        _, said = running.communicate(timeout=30)
    assert running.returncode == 2
    assert said.decode() == f"Porta {port} sedang dipakai. Pilih yang lain: --port {port + 1}\n"
