"""Archives that are damaged, cut off, joined, or made to exhaust the machine: nothing of them is lost unsaid."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from cablerdf.model import SourceDocument
from cablerdf.read import Failure, items

BLOCK = tarfile.BLOCKSIZE
TEXT = "UNCLAS UTOPIA 00001{}\nSUBJECT: A VISIT\n1. Text.\n"
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "tar": bytes, "tar.gz": gzip.compress, "tar.bz2": bz2.compress, "tar.xz": lzma.compress,
    "tar.zst": zstandard.compress,
}  # fmt: skip


def read(path: Path) -> tuple[list[str], list[Failure]]:
    """The last parts of the names of what was read, and what was not."""
    found = list(items(path))
    names = [item.name.rpartition("!/")[2] for item in found if isinstance(item, SourceDocument)]
    return names, [item for item in found if isinstance(item, Failure)]


def member(name: str, data: bytes) -> bytes:
    """A member of a tar archive: its header, its data, filled to whole blocks."""
    info = tarfile.TarInfo(name)
    info.size = len(data)
    return info.tobuf() + data + bytes(-len(data) % BLOCK)


def tarred(count: int = 9) -> bytes:
    """A tar archive without its end."""
    return b"".join(member(f"{n}.txt", TEXT.format(n).encode()) for n in range(count))


END = bytes(2 * BLOCK)


@pytest.mark.parametrize("ending", PACKERS)
@pytest.mark.parametrize(
    ("change", "read_before"),
    [
        (lambda whole: whole[: 4 * BLOCK] + b"\xff" + whole[4 * BLOCK + 1 :] + END, 2),
        (lambda whole: whole[: 4 * BLOCK] + bytes(BLOCK) + whole[5 * BLOCK :] + END, 2),
        (lambda whole: whole[: 4 * BLOCK], 2),
        (lambda whole: whole[: 5 * BLOCK], 2),
        (lambda whole: whole[: 4 * BLOCK + 99], 2),
        (lambda whole: whole, 9),
        (lambda whole: whole + END[:BLOCK], 9),
        (lambda whole: whole + END + whole + END, 9),
        (lambda whole: whole + END + b"\x01", 9),
    ],
    ids=["damaged header", "one block of zeros", "cut at a block", "cut behind a header", "cut in a header",
         "no end", "half an end", "two joined", "a byte behind it"],
)  # fmt: skip
def test_a_tar_that_does_not_show_its_end_is_broken(
    tmp_path: Path, change: Callable[[bytes], bytes], read_before: int, ending: str
) -> None:
    (tmp_path / f"x.{ending}").write_bytes(PACKERS[ending](change(tarred())))
    names, failures = read(tmp_path / f"x.{ending}")
    assert names == [f"{n}.txt" for n in range(read_before)]
    assert ("archive-broken", f"x.{ending}") in {(failure.code, failure.source) for failure in failures}


@pytest.mark.parametrize("ending", PACKERS)
def test_a_whole_tar_is_whole(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"x.{ending}").write_bytes(PACKERS[ending](tarred() + bytes(20 * BLOCK)))
    assert read(tmp_path / f"x.{ending}") == ([f"{n}.txt" for n in range(9)], [])


@pytest.mark.parametrize("ending", ["tar.gz", "tar.bz2", "tar.xz", "tar.zst"])
def test_a_checksum_behind_the_end_of_a_tar_is_compared(tmp_path: Path, ending: str) -> None:
    packed = PACKERS[ending](tarred() + END)
    if ending == "tar.zst":
        packed = zstandard.ZstdCompressor(write_checksum=True).compress(tarred() + END)
    damaged = packed[:-8] + bytes(byte ^ 1 for byte in packed[-8:])
    (tmp_path / f"x.{ending}").write_bytes(damaged)
    assert [failure.code for failure in read(tmp_path / f"x.{ending}")[1]] in (["archive-broken"], ["unreadable"])


def packed_members() -> dict[str, bytes]:
    """Packed documents, the second of which is damaged."""
    packed = {f"{n}.txt.{ending}": PACKERS[f"tar.{ending}"](TEXT.format(n).encode() * 9) for n, ending in enumerate(
        ("gz", "gz", "bz2", "xz", "zst"))}  # fmt: skip
    whole = packed["1.txt.gz"]
    packed["1.txt.gz"] = whole[:20] + b"\xff\xff\xff\xff" + whole[24:]
    return packed


def archived(kind: str, packed: dict[str, bytes], path: Path) -> Path:
    if kind == "tar":
        path.write_bytes(b"".join(member(name, data) for name, data in packed.items()) + END)
    elif kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in packed.items():
                archive.writestr(name, data)
    else:
        py7zr = pytest.importorskip("py7zr", reason="the extra '7z' is not installed")
        with py7zr.SevenZipFile(path, "w") as archive:
            for name, data in packed.items():
                archive.writestr(data, name)
    return path


@pytest.mark.parametrize("kind", ["tar", "zip", "7z"])
def test_a_damaged_packed_member_costs_itself_alone(tmp_path: Path, kind: str) -> None:
    names, failures = read(archived(kind, packed_members(), tmp_path / f"x.{kind}"))
    assert names == ["0.txt.gz", "2.txt.bz2", "3.txt.xz", "4.txt.zst"]
    assert [failure.source for failure in failures] == [f"x.{kind}!/1.txt.gz"]


def test_members_of_a_7z_behind_damage_are_named(tmp_path: Path) -> None:
    py7zr = pytest.importorskip("py7zr", reason="the extra '7z' is not installed")
    with py7zr.SevenZipFile(tmp_path / "x.7z", "w", filters=[{"id": py7zr.FILTER_COPY}]) as archive:
        for n in range(3):
            archive.writestr(TEXT.format(n), f"{n}.txt")
    whole = (tmp_path / "x.7z").read_bytes()
    (tmp_path / "x.7z").write_bytes(whole.replace(TEXT.format(1).encode(), TEXT.format(7).encode()))
    names, failures = read(tmp_path / "x.7z")
    assert names == ["0.txt", "2.txt"]
    assert [(failure.source, failure.message) for failure in failures] == [
        ("x.7z!/1.txt", "damaged: its checksum is another")
    ]
    with py7zr.SevenZipFile(tmp_path / "y.7z", "w") as archive:
        for n in range(30):
            archive.writestr(TEXT.format(n) * 9, f"{n}.txt")
    whole = (tmp_path / "y.7z").read_bytes()
    (tmp_path / "y.7z").write_bytes(whole[:60] + b"\xff" * 20 + whole[80:])
    names, failures = read(tmp_path / "y.7z")
    assert sorted(names + [failure.source[len("y.7z!/") :] for failure in failures]) == sorted(
        f"{n}.txt" for n in range(30)
    )
    assert failures


def test_a_7z_with_a_password_is_named_in_words(tmp_path: Path) -> None:
    py7zr = pytest.importorskip("py7zr", reason="the extra '7z' is not installed")
    for hidden in (False, True):
        with py7zr.SevenZipFile(tmp_path / "x.7z", "w", password="sesame", header_encryption=hidden) as archive:
            archive.writestr(TEXT, "1.txt")
        assert read(tmp_path / "x.7z") == (
            [],
            [Failure("x.7z", "unreadable", "encrypted, and no password can be given")],
        )


def test_two_members_of_one_name_are_both_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a.txt", TEXT.format(0))
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.txt", TEXT.format(1))
        archive.writestr("b.txt", TEXT.format(2))
    texts = [item.text for item in items(tmp_path / "x.zip") if isinstance(item, SourceDocument)]
    assert texts == [TEXT.format(n) for n in range(3)]


def test_names_that_are_cut_at_a_zero_byte_are_told_apart(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a?1.txt", TEXT.format(0))
        archive.writestr("a?2.txt", TEXT.format(1))
    (tmp_path / "x.zip").write_bytes(buffer.getvalue().replace(b"a?", b"a\0"))
    texts = [item.text for item in items(tmp_path / "x.zip") if isinstance(item, SourceDocument)]
    assert texts == [TEXT.format(n) for n in range(2)]


def zeros(gigabytes: float) -> bytes:
    """Packed zeros: members of gzip that follow one another."""
    return gzip.compress(bytes(64 << 20), 9) * int(gigabytes * 16)


def header_bomb(kind: bytes) -> bytes:
    """A packed tar archive whose second member has a header of 1.5 GB."""
    info = tarfile.TarInfo("x")
    info.type, info.size = kind, 3 << 29
    if kind == tarfile.GNUTYPE_SPARSE:
        head = bytearray(info.tobuf(tarfile.GNU_FORMAT))
        head[482] = 1
        head[148:156] = b" " * 8
        head[148:156] = b"%06o\0 " % sum(head)
        more = bytearray(b"0000000000%o\0" % 1 * 42)[:504].ljust(504, b"0") + b"\1" + bytes(7)
        return gzip.compress(member("0.txt", TEXT.encode()) + head + bytes(more) * 100_000)
    return gzip.compress(member("0.txt", TEXT.encode()) + info.tobuf(tarfile.GNU_FORMAT)) + zeros(1.5)


def chain() -> bytes:
    """A tar archive with headers that extend one another."""
    long = tarfile.TarInfo("././@LongLink")
    long.type, long.size = tarfile.GNUTYPE_LONGNAME, 5
    return member("0.txt", TEXT.encode()) + (long.tobuf() + b"a.txt".ljust(BLOCK, b"\0")) * 5_000 + tarred() + END


BOMBS: dict[str, Callable[[], bytes]] = {
    "long name": lambda: header_bomb(tarfile.GNUTYPE_LONGNAME),
    "long link": lambda: header_bomb(tarfile.GNUTYPE_LONGLINK),
    "extended header": lambda: header_bomb(tarfile.XHDTYPE),
    "global header": lambda: header_bomb(tarfile.XGLTYPE),
    "sparse map": lambda: header_bomb(tarfile.GNUTYPE_SPARSE),
    "chain": chain,
    "hidden member": lambda: gzip.compress(member("0.txt", TEXT.encode()) + member("._x", b"")) + zeros(3),
}
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))
from cablerdf.read import items
for item in items(sys.argv[1]):
    print(getattr(item, "code", "read"))
"""


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_no_header_exhausts_the_machine(tmp_path: Path, bomb: Callable[[], bytes]) -> None:
    (tmp_path / "bomb.tar.gz").write_bytes(bomb())
    command = [sys.executable, "-c", LIMITED, str(tmp_path / "bomb.tar.gz")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.split() in (["read", "archive-broken"], ["read", "too-large"]), done.stderr
    assert done.stderr == ""


def test_a_zip_whose_members_overlap_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT * 50_000)
        for n in range(99):
            archive.writestr(f"{n}.txt", "")
        for info in archive.infolist()[1:]:
            first = archive.infolist()[0]
            info.header_offset, info.compress_size, info.file_size = 0, first.compress_size, first.file_size
    (tmp_path / "x.zip").write_bytes(buffer.getvalue())
    names, failures = read(tmp_path / "x.zip")
    assert names == [] and [failure.message for failure in failures] == [
        "the zip archive is cut off or damaged: its members overlap"
    ]


def test_a_table_in_a_zip_may_not_be_a_bomb(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive, archive.open("x.csv", "w") as table:
        for _ in range(300):
            table.write(b'"1","1/2/2003 1:00","' + bytes(1 << 20))
    assert [failure.code for failure in read(tmp_path / "x.zip")[1]] == ["too-large"]
