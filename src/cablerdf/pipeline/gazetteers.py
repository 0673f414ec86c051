"""Makes and describes gazetteers."""

from __future__ import annotations

from pathlib import Path

from cablerdf.link.gazetteer.build import build
from cablerdf.link.gazetteer.cache import digest_of, gazetteer_file
from cablerdf.link.gazetteer.query import query
from cablerdf.link.gazetteer.reader import Gazetteer
from cablerdf.link.gazetteer.sources import Reading

DIGESTED = 1 << 30  # bytes up to which a source's content is hashed for the version

__all__ = ["build_gazetteer", "describe", "query"]


def build_gazetteer(
    paths: tuple[Path, ...],
    out: Path,
    *,
    kind: str | None = None,
    licence: str | None = None,
    retrieved: str | None = None,
) -> int:
    """Write a gazetteer out of files; how many entities it has comes back.

    Args:
        paths: CSVs, Wikidata dumps, results of `gazetteer query`.
        out: the file.
        kind: of the files, recognised from their content without it.
        licence, retrieved: for `gazetteer info`: under which licence (Wikidata's own without it), of which date.

    Raises:
        LinkError: a file cannot be read, or the gazetteer not be written.
    """
    about = {"sources": "; ".join(path.name for path in paths)}
    if all(path.stat().st_size <= DIGESTED for path in paths):
        about["digest"] = "sha256:" + "+".join(digest_of(path)[:16] for path in paths)
    reading = Reading(paths, kind)
    told = licence or reading.licence
    about |= {"licence": told} if told else {}
    about |= {"retrieved": retrieved} if retrieved else {}
    return build(reading, out, about)


def describe(path: Path) -> list[tuple[str, str]]:
    """What a gazetteer says of itself, name and value; a CSV is built first."""
    meta = Gazetteer(gazetteer_file(path)).meta
    first = [name for name in ("entities", "sources", "licence", "retrieved", "digest", "version") if name in meta]
    counts = sorted((name for name in meta if name not in first), key=lambda name: (-int(meta[name]), name))
    kinds = [name for name in counts if name.startswith("type ")]
    return [(name, meta[name]) for name in (*first, *kinds, *(name for name in counts if name not in kinds))]
