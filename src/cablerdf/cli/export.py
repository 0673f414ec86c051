"""`cablerdf export network`, `chart` and `table`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cablerdf.cli.common import access, options
from cablerdf.cli.common.telling import count_of

FIELDS = ("since", "until", "post", "country", "person", "within")
YEAR = click.IntRange(1000, 9999)
out = click.option("-o", "--output", required=True, type=options.FILE, metavar="FILE")


@click.group("export")
def command() -> None:
    """Networks, charts and tables from a store, for other programs."""


@command.command("network")
@click.argument("store")
@out
@click.option("--since", type=YEAR, metavar="YEAR", help="Meetings of this year and later.")
@click.option("--until", type=YEAR, metavar="YEAR", help="Meetings of this year and earlier.")
@click.option("--post", metavar="CODE", help="Meetings that this post reports, such as LISBON.")
@click.option("--country", metavar="NAME", help="Meetings with somebody of a side, such as portugal (or its IRI).")
@click.option("--person", metavar="NAME", help="Meetings with a person, by the end of the IRI or the whole.")
@click.option("--within", is_flag=True, help="Colleagues of one side too, not only those who met across sides.")
@access.endpoint
@options.loudness
def network(store: str, output: Path, quiet: bool, verbose: int, **given: Any) -> None:
    """Who met whom across delegations: FILE ends with .graphml, .gexf (both for Gephi) or .csv."""
    from cablerdf.serve.export import network_file

    choice = {name: str(given.pop(name) or "") for name in FIELDS}
    write(output, network_file(access.settings(store, given), output.name, choice))


@command.command("chart")
@click.argument("name", type=click.Choice(["timeline", "topics"]))
@click.argument("store")
@out
@click.option("--title", default="Diplomatic cables", show_default=True)
@access.endpoint
@options.loudness
def chart(name: str, store: str, output: Path, title: str, quiet: bool, verbose: int, **given: str | None) -> None:
    """Cables by year, or topics by year, as a picture: FILE ends with .svg or .png."""
    from cablerdf.serve.export import chart_file

    write(output, chart_file(access.settings(store, given, title=title), name, output.name))


@command.command("table")
@click.argument("kind", type=options.LateChoice("sheets"))
@click.argument("store")
@out
@access.endpoint
@options.loudness
def table(kind: str, store: str, output: Path, quiet: bool, verbose: int, **reach: str | None) -> None:
    """Facts as a table, one a row with its IRI, cable, paragraph and certainty.

    FILE ends with .csv, .parquet or .sqlite; `all` tables go into one .sqlite file.
    """
    from cablerdf.pipeline import stores

    counts = stores.table(store, kind, output, stores.Access(**access.given(reach)))
    if not quiet:
        click.echo("\n".join(f"{name}: {count_of(count, 'row')}" for name, count in counts.items()), err=True)


def write(path: Path, data: bytes) -> None:
    """The file, whole or not at all."""
    from cablerdf.pipeline.runs.output import Output

    with Output(path) as output:
        output.write(data)
