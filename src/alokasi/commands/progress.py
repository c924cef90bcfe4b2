"""Live progress of a solve on stderr: the tier, the best value, the bound and the elapsed time; Ctrl-C asks to stop."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock, Thread, current_thread, main_thread
from time import monotonic
from types import FrameType

from rich.live import Live
from rich.text import Text

from alokasi.commands.output import talk
from alokasi.texts import Message, Share, decimal, wording
from alokasi_models.plan import Improvement

REFRESH_SECONDS = 0.25


@dataclass(slots=True)
class Watch:
    """What a running solve has told so far; `stop` asks it to end and keep the best."""

    limit: float
    lang: str
    titles: Mapping[str, str] = field(default_factory=dict)  # of the objectives, by name
    stop: Event = field(default_factory=Event)
    begun: float = field(default_factory=monotonic)
    last: Improvement | None = None
    _lock: Lock = field(default_factory=Lock)

    def show(self, step: Improvement) -> None:
        with self._lock:
            self.last = step

    def line(self) -> str:
        elapsed = decimal(monotonic() - self.begun, self.lang)
        limit = (
            decimal(self.limit, self.lang, digits=0) if self.limit >= 1 else decimal(self.limit, self.lang)
        )
        with self._lock:
            step = self.last
        if step is None:
            return wording(
                Message.of("{detik} dari {batas} detik · menyusun ...", detik=elapsed, batas=limit), self.lang
            )
        known = step.bound is not None and step.gap is not None
        return wording(
            Message.of(
                "{detik} dari {batas} detik · {tujuan}: terbaik {nilai}, batas {batas_nilai}, selisih {selisih}"
                " · Ctrl-C menyimpan yang terbaik",
                detik=elapsed,
                batas=limit,
                tujuan=self.titles.get(step.tier, step.tier),
                nilai=round(step.value),
                batas_nilai=round(step.bound or 0) if known else "–",
                selisih=Share(step.gap or 0.0) if known else "–",
            ),
            self.lang,
        )


@contextmanager
def watched(limit: float, lang: str, titles: Mapping[str, str]) -> Iterator[Watch]:
    """Shows progress while the body runs; the first Ctrl-C sets `stop`, a second one interrupts."""
    watch = Watch(limit, lang, titles)
    with _interrupt_stops(watch.stop):
        if not talk.is_terminal:
            yield watch
            return
        done = Event()
        with Live(Text(watch.line()), console=talk, transient=True, auto_refresh=False) as live:

            def refresh() -> None:
                while not done.wait(REFRESH_SECONDS):
                    live.update(Text(watch.line()), refresh=True)

            ticker = Thread(target=refresh, daemon=True)
            ticker.start()
            try:
                yield watch
            finally:
                done.set()
                ticker.join()


@contextmanager
def _interrupt_stops(stop: Event) -> Iterator[None]:
    if current_thread() is not main_thread():
        yield
        return
    previous = signal.getsignal(signal.SIGINT)

    def ask_to_stop(number: int, frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    signal.signal(signal.SIGINT, ask_to_stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)
