"""`cablerdf inspect`."""

from __future__ import annotations

import click

from cablerdf.cli.common import options
from cablerdf.cli.common.telling import echo


@click.command("inspect")
@click.argument("file", metavar="FILE")
@click.option("--stage", type=options.LateChoice("stages"), default="cable", show_default=True, help="What to show.")
@click.option("--id", "wanted", metavar="ID", help="The document to show, of many in an archive; the first without it.")
@click.option("--about", metavar="NAME", help="With --stage why: only what concerns somebody or something.")
@options.input_format
def command(file: str, stage: str, wanted: str | None, about: str | None, input_format: str | None) -> None:
    """Show what a stage made of one document: its text, its zones, the cable, the graph, the problems, the reasons."""
    from cablerdf.pipeline.inspecting import STAGES, choose, why

    if about is not None and stage != "why":
        raise click.UsageError("--about goes with --stage why")
    document = choose(file, input_format, wanted)
    echo(STAGES[stage](document) if about is None else why(document, about), nl=False)
