"""`cablerdf inspect`."""

from __future__ import annotations

import click

from cablerdf.cli import options


@click.command("inspect")
@click.argument("file", metavar="FILE")
@click.option("--stage", type=options.LateChoice("stages"), default="cable", show_default=True, help="What to show.")
@click.option("--id", "wanted", metavar="ID", help="The document to show, of many in an archive; the first without it.")
@options.input_format
def command(file: str, stage: str, wanted: str | None, input_format: str | None) -> None:
    """Show what a stage made of one document: its text, its zones, the cable, the graph, the problems."""
    from cablerdf.pipeline.inspecting import STAGES, choose

    click.echo(STAGES[stage](choose(file, input_format, wanted)), nl=False)
