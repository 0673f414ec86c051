"""`cablerdf load`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cablerdf.cli.common import access, options
from cablerdf.cli.common.exit import DONE, FAILED
from cablerdf.cli.common.telling import count_of, echo

if TYPE_CHECKING:
    from cablerdf.pipeline.stores import Loaded


@click.command("load")
@click.argument("data", nargs=-1, type=click.Path(path_type=Path), metavar="[DATA]...")
@click.option("--to", "store", required=True, metavar="STORE", help="A folder, or the http(s) URL of a SPARQL server.")
@click.option("--graph", metavar="IRI", help="Graph for triples that name none; their file's own without it.")
@click.option(
    "--input-format", "format_", metavar="EXT", help="nq, trig, ttl, nt, rdf or jsonld, whatever the names say."
)
@click.option(
    "--manifest", type=options.FILE, metavar="FILE", help="Of the run that made DATA: drop what it says is gone, too."
)
@click.option(
    "--curated", type=options.FILE_IN, metavar="CSV", help="Facts that are wrong or right: corrected on the way."
)
@access.endpoint
@click.option(
    "--method",
    type=click.Choice(["auto", "graph-store", "update"]),
    help="How a server is written to: Graph Store Protocol or SPARQL Update.",
)
@click.option("--no-index", is_flag=True, help="Leave the search index to `cablerdf serve`.")
@options.no_mentions
@click.option("--no-vocabulary", is_flag=True, help="Load neither the ontology nor the vocabularies with the data.")
@options.loudness
def command(
    data: tuple[Path, ...],
    store: str,
    graph: str | None,
    format_: str | None,
    manifest: Path | None,
    curated: Path | None,
    no_index: bool,
    mentions: bool,
    no_vocabulary: bool,
    quiet: bool,
    verbose: int,
    **reach: str | None,
) -> int:
    """Load RDF files into a store: every named graph (a cable is one) replaces its namesake.

    What `convert --since` made is applied with the manifest that it wrote: graphs of cables that
    are gone are dropped.

    The ontology and the vocabularies that ship come along, in the graphs `graph/ontology` and
    `graph/vocabulary`, so that codes have their labels in every question.

    Loading the same data again changes nothing. The password and the token of a server come
    from the environment: CABLERDF_PASSWORD, CABLERDF_TOKEN, or the files that these with _FILE name.
    """
    if not data and manifest is None:
        raise click.UsageError("name the files to load")
    from cablerdf.pipeline.stores import Access, LoadOptions, load

    shown = not quiet and sys.stderr.isatty()
    progress = (lambda done, total: click.echo(f"\r{done:,} of {total:,} ", err=True, nl=False)) if shown else None
    given = Access(**access.given(reach))
    how = LoadOptions(format_, graph, progress, mentions=mentions)
    whole = {"index": not no_index, "vocabulary": not no_vocabulary}
    loaded = load(data, store, given, how, manifest=manifest, curated=curated, **whole)
    if shown:
        click.echo("\r\033[K", err=True, nl=False)
    if not quiet:
        echo(summary_line(loaded), err=True)
    if loaded.other_base and not quiet:
        told = f"no graph of a cable begins with {given.base}"
        echo(f"warning: {told}: give --base {loaded.other_base} here and to serve and query", err=True)
    for fact in loaded.idle if not quiet else ():
        echo(f"warning: {curated} judges {fact}, which the data do not have", err=True)
    if not loaded.complete:
        echo(f"error: sent {loaded.statements:,} statements, the store counts {loaded.stored:,}", err=True)
    return DONE if loaded.complete else FAILED


def summary_line(loaded: Loaded) -> str:
    """What a load did, in words."""
    corrected = f", {count_of(loaded.corrected, 'fact')} corrected" if loaded.corrected else ""
    dropped = f", {loaded.dropped:,} dropped" if loaded.dropped else ""
    return (
        f"{count_of(loaded.graphs, 'graph')} with {count_of(loaded.statements, 'statement')} from"
        f" {count_of(loaded.files, 'file')}: {loaded.changed:,} new or changed{dropped},"
        f" {count_of(loaded.added, 'statement')} added, {loaded.removed:,} removed{corrected}"
    )
