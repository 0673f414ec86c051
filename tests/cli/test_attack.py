"""What files, folders and disks do to a program: every command says what is wrong, and nothing else breaks."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[bytes]]
GARBAGE = Random(1966).randbytes(100_000)


def refused(done: CompletedProcess[bytes], words: bytes = b"") -> bool:
    """Whether a command ended with status 2 or 3, in words of its own."""
    told = done.stderr
    assert done.returncode in (2, 3), told
    assert b"Traceback" not in told and b"a fault of cablerdf" not in told and b"panicked" not in told, told
    assert words in told, told
    return True


@pytest.fixture
def place(folder: Path) -> Path:
    """A folder with `in`, `good.txt` and `garbage`, and links that lead in circles."""
    top = folder.parent
    (top / "good.txt").write_bytes((folder / "1.txt").read_bytes())
    (top / "garbage").write_bytes(GARBAGE)
    (top / "self").symlink_to("self")
    return top


def damaged(good: bytes) -> dict[str, bytes]:
    """Files that cannot be read, by name."""
    return {
        "garbage.bin": GARBAGE, "empty.txt": b"", "zeros.tar": bytes(1024), "fake.gz": b"\x1f\x8b" + bytes(9),
        "fake.zip": b"PK\x03\x04" + bytes(99), "fake.7z": b"7z\xbc\xaf'\x1c" + bytes(50),
        "broken.csv": b'"1","12/28/1966 18:48","66UTOPIA2","unterminated\n' * 3,
    }  # fmt: skip


def test_what_cannot_be_read_is_named_and_the_rest_is_converted(run: Run, place: Path) -> None:
    good = (place / "good.txt").read_bytes()
    for name, data in damaged(good).items():
        (place / "in" / name).write_bytes(data)
    with zipfile.ZipFile(place / "in" / "cut.zip", "w") as archive:
        archive.writestr("4.txt", good)
    whole = (place / "in" / "cut.zip").read_bytes()
    (place / "in" / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (place / "in" / "loop").symlink_to("../in")
    (place / "in" / "nowhere").symlink_to("absent")
    os.mkfifo(place / "in" / "pipe")
    done = run("convert", "in", "-o", "out.nq", "--no-check")
    assert refused(done, b"3 written")
    for name in [*damaged(good), "cut.zip", "loop", "nowhere", "pipe"]:
        assert f"in/{name}".encode() in done.stderr


@pytest.mark.parametrize(
    "change",
    [
        lambda good: good.decode().encode("utf-16"),
        lambda good: good.decode().encode("utf-32"),
        lambda good: b"\xef\xbb\xbf" + good.replace(b"\n", b"\r"),
        lambda good: good.replace(b" ", b"\x00", 3),
        lambda good: good + b"\xed\xa0\x80\xff",
        lambda good: good.replace(b"island", "îsländ".encode("latin-1")),
        lambda good: good + b"A" * 1_000_000,
        lambda good: good.replace(b"\n", b" "),
    ],
    ids=["utf-16", "utf-32", "carriage returns", "NULs", "surrogates", "latin-1", "a huge line", "one line"],
)
def test_odd_bytes_are_read(run: Run, place: Path, change: Callable[[bytes], bytes]) -> None:
    (place / "odd.txt").write_bytes(change((place / "good.txt").read_bytes()))
    done = run("convert", "odd.txt", "-f", "nquads", "--no-check")
    assert done.returncode == 0, done.stderr
    assert b"Hythloday" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["convert", "good.txt", "-o", "good.txt", "-f", "turtle"], b"is the input itself"),
        (["parse", "good.txt", "-o", "./good.txt"], b"is the input itself"),
        (["convert", "good.txt", "-o", "out.nq", "--report", "good.txt"], b"is the input itself"),
        (["convert", "in", "-o", "in/out.nq"], b"lies in the input folder"),
        (["convert", "in", "-o", "out.nq", "--manifest", "in/m.jsonl"], b"lies in the input folder"),
    ],
)
def test_no_input_is_overwritten(run: Run, place: Path, arguments: list[str], words: bytes) -> None:
    before = {path: path.read_bytes() for path in place.rglob("*.txt")}
    assert refused(run(*arguments), words)
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file() and path.name != "garbage"} == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["convert", "good.txt", "-o", "/dev/full", "-f", "nquads"], b"No space left"),
        (["parse", "good.txt", "-o", "/dev/full"], b"No space left"),
        (["convert", "good.txt", "-o", "good.txt/out.nq"], b"Not a directory"),
        (["convert", "good.txt", "-o", "out.nq", "--report", "garbage/report"], b"cannot write garbage/report"),
        (["convert", "good.txt", "-o", "out.nq", "--describe", "garbage/about.ttl"], b"cannot write garbage/about.ttl"),
        (["convert", "self", "-o", "out.nq"], b"symbolic link"),
        (["convert", "good.txt", "--since", "garbage", "-o", "out.nq"], b"is no manifest"),
        (["convert", "good.txt", "--link", "--gazetteer", "garbage", "-o", "out.nq"], b"no text in UTF-8"),
        (["convert", "good.txt", "--base", "http://a/\n", "-o", "out.nq"], b"expected an absolute IRI"),
        (["inspect", "garbage"], b"not a kind of document that is known"),
        (["inspect", "self"], b"symbolic links"),
        (["validate", "garbage"], b"does not say which RDF format"),
        (["gazetteer", "build", "garbage", "-o", "g.db"], b"no text in UTF-8"),
        (["gazetteer", "info", "garbage"], b""),
        (["link", "garbage", "-o", "links.nq"], b"not a known RDF file name"),
        (["load", "garbage", "--to", "store"], b"not a known RDF file name"),
        (["load", "garbage", "--input-format", "nq", "--to", "store"], b"garbage, line 1: not valid N-Quads"),
        (["load", "self", "--to", "store"], b"No such file"),
        (["load", "in", "--to", "store"], b"no RDF file"),
        (["load", "--to", "store"], b"name the files"),
        (["load", "a.nq", "--manifest", "garbage", "--to", "store"], b"is no manifest"),
        (["load", "a.nq", "--to", "in"], b"a folder of something else"),
        (["load", "a.nq", "--to", "good.txt"], b"is a file: name a folder"),
        (["query", "broken", "ASK {}"], b"cannot open the store"),
        (["serve", "broken", "--port", "0"], b"cannot open the store"),
        (["export", "chart", "timeline", "broken", "-o", "c.svg"], b"cannot open the store"),
        (["query", "broken", "-f", "garbage"], b"no text in UTF-8"),
        (["query", "broken", "ASK {}", "--base", "nonsense"], b"expected an absolute IRI"),
        (["load", "a.nq", "--to", "ftp://somewhere/store"], b"expected a folder, or an http(s) URL"),
        (["load", "a.nq", "--to", "other", "--graph", "no iri"], b"the graph 'no iri' is no IRI"),
        (["load", "a.nq", "--to", "other", "--input-format", "doc"], b"no RDF format 'doc': expected nq"),
        (["link", "a.nq", "-o", "links.doc"], b"does not say which RDF format"),
        (["link", "a.nq", "-o", "links.nq", "--base", "nonsense"], b"expected an absolute IRI"),
        (["link", "a.nq", "-o", "links.nq", "--curated", "good.txt"], b"good.txt"),
        (["validate", "in"], b"the folder holds no RDF file"),
        (["export", "network", "broken", "-o", "n.csv", "--since", "May"], b"not a valid integer"),
        (["export", "network", "broken", "-o", "n.xls"], b".graphml"),
        (["query", "--example", "classified-by", "--set", "a=b"], b"cannot bind 'a', nor anything else"),
        (["query", "--example", "answers", "--set", "person"], b"NAME=VALUE"),
    ],
)
def test_what_is_wrong_is_said(run: Run, place: Path, arguments: list[str], words: bytes) -> None:
    if arguments[0] in {"load", "query", "serve", "export"}:
        pytest.importorskip("pyoxigraph", reason="the extra 'store' is not installed")
    (place / "a.nq").write_text("<http://a/> <http://b/> <http://c/> <http://g/> .\n")
    (place / "broken").mkdir()
    (place / "broken" / "CURRENT").write_bytes(GARBAGE[:9])
    assert refused(run(*arguments), words)
    assert not any(path.exists() and path.read_bytes() for path in (place / "out.nq", place / "links.nq"))


def with_limit(place: Path, size: int, *arguments: str) -> CompletedProcess[bytes]:
    """A command on a disk that takes files of at most so many bytes."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    command = [sys.executable, "-m", "cablerdf", *arguments]
    return subprocess.run(command, cwd=place, preexec_fn=limit, capture_output=True, timeout=120)


