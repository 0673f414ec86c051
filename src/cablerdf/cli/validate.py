"""`cablerdf validate`."""

from __future__ import annotations

from pathlib import Path

import click

from cablerdf.cli import options
from cablerdf.cli.exit import DONE, NOT_CONFORMING
from cablerdf.cli.telling import echo


@click.command("validate")
@click.argument("data", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DATA...")
@click.option("-f", "--format", "format_", type=options.LateChoice("report formats"), default="text", show_default=True)
@click.option(
    "--engine", default="pyshacl", show_default=True, metavar="NAME", help="pyshacl is the reference; shacl is fast."
)
@options.loudness
def command(data: tuple[Path, ...], format_: str, engine: str, quiet: bool, verbose: int) -> int:
    """Report what SHACL finds in RDF files, all of them together as one graph.

    The status is 1 where there is a violation; warnings and information leave it 0.
    """
    from cablerdf.pipeline.validating import REPORT_FORMATS, validate_files

    report = validate_files(data, engine)
    if not quiet:
        echo(REPORT_FORMATS[format_](report), nl=False)
    return DONE if report.conforms else NOT_CONFORMING
