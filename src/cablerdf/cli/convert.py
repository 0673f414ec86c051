"""`cablerdf convert`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cablerdf.cli.common import options
from cablerdf.cli.common.telling import run_and_tell

CONTENT = (
    "format",
    "base",
    "check",
    "input_format",
    "manifest",
    "since",
    "describe",
    "no_describe",
    "licence",
    "curated",
    "register",
    "mentions",
    "with_vocabulary",
)


@click.command("convert")
@options.inputs
@click.option("-o", "--output", metavar="OUT", help="File to write; stdout without it; a folder with --cluster.")
@click.option("-f", "--format", type=options.LateChoice("rdf formats"), help="Guessed from OUT; turtle on stdout.")
@options.base
@click.option("--no-check", "check", is_flag=True, flag_value=False, default=True, help="Do not check with SHACL.")
@options.no_mentions
@click.option("--resume/--restart", help="Go on with the run that was broken off, from OUT.part; or begin anew.")
@click.option("--manifest", type=options.FILE, metavar="FILE", help="Write there what was made, cable by cable.")
@click.option("--since", type=options.FILE, metavar="MANIFEST", help="Only what is new or changed since that run.")
@click.option("--describe", type=options.FILE, metavar="FILE", help="Describe the dataset there, not in OUT.void.ttl.")
@click.option("--no-describe", is_flag=True, help="Do not describe the dataset (VoID and DCAT) beside OUT.")
@click.option("--with-vocabulary", is_flag=True, help="The ontology and the vocabularies too, in graphs of their own.")
@click.option("--licence", metavar="IRI", help="Under which the data are, for that description.")
@click.option(
    "--curated",
    type=options.FILE_IN,
    metavar="CSV",
    help="Facts that are wrong, and who is one person: told by hand.",
)
@click.option(
    "--register", type=options.FOLDER, metavar="FOLDER", help="Keep who was judged one, and their IRIs, there."
)
@click.option("--cluster", metavar="ADDRESS", help="Of a Dask scheduler, tcp://host:8786: work on its machines.")
@options.linking
@options.input_format
@options.running
@options.loudness
def command(inputs: tuple[str, ...], output: str | None, cluster: str | None, **asked: Any) -> int:
    """Read, parse, map to RDF, check with SHACL and write.

    INPUT is a file, a folder, an archive (.zip, .tar, .tar.gz ...) or - for stdin.
    """
    from cablerdf.pipeline.commands import Conversion, convert_on_cluster, convert_to

    conversion = Conversion(**{name: asked.pop(name) for name in CONTENT}, links=options.links(asked))
    if cluster is None:
        out = Path(output) if output is not None else None
        return run_and_tell(lambda settings: convert_to(inputs, out, conversion, settings), inputs, **asked)
    if output is None:
        raise click.UsageError("--cluster needs -o OUT, a folder that every machine sees")
    return run_and_tell(
        lambda settings: convert_on_cluster(inputs, output, conversion, settings, cluster), inputs, **asked
    )
