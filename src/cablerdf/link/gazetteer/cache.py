"""A gazetteer of a path that may be a CSV: built once, under the hash of its content."""

from __future__ import annotations

import hashlib
import os
from importlib.resources import files
from pathlib import Path

from cablerdf.errors import LinkError
from cablerdf.link.gazetteer.build import build
from cablerdf.link.gazetteer.csv_rows import read_csv
from cablerdf.link.gazetteer.schema import VERSION

SQLITE = b"SQLite format 3\x00"


def cache_folder() -> Path:
    """Where built gazetteers lie: `$CABLERDF_CACHE`, else `$XDG_CACHE_HOME/cablerdf`, else `~/.cache/cablerdf`."""
    given = os.environ.get("CABLERDF_CACHE")
    return Path(given) if given else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cablerdf"


def digest_of(path: Path) -> str:
    """SHA-256 of a file's bytes.

    Raises:
        LinkError: it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise LinkError(f"cannot read the gazetteer {path}: {error.strerror}") from error


def shipped() -> Path:
    """The shipped people: who recurs in cables, for want of a gazetteer."""
    return Path(str(files("cablerdf.vocab") / "data" / "links_people.csv"))


def gazetteer_file(path: Path) -> Path:
    """The gazetteer file of a path: itself, or for a CSV what was built of it.

    Raises:
        LinkError: it cannot be read or built.
    """
    try:
        with path.open("rb") as stream:
            if stream.read(16) == SQLITE:
                return path
    except OSError as error:
        raise LinkError(f"cannot read the gazetteer {path}: {error.strerror}") from error
    digest = digest_of(path)
    built = cache_folder() / f"gazetteer-{VERSION}-{digest[:24]}.sqlite"
    if not built.exists():
        build(read_csv(path), built, {"sources": path.name, "digest": f"sha256:{digest[:16]}"})
    return built
