"""Unpacks a 7-Zip archive to stdout: a line of JSON for each member or problem, then the member's bytes.

    python -m cablerdf.read.unpack FILE

A process of its own, so that no archive can take more memory or time than `limits.py` allows.
"""

from __future__ import annotations

import contextlib
import io
import signal
import sys
import zlib
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from cablerdf.bombs import allowance
from cablerdf.read.limits import MAX_DOCUMENT, MAX_MEMORY, MAX_SECONDS

MAX_BROKEN = 100  # blocks of an archive that are given up before the rest of it is
PROBLEMS = {
    "PasswordRequired": "encrypted, and no password can be given",
    "CrcError": "damaged: its checksum is another",
    "DecompressionBombError": "a bomb: it unpacks to far more than its size",
    "MemoryError": "unpacking it takes more memory than it may",
    "UnsupportedCompressionMethodError": "packed in a way that is not known here",
}


def tell(name: str, code: str = "", message: str = "", data: bytes | memoryview = b"") -> None:
    """Hand over a member, or say what is wrong with it; without a name, with the archive."""
    out = sys.stdout.buffer
    out.write(orjson.dumps({"name": name, "size": len(data), "code": code, "message": message}) + b"\n")
    out.write(data)
    out.flush()


def problem(error: BaseException) -> tuple[str, str]:
    """The code and the words for what py7zr raised; its own words are for programmers."""
    kind = type(error).__name__
    words = PROBLEMS.get(kind, f"damaged or cut off: {str(error) or kind}")
    return {"PasswordRequired": "unreadable", "DecompressionBombError": "too-large"}.get(kind, "archive-broken"), words


class Member(io.BytesIO):
    """What py7zr writes a member to; beyond the size limit it keeps nothing."""

    def __init__(self, name: str, checksum: int | None) -> None:
        super().__init__()
        self.name, self.checksum, self.found, self.large = name, checksum, 0, False

    def write(self, data: Any) -> int:
        self.found = zlib.crc32(data, self.found)
        self.large = self.large or self.tell() + len(data) > MAX_DOCUMENT
        return len(data) if self.large else super().write(data)

    def size(self) -> int:
        return self.getbuffer().nbytes

    def close(self) -> None:
        """Keep what was written: py7zr closes it before it is handed over."""

    def hand_over(self) -> None:
        """Tell what came of the member."""
        if self.checksum not in (None, self.found):
            tell(self.name, "unreadable", PROBLEMS["CrcError"])
        elif self.large:
            tell(self.name, "too-large", f"larger than {MAX_DOCUMENT >> 20} MB once unpacked, refused")
        else:
            tell(self.name, data=self.getbuffer())


class Unpacking:
    """The members of an open archive. For py7zr they are called by number, since names may be odd or come twice.

    Checksums are compared here: py7zr stops at the first member that is damaged.
    """

    def __init__(self, archive: Any) -> None:
        self.archive = archive
        self.files = list(archive.files)
        self.current: Member | None = None
        self.begun: list[int] = []
        self.names: list[str] = []
        self.checksums: list[int | None] = []
        for number, entry in enumerate(archive.files.files_list):
            self.names.append(entry["filename"].encode("utf-8", "replace").decode())
            self.checksums.append(entry.pop("digest", None))
            entry["filename"] = str(number)

    def create(self, filename: str, mode: str = "wb") -> Member:
        """Called by py7zr at the beginning of each member."""
        self.flush()
        limit_time()
        number = int(filename)
        self.begun.append(number)
        self.current = Member(self.names[number], self.checksums[number])
        return self.current

    def flush(self) -> None:
        if self.current is not None:
            self.current.hand_over()
            self.current = None

    def run(self) -> None:
        """Hand over all members; where a block of them is damaged, those after it in that block are named."""
        rest = [number for number, file in enumerate(self.files) if self.wanted(number, file)]
        for _ in range(MAX_BROKEN):
            self.begun.clear()
            try:
                self.archive.extract(targets=[str(number) for number in rest], factory=self)
                return self.flush()
            except Exception as error:
                rest = self.after_damage(rest, error)
            if not rest:
                return None
        return self.lose(rest, "archive-broken", "the archive is damaged in too many places")

    def wanted(self, number: int, file: Any) -> bool:
        if file.is_symlink or file.is_junction or file.is_socket:
            tell(self.names[number], "unreadable", "a link or device within an archive is not followed")
            return False
        return not file.is_directory

    def after_damage(self, rest: list[int], error: Exception) -> list[int]:
        """What can still be read; what cannot is named."""
        self.current = None
        rest = [number for number in rest if number not in set(self.begun[:-1])]
        code, words = problem(error)
        if not self.begun or code == "too-large":
            self.lose(rest, code, words)
            return []
        block = self.files[self.begun[-1]].folder
        self.lose([number for number in rest if self.files[number].folder is block], code, words)
        return [number for number in rest if self.files[number].folder is not block]

    def lose(self, numbers: list[int], code: str, words: str) -> None:
        for number in numbers:
            tell(self.names[number], code, words)


def limit_time() -> None:
    """End this process after `MAX_SECONDS` of work from now on."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, MAX_SECONDS)


def limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, hard))


def main(path: str) -> None:
    """Unpack."""
    import py7zr

    limit_memory()
    limit_time()
    try:
        with Path(path).open("rb") as file:
            unpack(py7zr, file)
    except BrokenPipeError:
        raise
    except Exception as error:
        tell("", *problem(error))


def unpack(py7zr: Any, file: BinaryIO) -> None:
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    with py7zr.SevenZipFile(file, max_extract_size=allowance(size)) as archive:
        if archive.needs_password():
            tell("", "unreadable", PROBLEMS["PasswordRequired"])
        else:
            Unpacking(archive).run()


if __name__ == "__main__":
    main(sys.argv[1])