def test_a_full_disk_leaves_no_store(run: Run, place: Path) -> None:
    pytest.importorskip("pyoxigraph", reason="the extra 'store' is not installed")
    assert run("convert", "in", "-o", "out.nq", "--no-check").returncode == 0
    assert refused(with_limit(place, 2_000, "load", "out.nq", "--to", "store"), b"cannot write the store")
    assert refused(with_limit(place, 20_000, "convert", "in", "-o", "other.nq", "--no-check"), b"cannot write other.nq")
    assert sorted(path.name for path in place.iterdir() if "store" in path.name or path.name == "other.nq") == []
    assert run("load", "out.nq", "--to", "store").returncode == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
def test_folders_without_rights(place: Path) -> None:
    def be_nobody() -> None:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)

    python = Path(sys.executable).resolve()
    paths = [entry for entry in sys.path if entry]
    (place / "closed").mkdir(mode=0o700)
    (place / "closed" / "1.txt").write_bytes((place / "good.txt").read_bytes())
    for path in (place, *place.parents):
        if path.stat().st_uid == os.geteuid() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o055)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1"}

    def as_nobody(*arguments: str) -> CompletedProcess[bytes]:
        return subprocess.run(
            [python, "-m", "cablerdf", *arguments], cwd=place, preexec_fn=be_nobody, env=env, capture_output=True,
            timeout=120,
        )  # fmt: skip

    try:
        readable = as_nobody("--version").returncode == 0
    except PermissionError:
        readable = False
    if not readable:
        pytest.skip("nobody may not read the program")
    assert refused(as_nobody("convert", "closed", "-f", "nquads"), b"Permission denied")
    assert refused(as_nobody("convert", "good.txt", "-o", "closed/out.nq"), b"Permission denied")
    assert refused(as_nobody("convert", "good.txt", "-o", "out.nq"), b"Permission denied")


