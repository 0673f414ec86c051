"""Files that may be packed, as text."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from cablerdf.bombs import Unpacked
from cablerdf.errors import LinkError, TooLargeError

MAGIC = {b"\x1f\x8b": gzip.open, b"BZ": bz2.open}


@contextmanager
def opened(path: Path) -> Iterator[IO[str]]:
    """The text of a file, unpacked where it is gzip or bzip2; known by its first bytes.

    Raises:
        LinkError: there is no such file, it is a bomb, or it is no text, or no CSV where it is read as one.
    """
    try:
        with path.open("rb") as stream:
            unpack: Any = MAGIC.get(stream.read(2))
        with unpack(path) if unpack else path.open("rb") as stream:
            inside = io.BufferedReader(Unpacked(stream, path)) if unpack else stream
            with io.TextIOWrapper(inside, encoding="utf-8", newline="") as text:
                yield text
    except TooLargeError as error:
        raise LinkError(str(error)) from error
    except UnicodeDecodeError as error:
        raise LinkError(f"{path} is no text in UTF-8") from error
    except csv.Error as error:
        raise LinkError(f"{path} is no CSV: {error}") from error
    except (OSError, EOFError, zlib.error) as error:
        raise LinkError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from error
