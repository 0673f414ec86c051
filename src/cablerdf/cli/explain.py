"""`cablerdf explain`."""

from __future__ import annotations

import click


@click.command("explain")
@click.argument("codes", nargs=-1, metavar="[CODE]...")
def command(codes: tuple[str, ...]) -> None:
    """What a problem code in a summary or a report means, and what to do; all of them without a CODE."""
    from cablerdf.pipeline.explaining import explained

    click.echo("\n\n".join(explained(codes)))
