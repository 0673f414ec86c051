"""Files, folders, archives and stdin; what cannot be read is named."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard

import cablerdf
from cablerdf.errors import InputError
from cablerdf.model import SourceDocument
from cablerdf.read import FORMATS, Failure, formats, items, streams

TEXT = "UNCLAS UTOPIA 00001{}\nSUBJECT: A VISIT\n1. Text.\n"
NAMES = ("b.txt", "a/2.txt", "a/1.txt", "c d.txt")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    root = tmp_path / "in"
    for i, name in enumerate(NAMES):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(i))
    return root


def names(*paths: str | Path) -> list[str]:
    return [item.name if isinstance(item, SourceDocument) else f"{item.code}: {item.source}" for item in items(paths)]


def failures(path: str | Path) -> list[Failure]:
    return [item for item in items(path) if isinstance(item, Failure)]


def test_a_folder_is_walked_in_order(folder: Path) -> None:
    (folder / ".DS_Store").write_text("not a cable")
    (folder / "._b.txt").write_text("not a cable")
    assert names("in") == ["in/a/1.txt", "in/a/2.txt", "in/b.txt", "in/c d.txt"]
    assert names(folder) == names("in")


def test_hidden_and_oddly_named_documents_are_read(folder: Path) -> None:
    (folder / ".hidden.txt").write_text(TEXT)
    assert names("in")[0] == "in/.hidden.txt"
    with zipfile.ZipFile("x.zip", "w") as archive:
        for name in (".a.txt", "b/", "c.txt/", "../d.txt", "/e.txt", "f\n.txt"):
            archive.writestr(name, "" if name == "b/" else TEXT)
    assert names("x.zip") == [f"x.zip!/{name}" for name in ("../d.txt", ".a.txt", "/e.txt", "c.txt/", "f\\n.txt")]


def test_order_of_arguments_does_not_matter(folder: Path) -> None:
    assert names("in/b.txt", "in/a/1.txt") == names("in/a/1.txt", "in/b.txt") == ["in/a/1.txt", "in/b.txt"]
    assert names("in/b.txt", "in/b.txt") == ["in/b.txt"]


def zipped(folder: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in NAMES:
            archive.write(folder / name, name)
        archive.writestr("__MACOSX/._b.txt", "junk")
    return buffer.getvalue()


def tarred(folder: Path) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name in sorted(NAMES):
            archive.add(folder / name, name)
    return buffer.getvalue()


PACKERS = {
    "tar": bytes,
    "tar.gz": gzip.compress,
    "tar.bz2": bz2.compress,
    "tar.xz": lzma.compress,
    "tar.zst": zstandard.compress,
}


@pytest.mark.parametrize("ending", [*PACKERS, "zip"])
def test_archives(folder: Path, ending: str) -> None:
    path = folder.parent / f"x.{ending}"
    path.write_bytes(zipped(folder) if ending == "zip" else PACKERS[ending](tarred(folder)))
    assert names(path) == [f"x.{ending}!/{name}" for name in ("a/1.txt", "a/2.txt", "b.txt", "c d.txt")]
    texts = [item.text for item in items(path) if isinstance(item, SourceDocument)]
    assert texts == [TEXT.format(i) for i in (2, 1, 0, 3)]


def test_seven_zip(folder: Path) -> None:
    py7zr = pytest.importorskip("py7zr", reason="the extra '7z' is not installed")
    with py7zr.SevenZipFile(folder.parent / "x.7z", "w") as archive:
        for i, name in enumerate(NAMES):
            archive.writestr(TEXT.format(i), name)
        archive.writestr("A" * 100, "__MACOSX/junk")
    assert sorted(names("x.7z")) == ["x.7z!/a/1.txt", "x.7z!/a/2.txt", "x.7z!/b.txt", "x.7z!/c d.txt"]
    next(items("x.7z"))  # one may stop in the middle
    whole = (folder.parent / "x.7z").read_bytes()
    (folder.parent / "x.7z").write_bytes(whole[: len(whole) // 2])
    assert [f.code for f in failures("x.7z")] == ["archive-broken"]


@pytest.mark.parametrize("ending", ["zip", "tar.gz", "txt", "txt.gz"])
def test_stdin(folder: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one = (folder / "b.txt").read_bytes()
    data = {"zip": zipped(folder), "tar.gz": gzip.compress(tarred(folder)), "txt": one, "txt.gz": gzip.compress(one)}
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data[ending])))
    assert len(names("-")) == (4 if ending in ("zip", "tar.gz") else 1)
    assert not any("unreadable" in name for name in names("-"))


def test_loops_and_special_files_are_named(folder: Path) -> None:
    (folder / "a" / "up").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe")
    assert [f.source for f in failures("in")] == ["in/a/up", "in/gone.txt", "in/pipe"]


def test_missing_file() -> None:
    assert failures("no/such/file") == [Failure("no/such/file", "unreadable", "No such file or directory")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_forbidden_file(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    assert [(f.source, f.message) for f in failures("in")] == [("in/b.txt", "Permission denied")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "format-broken"),
        (b"\x7fELF\x02\x01\x01" + bytes(100), "format-broken"),
        (b" \n", "format-broken"),
        (bytes(99), "format-broken"),
    ],
)
def test_what_is_no_document(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "x").write_bytes(data)
    assert [f.code for f in failures(tmp_path / "x")] == [code]


def test_a_broken_member_costs_itself_alone(folder: Path) -> None:
    data = bytearray(zipped(folder))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo("b.txt")
    at = info.header_offset + 30 + len("b.txt")
    data[at : at + 4] = b"\xff\xff\xff\xff"
    (folder.parent / "x.zip").write_bytes(data)
    assert [f.source for f in failures("x.zip")] == ["x.zip!/b.txt"]
    assert len(names("x.zip")) == 4


@pytest.mark.parametrize("ending", ["zip", "tar", "tar.gz", "tar.xz", "tar.zst", "tar.bz2"])
def test_a_cut_archive_is_reported(folder: Path, ending: str) -> None:
    whole = zipped(folder) if ending == "zip" else PACKERS[ending](tarred(folder))
    (folder.parent / f"x.{ending}").write_bytes(whole[: len(whole) // 2])
    assert failures(f"x.{ending}")


def test_a_table_that_is_cut_off_is_reported(tmp_path: Path) -> None:
    rows = "".join(
        f'"{n}","1/2/2008 3:04","08LISBON{n}","Embassy Lisbon","UNCLASSIFIED","","","{TEXT}"\n' for n in range(99)
    )
    whole = zstandard.compress(rows.encode())
    (tmp_path / "cables.csv.zst").write_bytes(whole)
    assert len(names(tmp_path / "cables.csv.zst")) == 99
    (tmp_path / "cables.csv.zst").write_bytes(whole[:-9])
    assert "in the middle of a frame" in failures(tmp_path / "cables.csv.zst")[-1].message


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", bytes(80 << 20))
        archive.writestr("cable.txt", TEXT)
    assert [f.code for f in failures(tmp_path / "x.zip")] == ["too-large"]
    (tmp_path / "x.txt.gz").write_bytes(gzip.compress(b"A" * (80 << 20)))
    assert [f.code for f in failures(tmp_path / "x.txt.gz")] == ["too-large"]


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MAX_DOCUMENT", 1000)
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", "A" * 2000)
    assert [f.code for f in failures(tmp_path / "x.zip")] == ["too-large"]


def test_an_archive_within_an_archive_is_reported(folder: Path) -> None:
    with zipfile.ZipFile(folder.parent / "x.zip", "w") as archive:
        archive.writestr("inner.zip", zipped(folder))
        archive.writestr("inner.tar.gz", gzip.compress(tarred(folder)))
    assert [f.source for f in failures("x.zip")] == ["x.zip!/inner.tar.gz", "x.zip!/inner.zip"]


def test_links_within_a_tar_are_not_followed(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "x.tar", "w") as archive:
        link = tarfile.TarInfo("passwd")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert [f.source for f in failures(tmp_path / "x.tar")] == ["x.tar!/passwd"]


def test_read_raises_or_skips(folder: Path) -> None:
    (folder / "a" / "0.txt").write_bytes(b"")
    with pytest.raises(InputError, match="empty"):
        list(cablerdf.read("in"))
    assert len(list(cablerdf.read("in", on_error="skip"))) == 4


def test_a_reader_that_fails_costs_its_document_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "bad.html").write_text("<html><pre>UNCLAS</pre></html>")

    def broken(_data: bytes, _name: str) -> Iterator[SourceDocument]:
        raise ValueError("not thought of")

    rows = tuple(row._replace(read=broken) if row.name == "html" else row for row in FORMATS)
    monkeypatch.setattr(formats, "FORMATS", rows)
    assert [f.code for f in failures("in")] == ["internal-error"]
    assert len(list(cablerdf.read("in", on_error="skip"))) == 4


def test_a_text_that_cannot_be_one_cable_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TEXT * 50_000)
    assert [f.code for f in failures(tmp_path / "x.txt")] == ["too-large"]


def test_input_format_overrides(folder: Path) -> None:
    (folder / "page.txt").write_text("<html><pre>UNCLAS UTOPIA 00001</pre></html>")
    assert [d.format for d in cablerdf.read(folder / "page.txt")] == ["html"]
    assert [d.format for d in cablerdf.read(folder / "page.txt", input_format="text")] == ["text"]


def test_an_archive_that_is_replaced_within_a_tick_of_the_clock_is_read_anew(folder: Path) -> None:
    for number in range(20):  # of equal size; the times that a file has may be those of the one before it
        with zipfile.ZipFile("x.zip", "w") as archive:
            archive.writestr(f"{number:02}.txt", TEXT.format(f"{number:02}"))
        os.utime("x.zip", (0, 0))
        [document] = items(["x.zip"])
        assert isinstance(document, SourceDocument)
        assert (document.name, document.text) == (f"x.zip!/{number:02}.txt", TEXT.format(f"{number:02}"))
