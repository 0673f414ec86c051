"""`cablerdf gazetteer`."""

from __future__ import annotations

from pathlib import Path

import click

from cablerdf.cli.common import options
from cablerdf.cli.common.telling import echo


@click.group("gazetteer")
def command() -> None:
    """Make and describe the files of people and bodies that links are searched in."""


@command.command("build")
@click.argument("sources", nargs=-1, required=True, type=options.FILE_IN, metavar="SOURCE...")
@click.option("-o", "--output", required=True, type=options.FILE, metavar="OUT", help="The gazetteer to write.")
@click.option("--kind", type=options.LateChoice("gazetteer sources"), help="Recognised from the content without it.")
@click.option("--licence", help="Under which licence the sources are, for `gazetteer info`.")
@click.option("--retrieved", metavar="DATE", help="Of which date they are.")
@click.option("-q", "--quiet", is_flag=True, help="Tell nothing.")
def build(
    sources: tuple[Path, ...], output: Path, kind: str | None, licence: str | None, retrieved: str | None, quiet: bool
) -> None:
    """Build a gazetteer.

    SOURCE is a CSV (qid,label,aliases,type,country,positions,start,end,source), a Wikidata JSON dump, its truthy
    N-Triples, or the CSV result of `cablerdf gazetteer query`; .gz and .bz2 too.
    """
    from cablerdf.pipeline.gazetteers import build_gazetteer

    count = build_gazetteer(sources, output, kind=kind, licence=licence, retrieved=retrieved)
    if not quiet:
        echo(f"{output}: {count:,} entities", err=True)


@command.command("info")
@click.argument("gazetteer", type=options.FILE_IN, metavar="FILE")
def info(gazetteer: Path) -> None:
    """What a gazetteer holds, from where, under which licence, of what date."""
    from cablerdf.pipeline.gazetteers import describe

    for name, value in describe(gazetteer):
        echo(f"{name:32}  {value}")


@command.command("query")
@click.argument("countries", nargs=-1, required=True, metavar="QID...")
@click.option("--since", type=int, default=1960, show_default=True, help="Leave out positions that ended before.")
@click.option("--until", type=int, default=2015, show_default=True, help="Leave out positions that began after.")
def query(countries: tuple[str, ...], since: int, until: int) -> None:
    """Print SPARQL for the Wikidata Query Service; the CSV that it gives is a SOURCE for `gazetteer build`.

    QID is that of a country: Q17 for Japan.
    """
    from cablerdf.pipeline import gazetteers

    echo(gazetteers.query(countries, since, until), nl=False)
