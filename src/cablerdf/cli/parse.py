"""`cablerdf parse`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cablerdf.cli.common import options
from cablerdf.cli.common.telling import run_and_tell


@click.command("parse")
@options.inputs
@options.output
@click.option("-f", "--format", type=click.Choice(["jsonl", "json"]), default="jsonl", show_default=True)
@options.linking
@options.input_format
@options.running
@options.loudness
def command(inputs: tuple[str, ...], output: Path | None, format: str, input_format: str | None, **asked: Any) -> int:
    """Print the parsed cables, one JSON object a line (`-f json`: one array)."""
    from cablerdf.pipeline.commands import parse_to

    array, links = format == "json", options.links(asked)
    return run_and_tell(
        lambda s: parse_to(inputs, output, s, input_format=input_format, as_array=array, links=links), inputs, **asked
    )
