"""`cablerdf parse`."""

from __future__ import annotations

from pathlib import Path

import click

from cablerdf.cli import options
from cablerdf.cli.telling import Progress, tell


@click.command("parse")
@options.inputs
@options.output
@click.option("-f", "--format", "format_", type=click.Choice(["jsonl", "json"]), default="jsonl", show_default=True)
@options.input_format
@options.running
@options.loudness
def command(
    inputs: tuple[str, ...],
    output: Path | None,
    format_: str,
    input_format: str | None,
    jobs: int,
    timeout: float,
    report: Path | None,
    quiet: bool,
    verbose: int,
) -> int:
    """Print the parsed cables, one JSON object a line (`-f json`: one array)."""
    from cablerdf.pipeline.commands import parse_to
    from cablerdf.pipeline.run import Settings

    progress = Progress(quiet)
    settings = Settings(jobs=jobs, timeout=timeout, report=report, progress=progress)
    summary = parse_to(inputs, output, settings, input_format=input_format, as_array=format_ == "json")
    progress.end()
    tell(summary, quiet)
    return summary.status
