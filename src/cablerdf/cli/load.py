"""`cablerdf load`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cablerdf.cli import access, options
from cablerdf.cli.exit import DONE, FAILED


@click.command("load")
@click.argument("data", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DATA...")
@click.option("--to", "store", required=True, metavar="STORE", help="A folder, or the http(s) URL of a SPARQL server.")
@click.option("--graph", metavar="IRI", help="Graph for triples that name none; their file's own without it.")
@click.option(
    "--input-format", "format_", metavar="EXT", help="nq, trig, ttl, nt, rdf or jsonld, whatever the names say."
)
@access.endpoint
@click.option(
    "--method",
    type=click.Choice(["auto", "graph-store", "update"]),
    help="How a server is written to: Graph Store Protocol or SPARQL Update.",
)
@click.option("--no-index", is_flag=True, help="Leave the search index to `cablerdf serve`.")
@options.loudness
def command(
    data: tuple[Path, ...],
    store: str,
    graph: str | None,
    format_: str | None,
    no_index: bool,
    quiet: bool,
    verbose: int,
    **reach: str | None,
) -> int:
    """Load RDF files into a store: every named graph (a cable is one) replaces its namesake.

    Loading the same data again changes nothing. The password and the token of a server come
    from the environment: CABLERDF_PASSWORD, CABLERDF_TOKEN.
    """
    from cablerdf.pipeline.stores import Access, LoadOptions, load

    shown = not quiet and sys.stderr.isatty()
    progress = (lambda done, total: click.echo(f"\r{done:,} of {total:,} ", err=True, nl=False)) if shown else None
    given = Access(**access.given(reach))
    loaded = load(data, store, given, LoadOptions(format_, graph, progress), index=not no_index)
    if shown:
        click.echo("\r\033[K", err=True, nl=False)
    if not quiet:
        files = f"{loaded.files:,} {'file' if loaded.files == 1 else 'files'}"
        click.echo(
            f"{loaded.graphs:,} graphs with {loaded.statements:,} statements from {files}: {loaded.changed:,} new or"
            f" changed, {loaded.added:,} statements added, {loaded.removed:,} removed",
            err=True,
        )
    if not loaded.complete:
        click.echo(f"error: sent {loaded.statements:,} statements, the store counts {loaded.stored:,}", err=True)
    return DONE if loaded.complete else FAILED
