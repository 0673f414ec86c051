"""A run that is broken off at any moment goes on, and ends in the bytes of one that was not."""

from __future__ import annotations

import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.cli.conftest import telegram

Run = Callable[..., CompletedProcess[bytes]]
KILLS = 50
LATE = 3_786_912_000  # 2090


def command(archive: Path, name: str, ending: str = ".nq") -> list[str]:
    options = ["-o", name + ending, "--report", f"{name}.jsonl", "--resume", "--no-check"]
    return [sys.executable, "-m", "cablerdf", "convert", str(archive), *options]


def killed(arguments: list[str], folder: Path, after: float, how: signal.Signals) -> tuple[bool, bytes]:
    """Whether the process was killed before its end, and what it said."""
    process = subprocess.Popen(arguments, cwd=folder, stderr=subprocess.PIPE)
    try:
        _, told = process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        process.send_signal(how)
        _, told = process.communicate()
        return True, told
    return False, told


def test_killed_at_fifty_random_moments(archive: Path, tmp_path: Path) -> None:
    begun = time.monotonic()
    subprocess.run(command(archive, "whole", ".nq.gz"), cwd=tmp_path, check=False, capture_output=True)
    takes = time.monotonic() - begun
    whole = [(tmp_path / f"whole{ending}").read_bytes() for ending in (".nq.gz", ".jsonl")]
    moments, kills, went_on = random.Random(1961), 0, 0
    while kills < KILLS:
        was_killed, told = killed(
            command(archive, "out", ".nq.gz"), tmp_path, moments.uniform(0, takes), signal.SIGKILL
        )
        went_on += b"going on after" in told
        kills += was_killed
        if was_killed:
            assert not (tmp_path / "out.nq.gz").exists() or (tmp_path / "out.nq.gz").read_bytes() == whole[0]
            continue
        assert [(tmp_path / f"out{ending}").read_bytes() for ending in (".nq.gz", ".jsonl")] == whole
        assert not (tmp_path / "out.nq.gz.part").exists()
        (tmp_path / "out.nq.gz").unlink()
    assert went_on > 5


