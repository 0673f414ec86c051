"""What the commands do, one function each."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cablerdf.errors import OptionError
from cablerdf.pipeline.people.kept import beside, has_rolls
from cablerdf.pipeline.recipes import ConvertRecipe, ParseRecipe, shape_of
from cablerdf.pipeline.runs.manifest import PEOPLE, Manifest, read_manifest
from cablerdf.pipeline.runs.output import format_name
from cablerdf.pipeline.runs.run import Listing, Run, Settings, Shape, packed_as
from cablerdf.pipeline.runs.summary import Summary
from cablerdf.pipeline.work.counting import Counts
from cablerdf.pipeline.work.packing import packing_of
from cablerdf.pipeline.work.pool import warm_up
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.rdf.vocabularies import shipped_quads
from cablerdf.read.documents import Paths
from cablerdf.store.access import checked_base

if TYPE_CHECKING:
    from cablerdf.link.identity.joining import Verdicts
    from cablerdf.pipeline.people.register import Register
    from cablerdf.rdf.corrections import Corrections

LINES, ARRAY = Shape(), Shape(b"[\n", b",\n", b"\n]\n")


@dataclass(frozen=True)
class Conversion:
    """What `convert` is asked for: everything that changes its bytes."""

    format: str | None = None  # guessed from the output's name, Turtle without one
    base: str | None = None
    check: bool = True
    input_format: str | None = None
    manifest: Path | None = None  # where to write what was made
    since: Path | None = None  # the manifest of an earlier run: what it made is left out
    links: tuple[Path, ...] | None = None  # gazetteers to link with; () for the shipped tables alone
    describe: Path | None = None  # where to describe the dataset; beside the output where it is None
    no_describe: bool = False
    mentions: bool = True
    with_vocabulary: bool = False  # the ontology and the vocabularies before the cables
    licence: str | None = None  # its IRI, for the description
    curated: Path | None = None  # a CSV of corrections, of facts and of who is one person
    register: Path | None = None  # a folder that keeps judgements and IRIs of people


def parse_to(
    paths: Paths,
    out: Path | None,
    settings: Settings,
    *,
    input_format: str | None = None,
    as_array: bool = False,
    links: tuple[Path, ...] | None = None,
) -> Summary:
    """Write the parsed cables as JSON lines, or as one array; what was done comes back.

    Raises:
        OutputError: the output cannot be written.
    """
    warm_up(ParseRecipe.module)
    from cablerdf.pipeline.work.linking import linking

    linked = linking(links) if links is not None else None
    recipe = ParseRecipe(input_format, lines=not as_array, linking=linked)
    options: dict[str, Any] = {"command": "parse", "input_format": input_format, "array": as_array}
    options |= {"linking": linked.describe()} if linked is not None else {}
    return Run(paths, recipe, ARRAY if as_array else LINES, settings, input_format, options).to(out)


def convert_to(paths: Paths, out: Path | None, asked: Conversion, settings: Settings) -> Summary:
    """Write the cables as RDF; what was done comes back.

    Raises:
        OutputError: the output cannot be written.
        OptionError: the output's name does not say in which format, or the base is no IRI to begin others with.
    """
    warm_up(ConvertRecipe.module)
    from cablerdf.check.engines import slowness
    from cablerdf.pipeline.people.collect import PeopleRecipe
    from cablerdf.pipeline.runs.describing import description
    from cablerdf.pipeline.work.linking import linking

    if out is not None and os.path.isdir(out):  # noqa: PTH112 (no error where one may not look)
        raise OptionError(f"{out} is a folder: name a file")
    name, base = format_name(asked.format, out.name if out is not None else None, "turtle"), base_of(asked)
    wanted = not (asked.no_describe or asked.since)
    vocabulary = shipped_quads(base) if asked.with_vocabulary else []
    about = description(asked.describe, data=out, format=name, base=base, license=asked.licence, wanted=wanted)
    if about is not None and vocabulary:
        about = about._replace(beside=Counts.of(vocabulary, "vocabulary"))
    slow = slowness() if asked.check else None
    if slow is not None:
        settings.say(slow)
    linked = linking(asked.links) if asked.links is not None else None
    facts = facts_of(asked, base)
    content: dict[str, Any] = {"base": base, "check": asked.check, "input_format": asked.input_format}
    content["mentions"] = asked.mentions
    content["linking"] = linked.describe() if linked is not None else None
    content["curated"] = facts.digest if facts is not None else None
    since = earlier(asked.since, content, settings) if asked.since else Manifest()
    counted = about is not None
    recipe = ConvertRecipe(
        name, base, asked.check, asked.input_format, since.known, linked, counted, facts, mentions=asked.mentions
    )
    options = {"command": "convert", "format": name, **content, "since": since.digest}
    options |= {"described": about is not None, "vocabulary": asked.with_vocabulary}
    listing = Listing(asked.manifest, since, f"{base}graph/") if asked.manifest or asked.since else None
    shape = shape_of(name, base, linked is not None, vocabulary)
    packing = packing_of(out.name) if out is not None else ""
    people = PeopleRecipe(
        name, base, linked is not None, packing, verdicts_of(asked, base), register_of(asked), asked.check, facts
    )
    options["told"] = people.rests_on("")
    return Run(paths, recipe, shape, settings, asked.input_format, options, listing, about, people).to(out)


def convert_on_cluster(paths: Iterable[str], out: str, asked: Conversion, settings: Settings, address: str) -> Summary:
    """Write the cables as RDF into a folder, one part a partition of the input, on a Dask cluster.

    Args:
        paths: files, folders, archives: URLs that fsspec knows, or paths that every machine sees.
        out: the folder; its name says format and packing, as that of a file does.
        asked: what to make; `manifest`, `since` and `links` are for one machine alone.
        settings: how.
        address: of the scheduler, `tcp://host:8786`.
    """
    from cablerdf.pipeline.cluster.driver import Driver, digest_of
    from cablerdf.pipeline.cluster.tasks import Job
    from cablerdf.pipeline.people.collect import PeopleRecipe
    from cablerdf.pipeline.runs.describing import beside as beside_data
    from cablerdf.pipeline.runs.describing import description
    from cablerdf.rdf.formats import BY_NAME

    alone = (asked.manifest, asked.since, asked.describe, asked.with_vocabulary)
    if any(alone) or "-" in paths or asked.links is not None:
        raise OptionError(
            "--manifest, --since, --describe, --with-vocabulary, --link and stdin do not go with --cluster:"
            " link the data afterwards"
        )
    out = out.rstrip("/")
    name, base = format_name(asked.format, out.rpartition("/")[2], "turtle"), base_of(asked)
    packing = packing_of(out)
    facts, folder = facts_of(asked, base), out.rpartition("/")[2]
    path = None if asked.no_describe else Path(beside_data(folder))
    about = description(path, data=Path(folder), format=name, base=base, license=asked.licence, wanted=False)
    made = ConvertRecipe(
        name, base, asked.check, asked.input_format, count=about is not None, corrections=facts, mentions=asked.mentions
    )
    recipe, shape = packed_as(packing, made, shape_of(name, base))
    content = {"format": name, "base": base, "check": asked.check, "mentions": asked.mentions, "counted": made.count}
    content |= {"curated": facts.digest if facts is not None else None}
    run = digest_of({**content, "input": sorted(paths), "kind": asked.input_format})
    ending = BY_NAME[name].extensions[0] + packing
    people = PeopleRecipe(name, base, False, packing, verdicts_of(asked, base), register_of(asked), asked.check, facts)
    job = Job(recipe, shape, about, out, ending, run, asked.input_format, settings.timeout)
    return Driver(address, job, people, settings).run(list(paths))


def base_of(asked: Conversion) -> str:
    """The base that is asked for, checked."""
    return DEFAULT_BASE if asked.base is None else checked_base(asked.base)


def verdicts_of(asked: Conversion, base: str) -> Verdicts | None:
    """What is told by hand of people."""
    if asked.curated is None:
        return None
    from cablerdf.pipeline.people.curated import verdicts_in

    return verdicts_in(asked.curated, base)


def facts_of(asked: Conversion, base: str) -> Corrections | None:
    """What is told by hand of facts."""
    if asked.curated is None:
        return None
    from cablerdf.pipeline.people.curated import corrections_in

    return corrections_in(asked.curated, base)


def register_of(asked: Conversion) -> Register | None:
    """The register of people that is to be followed."""
    if asked.register is None:
        return None
    from cablerdf.pipeline.people.register import Register

    return Register(asked.register)


def earlier(path: Path, content: dict[str, Any], settings: Settings) -> Manifest:
    """The manifest of an earlier run; one that would make other content today counts as having made nothing."""
    since = read_manifest(path)
    if content["linking"] is not None:
        settings.say("converting everything, since the links of all cables stand in one graph")
        return since._replace(stale=True)
    now = {"version": version("cablerdf"), **content}
    changed = sorted(name for name, value in now.items() if since.run.get(name) != value)
    if changed:
        settings.say(f"converting everything, since this changed after {path}: {', '.join(changed)}")
        return since._replace(stale=True)
    if since.cables and not has_rolls(path, since.run.get(PEOPLE)):
        settings.say(f"converting everything, since {beside(path)} is not what that run left there")
        return since._replace(stale=True)
    return since
