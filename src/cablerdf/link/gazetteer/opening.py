"""Files that may be packed, as text."""

from __future__ import annotations

import bz2
import gzip
from codecs import getincrementaldecoder
from pathlib import Path
from typing import IO

from cablerdf.errors import LinkError

FIRST = 1 << 16  # bytes that show whether a file is text
MAGIC = {b"\x1f\x8b": gzip.open, b"BZ": bz2.open}


def opened(path: Path) -> IO[str]:
    """The text of a file, unpacked where it is gzip or bzip2; known by its first bytes.

    Raises:
        LinkError: there is no such file, or it is no text.
    """
    try:
        with path.open("rb") as stream:
            opener = MAGIC.get(stream.read(2))
        with (opener or open)(path, "rb") as stream:  # type: ignore[operator]
            getincrementaldecoder("utf-8")().decode(stream.read(FIRST))
        return (opener or open)(path, "rt", encoding="utf-8", newline="")  # type: ignore[operator,no-any-return]
    except UnicodeDecodeError as error:
        raise LinkError(f"{path} is no text in UTF-8") from error
    except (OSError, EOFError) as error:
        raise LinkError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from error
