"""`cablerdf vocabulary`."""

from __future__ import annotations

from pathlib import Path

import click

from cablerdf.cli.common import options


@click.command("vocabulary")
@click.argument("name", type=options.LateChoice("shipped"), default="ontology")
@options.output
def command(name: str, output: Path | None) -> None:
    """Print what ships with cablerdf: the ontology, the vocabularies or the shapes as Turtle, the JSON-LD context."""
    from cablerdf.pipeline.explaining import shipped
    from cablerdf.pipeline.runs.output import Output

    with Output(output) as out:
        for part in shipped(name):
            out.write(part)
