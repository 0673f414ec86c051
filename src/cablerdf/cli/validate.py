"""`cablerdf validate`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cablerdf.cli.common import options
from cablerdf.cli.common.exit import DONE, NOT_CONFORMING
from cablerdf.cli.common.telling import echo, nothing, say


@click.command("validate")
@click.argument("data", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DATA...")
@click.option("-f", "--format", "format_", type=options.LateChoice("report formats"), default="text", show_default=True)
@click.option("--engine", metavar="NAME", help="shacl where it is installed; pyshacl is the reference, and slow.")
@options.loudness
def command(data: tuple[Path, ...], format_: str, engine: str | None, quiet: bool, verbose: int) -> int:
    """Report what SHACL finds in RDF files, all of them together as one graph.

    DATA is a file, or a folder with RDF files in it, as `convert --cluster` writes. The status is 1
    where there is a violation; warnings and information leave it 0.
    """
    from cablerdf.pipeline.validating import REPORT_FORMATS, validate_files

    told = say if not quiet else nothing
    report = validate_files(data, engine, told, progress=told if sys.stderr.isatty() else nothing)
    if not quiet:
        echo(REPORT_FORMATS[format_](report), nl=False)
    return DONE if report.conforms else NOT_CONFORMING
