"""What the program prints for people: on stderr progress on a terminal, and a summary at the end."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from cablerdf.plain import one_line, plain

if TYPE_CHECKING:
    from cablerdf.pipeline.runs.run import Settings
    from cablerdf.pipeline.runs.summary import Summary
    from cablerdf.pipeline.work.made import Row

BAR = 20  # characters of the bar
TOP = 10  # codes of problems that are listed


def echo(text: str | bytes, err: bool = False, nl: bool = True) -> None:
    """Print for people, by which no document steers their terminal; bytes are for other programs and go as they are."""
    click.echo(plain(text) if isinstance(text, str) else text, err=err, nl=nl)


class Progress:
    """A bar, where it can be told how much there is, else a line that counts; on a terminal only."""

    def __init__(self, quiet: bool, inputs: Iterable[str] = ()) -> None:
        self.shown = not quiet and sys.stderr.isatty()
        self.begun = self.last = time.monotonic()
        self.total: int | None = None
        if self.shown:
            from cablerdf.pipeline.runs.estimate import estimate

            self.total = estimate(inputs)

    def __call__(self, count: int) -> None:
        now = time.monotonic()
        if self.shown and now - self.last >= 0.1:
            self.last = now
            click.echo(f"\r{progress_line(count, self.total, now - self.begun)}\033[K", err=True, nl=False)

    def end(self) -> None:
        """Take the line away."""
        if self.shown:
            click.echo("\r\033[K", err=True, nl=False)


def progress_line(count: int, total: int | None, seconds: float) -> str:
    """How far a run is.

    >>> progress_line(50, 200, 10.0)
    '█████               50 of about 200 cables, 5/s, 0:30 left'
    >>> progress_line(1, None, 1.0)
    '1 cable, 1/s'
    """
    rate = count / seconds if seconds else 0.0
    if not total or count > total or not rate:
        return f"{count_of(count, 'cable')}, {rate:,.0f}/s"
    left = int((total - count) / rate)
    bar = "█" * (BAR * count // total)
    return f"{bar:{BAR}}{count:,} of about {total:,} cables, {rate:,.0f}/s, {left // 60}:{left % 60:02} left"


def count_of(number: int, noun: str) -> str:
    """A number of things in words.

    >>> count_of(1, "cable"), count_of(2000, "cable")
    ('1 cable', '2,000 cables')
    """
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def summary_lines(summary: Summary) -> list[str]:
    """The end of a run in words."""
    counts = [f"{summary.written:,} written"]
    counts += [f"{summary.nonconforming:,} not conforming"] if summary.nonconforming else []
    counts += [f"{summary.unchanged:,} unchanged"] if summary.unchanged else []
    counts += [f"{summary.gone:,} gone since (`load --manifest` drops them)"] if summary.gone else []
    counts += [f"{summary.duplicates:,} left out as duplicates"] if summary.duplicates else []
    counts += [f"{summary.no_cables:,} not a cable"] if summary.no_cables else []
    unread = summary.failed - summary.no_cables
    counts += [f"{unread:,} could not be read"] if unread else []
    lines = [f"{count_of(summary.read, 'document')}: {', '.join(counts)}"]
    if summary.problems:
        lines.append("problems, most frequent first:")
        ranked = sorted(summary.problems.items(), key=lambda item: (-item[1], item[0]))
        lines += [f"  {count:8,}  {severity:9}  {code}" for (severity, code), count in ranked[:TOP]]
        if len(ranked) > TOP:
            lines.append(f"  and {len(ranked) - TOP} more kinds")
    for title, rows, total in (
        ("not written:", summary.unreadable, summary.failed),
        ("do not conform:", summary.not_conforming, summary.nonconforming),
    ):
        if rows:
            lines.append(title)
            lines += [f"  {row_line(row)}" for row in rows]
        if total > len(rows) > 0:
            lines.append(f"  and {total - len(rows):,} more (--report FILE names all)")
    return lines


def row_line(row: Row) -> str:
    """A line of the report for a reader."""
    return one_line(f"{row.source}{f', line {row.line}' if row.line else ''}: {row.message} [{row.code}]")


def tell(summary: Summary, quiet: bool) -> None:
    """Print the summary; when quiet, only what could not be read."""
    if not quiet:
        echo("\n".join(summary_lines(summary)), err=True)
    else:
        for row in summary.unreadable:
            echo(row_line(row), err=True)


def run_and_tell(
    run: Callable[[Settings], Summary], inputs: Iterable[str], *, quiet: bool, verbose: int, **how: Any
) -> int:
    """Do a run with progress and summary; its exit status comes back.

    Args:
        run: what is to be done.
        inputs: what it reads.
        quiet, verbose: how much is told.
        how: `jobs`, `timeout`, `report`, `resume` of the run's settings.
    """
    from cablerdf.pipeline.runs.run import Settings

    progress = Progress(quiet, inputs)

    def said(message: str) -> None:
        progress.end()
        say(message)

    def note(row: Row) -> None:
        if verbose > 1 or (verbose and row.severity != "info"):
            progress.end()
            say(f"{row.severity} {row_line(row)}")

    try:
        with termination_as_interrupt():
            summary = run(Settings(**how, progress=progress, say=nothing if quiet else said, note=note))
    finally:
        progress.end()
    tell(summary, quiet)
    return summary.status


class Terminated(KeyboardInterrupt):
    """SIGTERM in a run, which then ends as after Ctrl-C: in words, with what is finished kept."""


@contextmanager
def termination_as_interrupt() -> Iterator[None]:
    """Raise Terminated in the block where the process is told to end."""

    def ring(_number: int, _frame: Any) -> None:
        raise Terminated

    before = signal.signal(signal.SIGTERM, ring)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def nothing(_message: str) -> None:
    """Tell nothing."""


def say(message: str) -> None:
    """Tell on stderr."""
    echo(message, err=True)