@pytest.fixture
def broken(archive: Path, tmp_path: Path) -> Path:
    """The work directory of a run that was broken off in its middle: the disk was full."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4_000_000, 4_000_000))

    done = subprocess.run(command(archive, "out"), cwd=tmp_path, preexec_fn=limit, capture_output=True, timeout=120)
    assert done.returncode == 3
    part = tmp_path / "out.nq.part"
    assert len((part / "journal.jsonl").read_bytes().splitlines()) > 2
    return part


@pytest.mark.parametrize("what", ["input", "base", "version"])
def test_another_run_is_not_resumed_unless_it_begins_anew(run: Run, broken: Path, archive: Path, what: str) -> None:
    options = ["-o", "out.nq", "--report", "out.jsonl", "--no-check"]
    if what == "input":
        archive.touch()
    elif what == "base":
        options += ["--base", "https://example.org/"]
    else:
        record = json.loads((broken / "run.json").read_text())
        (broken / "run.json").write_text(json.dumps(record | {"version": "0.0.1"}))
    done = run("convert", archive, *options, "--resume")
    assert done.returncode == 2
    assert f"is of another run, since this changed: {what}; --restart begins anew".encode() in done.stderr
    assert (broken / "journal.jsonl").stat().st_size
    assert run("convert", archive, *options, "--restart").returncode == 0


@pytest.mark.parametrize("damage", ["data", "journal.jsonl", "report.jsonl"])
def test_damaged_work_is_done_again(run: Run, broken: Path, archive: Path, tmp_path: Path, damage: str) -> None:
    """What a power cut leaves: files that are shorter than the journal says, or hold other bytes."""
    path = broken / damage
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + bytes(len(data) // 4))
    done = run("convert", archive, "-o", "out.nq", "--report", "out.jsonl", "--resume", "--no-check")
    assert done.returncode in (0, 1), done.stderr
    run("convert", archive, "-o", "whole.nq", "--report", "whole.jsonl", "--no-check")
    for ending in (".nq", ".jsonl"):
        assert (tmp_path / f"out{ending}").read_bytes() == (tmp_path / f"whole{ending}").read_bytes()


def test_without_resume_a_run_starts_anew(run: Run, broken: Path, archive: Path) -> None:
    done = run("convert", archive, "-o", "out.nq")
    assert b"going on" not in done.stderr
    assert not broken.exists()


def wait_for(path: Path, process: subprocess.Popen[bytes]) -> None:
    while not path.exists() and process.poll() is None:
        time.sleep(0.01)


def test_ctrl_c_keeps_what_is_finished(tmp_path: Path) -> None:
    long = tmp_path / "long.zip"
    with zipfile.ZipFile(long, "w") as archive:  # it goes on for long after its first chunk
        for number in range(1, 4_001):
            archive.writestr(f"{number:04}.txt", telegram(number))
    process = subprocess.Popen(
        command(long, "out"),
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores it
    )
    wait_for(tmp_path / "out.nq.part" / "journal.jsonl", process)
    process.send_signal(signal.SIGINT)
    told = process.communicate()[1]
    assert process.returncode == 130
    assert told.endswith(b"interrupted\n")
    assert b"Traceback" not in told
    assert (tmp_path / "out.nq.part").exists()
    assert not (tmp_path / "out.nq").exists()


def test_two_runs_do_not_write_one_output(archive: Path, tmp_path: Path) -> None:
    first = subprocess.Popen(command(archive, "out"), cwd=tmp_path, stderr=subprocess.PIPE)
    wait_for(tmp_path / "out.nq.part" / "journal.jsonl", first)
    first.send_signal(signal.SIGSTOP)  # else it may be at its end before the second has begun
    second = subprocess.run(command(archive, "out"), cwd=tmp_path, capture_output=True, timeout=60)
    first.send_signal(signal.SIGCONT)
    first.communicate()
    assert second.returncode == 3
    assert b"another run is writing out.nq" in second.stderr


def packed(archive: Path, ending: str) -> Path:
    """What a zip archive holds, packed in another way, or its own bytes."""
    path = archive.with_name(f"moved{ending}")
    if ending == ".zip":
        path.write_bytes(archive.read_bytes())
        return path
    with zipfile.ZipFile(archive) as members:
        members.extractall(archive.parent / "members")
    if ending == ".7z":
        py7zr = pytest.importorskip("py7zr", reason="the extra '7z' is not installed")
        with py7zr.SevenZipFile(path, "w") as file:
            file.writeall(archive.parent / "members", "members")
    else:
        with tarfile.open(path, "w:gz" if ending == ".tar.gz" else "w") as file:
            file.add(archive.parent / "members", "members")
    return path


CHANGES: dict[str, Callable[[Path], object]] = {
    "gone": Path.unlink,
    "other": lambda path: path.write_bytes(b"another archive"),
    "cut": lambda path: os.truncate(path, path.stat().st_size // 2),
}


@pytest.mark.parametrize(
    ("ending", "change"),
    [(".zip", "gone"), (".zip", "other"), (".tar", "gone"), (".tar.gz", "cut"), (".7z", "cut")],
)
def test_an_input_that_changes_while_it_is_read_is_not_taken_for_whole(
    archive: Path, tmp_path: Path, ending: str, change: str
) -> None:
    moved = packed(archive, ending)
    run = subprocess.Popen(command(moved, "out"), cwd=tmp_path, stderr=subprocess.PIPE)
    wait_for(tmp_path / "out.nq.part" / "journal.jsonl", run)
    CHANGES[change](moved)
    _, told = run.communicate()
    assert run.returncode == 3
    assert b"the input changed while it was read" in told
    assert b"Traceback" not in told
    assert not (tmp_path / "out.nq").exists()


def test_a_clock_that_is_set_back_before_it_goes_on(run: Run, broken: Path, archive: Path, tmp_path: Path) -> None:
    for path in (broken, *broken.iterdir()):
        os.utime(path, (LATE, LATE))
    done = run("convert", archive, "-o", "out.nq", "--report", "out.jsonl", "--resume", "--no-check")
    assert b"going on after" in done.stderr
    run("convert", archive, "-o", "whole.nq", "--report", "whole.jsonl", "--no-check")
    for ending in (".nq", ".jsonl"):
        assert (tmp_path / f"out{ending}").read_bytes() == (tmp_path / f"whole{ending}").read_bytes()


BACKWARDS = """
import itertools, sys, time

clock = itertools.count(4e9, -86_400)
time.time = lambda: next(clock)
time.time_ns = lambda: int(next(clock) * 1e9)
from cablerdf.cli import main

main()
"""


def test_a_clock_that_runs_backwards_meanwhile(run: Run, folder: Path, tmp_path: Path) -> None:
    run("convert", folder, "-o", "whole.nq")
    command = [sys.executable, "-c", BACKWARDS, "convert", str(folder), "-o", "out.nq"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert not re.search(rb"(?<![\w-])-\d", done.stderr)
    assert (tmp_path / "out.nq").read_bytes() == (tmp_path / "whole.nq").read_bytes()


@pytest.mark.parametrize("name", ["", "lock", "data", "journal.jsonl", "report.jsonl", "run.json", "run.json.new"])
def test_links_in_the_work_directory_are_not_followed(archive: Path, tmp_path: Path, name: str) -> None:
    victim = tmp_path / "victim"
    victim.mkdir() if not name else victim.write_bytes(b"precious")
    place = tmp_path / "out.nq.part" / name
    if name:
        place.parent.mkdir()
    place.symlink_to(victim)
    done = subprocess.run(command(archive, "out"), cwd=tmp_path, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr and done.returncode in (0, 3)
    assert sorted(victim.iterdir()) == [] if not name else victim.read_bytes() == b"precious"


INTERRUPTED = """
import os, signal, sys

MODULE = sys.argv[1]

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == MODULE:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
from cablerdf.cli import main

sys.argv[1:] = ["convert", "--help"]
main()
"""


@pytest.mark.parametrize(
    "module", ["click", "cablerdf.cli.common.exit", "cablerdf.cli.common.group", "cablerdf.cli.convert"]
)
def test_an_early_interrupt_prints_no_traceback(module: str) -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED, module], capture_output=True, check=False)
    assert (done.stderr.strip(), done.returncode) in ((b"", -signal.SIGINT), (b"interrupted", 130))
