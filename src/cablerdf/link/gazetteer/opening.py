"""Files that may be packed, as text."""

from __future__ import annotations

import bz2
import gzip
from pathlib import Path
from typing import IO

from cablerdf.errors import LinkError

MAGIC = {b"\x1f\x8b": gzip.open, b"BZ": bz2.open}


def opened(path: Path) -> IO[str]:
    """The text of a file, unpacked where it is gzip or bzip2; known by its first bytes.

    Raises:
        LinkError: there is no such file.
    """
    try:
        with path.open("rb") as stream:
            opener = MAGIC.get(stream.read(2))
        if opener is None:
            return path.open(encoding="utf-8", newline="")
        return opener(path, "rt", encoding="utf-8", newline="")  # type: ignore[operator,no-any-return]
    except OSError as error:
        raise LinkError(f"cannot read {path}: {error.strerror}") from error