ESCAPE = "\x1b[31m\x1b]0;owned\x07\x9b2J\u202e"


def test_nothing_steers_the_terminal(run: Run, place: Path) -> None:
    odd = place / "odd"
    odd.mkdir()
    good = (place / "good.txt").read_text()
    (odd / f"a{ESCAPE}\n.txt").write_text(good.replace("SUBJECT: ", f"SUBJECT: {ESCAPE}").replace("island", ESCAPE))
    (odd / f"b{ESCAPE}\nerror: all is lost.txt").write_bytes(GARBAGE)
    with zipfile.ZipFile(odd / "c.zip", "w") as archive:
        archive.writestr(f"d{ESCAPE}\n.txt", GARBAGE)
    first = f"odd/a{ESCAPE}\n.txt"
    assert run("convert", "odd", "-o", "out.nq", "-vv").returncode == 3
    stages = [("inspect", first, "--stage", stage) for stage in ("source", "zones", "cable", "graph", "report", "why")]
    others = [
        ("convert", "odd", "-f", "turtle", "-vv"), ("convert", f"absent{ESCAPE}"), ("parse", "odd", "--no-such"),
        ("convert", first, "-o", f"{ESCAPE}.unknown"), ("validate", "out.nq"), ("load", "out.nq", "--to", "store"),
        ("query", "store", "SELECT * { GRAPH ?g { ?s ?p ?o } }"), ("query", f"no{ESCAPE}", "ASK {}"),
        ("link", f"{ESCAPE}.nq"), ("gazetteer", "info", f"{ESCAPE}"), (f"{ESCAPE}",),
    ]  # fmt: skip
    for arguments in stages + others:
        done = run(*arguments)
        for char in ESCAPE.replace("[31m", "").replace("]0;owned", "").replace("2J", ""):
            assert char.encode() not in done.stdout + done.stderr, (arguments, char)
        assert b"\nerror: all is lost" not in done.stderr
        assert b"Traceback" not in done.stderr
