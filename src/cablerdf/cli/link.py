"""`cablerdf link`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cablerdf.cli.common import options
from cablerdf.cli.common.telling import count_of, echo, nothing, say

ONLINE = ("online", "service", "api", "contact", "draft")


@click.command("link")
@click.argument("data", nargs=-1, type=options.Existing(dir_okay=True), metavar="DATA...")
@options.output
@click.option("-f", "--format", type=options.LateChoice("rdf formats"), help="Guessed from OUT; nquads on stdout.")
@click.option("--base", metavar="IRI", help="Where the IRIs of the data begin.")
@click.option(
    "--gazetteer",
    "gazetteers",
    multiple=True,
    type=options.FILE_IN,
    metavar="FILE",
    help="Look there for people too.",
)
@click.option("--curated", type=options.FILE_IN, metavar="SSSOM", help="A table that overrides the machine.")
@click.option("--sssom", type=options.FILE, metavar="FILE", help="Write the links there as an SSSOM table too.")
@click.option("--online", is_flag=True, help="Ask services about the unknown; names leave this machine.")
@click.option("--service", metavar="URL", help="With --online: a Reconciliation API; 'none': the Wikibase API alone.")
@click.option("--draft", is_flag=True, help="With --online: ask it by the draft of version 1.0.")
@click.option("--api", metavar="URL", help="With --online: a Wikibase API for the entities; 'none': names alone.")
@click.option("--contact", envvar="CABLERDF_CONTACT", help="With --online: where the service can write to.")
@click.option("--explain", metavar="NAME", help="Show who was considered for a name, and why; no DATA then.")
@click.option("--country", metavar="NAME", help="With --explain: the person's country.")
@click.option("--year", type=int, help="With --explain: of the cable.")
@click.option("--title", "titles", multiple=True, help="With --explain: a title as printed.")
@options.loudness
def command(data: tuple[Path, ...], output: Path | None, quiet: bool, verbose: int, **asked: Any) -> None:
    """Link what RDF files name to Wikidata.

    DATA is what `convert` wrote. OUT gets the links alone, in graphs of their own: load it beside the data.
    """
    name, country, year, titles = (asked.pop(key) for key in ("explain", "country", "year", "titles"))
    if name is not None:
        from cablerdf.pipeline.links.explaining import explain

        echo(explain(name, country, year, titles, asked["gazetteers"]), nl=False)
        return
    if not data:
        raise click.UsageError("name the DATA, or --explain NAME")
    from cablerdf.pipeline.links.files import Asked, link_files

    asked["online"] = services(**{key: asked.pop(key) for key in ONLINE})
    given = Asked(**{key: value for key, value in asked.items() if value is not None})
    links = link_files(data, output, given, say if verbose else nothing)
    if not quiet:
        echo(count_of(links, "link"), err=True)


def services(online: bool, service: str | None, api: str | None, contact: str | None, draft: bool) -> Any:
    """Which services to ask; None without --online."""
    if not online:
        return None
    if not contact:
        raise click.UsageError("--online needs --contact, an address that the service can write to")
    if service == api == "none":
        raise click.UsageError("--service and --api cannot both be none: who is to be asked?")
    from cablerdf.pipeline.links.files import Online

    given = {key: None if url == "none" else url for key, url in (("service", service), ("api", api)) if url}
    return Online(contact, draft=draft, **given)
