"""What a run tells on stderr: progress on a terminal, a summary at the end."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from cablerdf.pipeline.run import Settings
    from cablerdf.pipeline.summary import Summary

TOP = 10  # codes of problems that are listed


class Progress:
    """A line that counts; on a terminal only."""

    def __init__(self, quiet: bool) -> None:
        self.shown = not quiet and sys.stderr.isatty()
        self.begun = self.last = time.monotonic()

    def __call__(self, count: int) -> None:
        now = time.monotonic()
        if self.shown and now - self.last >= 0.1:
            self.last = now
            click.echo(f"\r{count:,} cables  {count / (now - self.begun):,.0f}/s ", err=True, nl=False)

    def end(self) -> None:
        """Take the line away."""
        if self.shown:
            click.echo("\r\033[K", err=True, nl=False)


def summary_lines(summary: Summary) -> list[str]:
    """The end of a run in words."""
    counts = [f"{summary.written:,} written"]
    counts += [f"{summary.nonconforming:,} not conforming"] if summary.nonconforming else []
    counts += [f"{summary.unchanged:,} unchanged"] if summary.unchanged else []
    counts += [f"{summary.duplicates:,} left out as duplicates"] if summary.duplicates else []
    counts += [f"{summary.failed:,} could not be read"] if summary.failed else []
    lines = [f"{summary.read:,} cables read: {', '.join(counts)}"]
    if summary.problems:
        lines.append("problems, most frequent first:")
        ranked = sorted(summary.problems.items(), key=lambda item: (-item[1], item[0]))
        lines += [f"  {count:8,}  {severity:9}  {code}" for (severity, code), count in ranked[:TOP]]
        if len(ranked) > TOP:
            lines.append(f"  and {len(ranked) - TOP} more kinds")
    for title, rows, total in (
        ("could not be read:", summary.unreadable, summary.failed),
        ("do not conform:", summary.not_conforming, summary.nonconforming),
    ):
        if rows:
            lines.append(title)
            lines += [
                f"  {row.source}{f', line {row.line}' if row.line else ''}: {row.message} [{row.code}]" for row in rows
            ]
        if total > len(rows) > 0:
            lines.append(f"  and {total - len(rows):,} more (--report FILE names all)")
    return lines


def tell(summary: Summary, quiet: bool) -> None:
    """Print the summary; when quiet, only what could not be read."""
    if not quiet:
        click.echo("\n".join(summary_lines(summary)), err=True)
    else:
        for row in summary.unreadable:
            click.echo(f"{row.source}: {row.message} [{row.code}]", err=True)


def run_and_tell(run: Callable[[Settings], Summary], *, quiet: bool, verbose: int, **how: Any) -> int:
    """Do a run with progress and summary; its exit status comes back.

    Args:
        run: what is to be done.
        quiet, verbose: how much is told.
        how: `jobs`, `timeout`, `report`, `resume` of the run's settings.
    """
    from cablerdf.pipeline.run import Settings

    progress = Progress(quiet)
    try:
        summary = run(Settings(**how, progress=progress, say=nothing if quiet else say))
    finally:
        progress.end()
    tell(summary, quiet)
    return summary.status


def nothing(_message: str) -> None:
    """Tell nothing."""


def say(message: str) -> None:
    """Tell on stderr."""
    click.echo(message, err=True)
