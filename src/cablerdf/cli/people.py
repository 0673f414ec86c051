"""`cablerdf people`."""

from __future__ import annotations

from pathlib import Path

import click

from cablerdf.cli.common import access, options
from cablerdf.cli.common.telling import echo, say


@click.command("people")
@click.argument("sources", nargs=-1, required=True, metavar="DATA...|STORE")
@click.option("--doubtful", is_flag=True, help="Pairs that are not sure, with what speaks for them, and rows to paste.")
@click.option("--curated", type=options.FILE_IN, metavar="CSV", help="Who is one person, and who is not: told by hand.")
@click.option("--sssom", type=options.FILE, metavar="FILE", help="Write all that is judged there as an SSSOM table.")
@click.option("--limit", type=click.IntRange(min=0), default=50, show_default=True, help="How many; 0: all.")
@access.endpoint
@options.loudness
def command(
    sources: tuple[str, ...],
    doubtful: bool,
    curated: Path | None,
    sssom: Path | None,
    limit: int,
    quiet: bool,
    verbose: int,
    **reach: str | None,
) -> None:
    """The people of a collection with what joins them, or the pairs that a curator should look at.

    DATA is N-Quads or TriG as `convert` writes them, STORE a folder or the URL of a SPARQL server.
    """
    from cablerdf.pipeline.people import telling
    from cablerdf.pipeline.runs.output import Output
    from cablerdf.pipeline.stores import Access
    from cablerdf.vocab.curated import HEADER

    asked = telling.Asked(sources, Access(**access.given(reach)), curated, limit)
    if sssom is not None:
        with Output(sssom) as output:
            output.write(telling.sssom(asked).encode())
        return
    empty = True
    for line in telling.doubtful(asked) if doubtful else telling.listed(asked):
        empty = False
        echo(line)
    if empty and not quiet:
        say("no pair is doubtful" if doubtful else "there is nobody in it")
    elif doubtful and not quiet:
        say(f"the rows go into a CSV under the line {HEADER}, for --curated")
