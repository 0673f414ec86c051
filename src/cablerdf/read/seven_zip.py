"""7-Zip archives, member by member, never unpacked to disk. The package py7zr is an extra.

It gives data when it likes, and what an archive makes it take is not for it to bound: it runs in a
process of its own (`unpack.py`), with limits of memory and time, and hands the members over one by one.
"""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import BinaryIO, cast

import orjson

from cablerdf.errors import MissingExtraError
from cablerdf.plain import one_line
from cablerdf.read.archives import is_system
from cablerdf.read.failure import Failure
from cablerdf.read.streams import guarded_units
from cablerdf.read.units import Unit

ENDED = {
    -getattr(signal, "SIGPROF", 27): ("timeout", "a member took longer to unpack than it may"),
    0: ("", ""),
}


def seven_zip_units(path: str, shown: str, input_format: str | None) -> Iterator[Unit]:
    """The members of a 7-Zip archive as they come."""
    try:
        import py7zr  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("py7zr", "7z") from error
    command = [sys.executable, "-m", "cablerdf.read.unpack", path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL) as child:  # no shell  # nosec B603
        try:
            yield from handed_over(cast(BinaryIO, child.stdout), shown, input_format)
            code, message = ENDED.get(child.wait(), ("archive-broken", "the process that unpacked it died"))
        finally:
            child.kill()
    if code:
        yield Failure(shown, code, message)


def handed_over(stream: BinaryIO, shown: str, input_format: str | None) -> Iterator[Unit]:
    """What the process says: a line of JSON for each member or problem, then the member's bytes."""
    while (line := stream.readline()).endswith(b"\n"):
        member = orjson.loads(line)
        data = stream.read(member["size"])
        if is_system(member["name"]):
            continue
        name = f"{shown}!/{one_line(member['name'])}" if member["name"] else shown
        if member["code"]:
            yield Failure(name, member["code"], member["message"])
        elif len(data) == member["size"]:
            yield from guarded_units(cast(BinaryIO, io.BytesIO(data)), name, input_format)
        else:
            yield Failure(name, "archive-broken", "the process that unpacked it died")
