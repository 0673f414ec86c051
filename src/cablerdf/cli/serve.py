"""`cablerdf serve`."""

from __future__ import annotations

import os

import click

from cablerdf.cli.common import access, options
from cablerdf.cli.common.telling import echo


@click.command("serve")
@click.argument("store")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on; other than loopback is public."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free port.")
@click.option("--title", default="Diplomatic cables", show_default=True, help="What the collection is called.")
@click.option(
    "--query-seconds", type=click.FloatRange(min=0.1), default=20.0, show_default=True, help="Limit of a SPARQL query."
)
@click.option(
    "--query-rows", type=click.IntRange(min=1), default=10_000, show_default=True, help="Rows of a SPARQL answer."
)
@click.option(
    "--query-mb",
    type=click.IntRange(min=200),
    default=1000,
    show_default=True,
    help="Memory of each of 2 processes for it.",
)
@click.option(
    "--workers", type=click.IntRange(0, 64), help="Processes that make pages; as many as there are cores, at most 4."
)
@click.option("--kept-mb", type=click.IntRange(min=0), default=1000, show_default=True, help="Pages kept on disk.")
@click.option("--root-path", default="", metavar="PATH", help="Path prefix that a proxy leaves on, such as /cables.")
@click.option("--no-cors", is_flag=True, help="Pages of other sites may not read data and answers.")
@click.option("--public-url", default="", metavar="URL", help="Where readers reach it: for robots and sitemap.xml.")
@access.endpoint
@options.loudness
def command(
    store: str,
    host: str,
    port: int,
    title: str,
    query_seconds: float,
    query_rows: int,
    query_mb: int,
    workers: int | None,
    kept_mb: int,
    root_path: str,
    no_cors: bool,
    public_url: str,
    quiet: bool,
    verbose: int,
    **reach: str | None,
) -> None:
    """Serve pages, search and a read-only SPARQL endpoint for a store, at the paths of its IRIs."""
    from cablerdf.serve.run import serve

    more = {"host": host, "port": port, "title": title, "warm": True}
    more |= {"query_seconds": query_seconds, "query_rows": query_rows, "query_bytes": query_mb * 1_000_000}
    more |= {
        "root_path": root_path,
        "public_url": public_url,
        "cors": not no_cors,
        "kept_bytes": kept_mb * 1_000_000,
        "workers": min(4, os.cpu_count() or 1) if workers is None else workers,
    }

    def say(text: str) -> None:
        if not quiet:
            echo(text, err=True)

    serve(
        access.settings(store, reach, **more),
        lambda at: say(f"Serving {store} at {at} (Ctrl+C ends)"),
        lambda: say("The pages are ready."),
    )
