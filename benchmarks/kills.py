"""Kills at random moments: what stands there afterwards, and whether going on ends in the bytes of an undisturbed run.

    python benchmarks/kills.py examples/cables --kills 200

Makes a small collection out of INPUT (`generate.py`), runs each command undisturbed, and then kills it at random
moments: its process alone, one of its workers, the whole group; by SIGINT, SIGTERM, SIGKILL, and by SIGSTOP with
SIGKILL after it. After every kill the output must be absent, as before, or whole; the command is then run again
(`convert` with `--resume`), killed again or not, and whenever it comes to its end its output must have the bytes of
the undisturbed run. No process may outlive the one that started it, and nothing may print a traceback. Status 1
where anything was otherwise.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import cycle, product
from pathlib import Path
from typing import NamedTuple

import psutil

CABLES, PEOPLE = 150, 15_000
HOW = ("SIGINT", "SIGTERM", "SIGKILL", "SIGSTOP")
RUNS_ON = 4  # at the latest after so many kills of one output it is left to come to its end
GONE = 10.0  # seconds within which whatever a dead process started has ended
CABLERDF = (sys.executable, "-m", "cablerdf")
Held = dict[str, str]  # a digest for each file, or for what a store holds


class Command(NamedTuple):
    """A command under attack: its words, what it makes, whom one can kill."""

    name: str
    words: tuple[str, ...]
    makes: tuple[str, ...]
    whom: tuple[str, ...] = ("process", "group")
    over: str = ""  # what stands there before


COMMANDS = (
    Command(
        "convert",
        ("convert", "cables.csv", "-o", "out.nq", "--report", "out.jsonl", "--jobs", "2", "--resume"),
        ("out.nq", "out.jsonl", "out.nq.void.ttl", "out.void.ttl"),
        ("process", "one worker", "group"),
    ),
    Command("load", ("load", "data.nq", "--to", "store"), ("store",)),
    Command("load over another", ("load", "data.nq", "--to", "store"), ("store",), over="older"),
    Command("link", ("link", "data.nq", "-o", "links.nq", "--sssom", "links.tsv"), ("links.nq", "links.tsv")),
    Command("gazetteer build", ("gazetteer", "build", "people.csv", "-o", "people.db"), ("people.db",)),
    Command("people", ("people", "data.nq", "--sssom", "judged.tsv", "--limit", "1"), ("judged.tsv",)),
)


class Kill(NamedTuple):
    """How a run ended: by which status, with which words on the way; whether it was killed before its end."""

    killed: bool
    status: int
    told: bytes
    outlived: int


def prepare(source: Path, folder: Path) -> None:
    """The inputs of all commands: cables, their RDF, a store of half of it, a table of people."""
    generate = Path(__file__).with_name("generate.py")
    subprocess.run([sys.executable, generate, source, str(CABLES), folder / "cables.csv"], check=True, stdout=2)
    subprocess.run([*CABLERDF, "convert", "cables.csv", "-o", "data.nq", "-q", "--no-describe"], cwd=folder, check=True)
    lines = (folder / "data.nq").read_text().splitlines(keepends=True)
    (folder / "half.nq").write_text("".join(lines[: len(lines) // 2]))
    subprocess.run([*CABLERDF, "load", "half.nq", "--to", "older", "-q"], cwd=folder, check=True)
    rows = (
        f"Q{n},Jane Roe {n},Roe {n}|J. Roe {n},person,US,Minister of Trade@2001/2009,1940,,made" for n in range(PEOPLE)
    )
    head = "qid,label,aliases,type,country,positions,start,end,source"
    (folder / "people.csv").write_text("\n".join([head, *rows]) + "\n")


def held(folder: Path, command: Command) -> Held:
    """What of a command's output is there."""
    return {name: digest(folder / name) for name in command.makes if (folder / name).exists()}


def digest(path: Path) -> str:
    """Of a file's bytes, or of all the quads that a store holds."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    from pyoxigraph import Store

    store = Store.read_only(str(path))
    return hashlib.sha256("\n".join(sorted(map(str, store))).encode()).hexdigest()


def start(folder: Path, command: Command) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*CABLERDF, *command.words],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.default_int_handler),
    )


def attacked(folder: Path, command: Command, whom: str, how: str, after: float, chance: random.Random) -> Kill:
    """A run that is killed after so many seconds, unless it has ended before."""
    process = start(folder, command)
    try:
        _, told = process.communicate(timeout=after)
        return Kill(False, process.returncode, told, outliving([]))
    except subprocess.TimeoutExpired:
        family = psutil.Process(process.pid).children(recursive=True)
    workers = [one for one in family if one.is_running()]
    victims = {"process": [process.pid], "group": [process.pid, *(one.pid for one in workers)]}
    pids = victims.get(whom) or [one.pid for one in chance.sample(workers, min(1, len(workers)))]
    for kind in (how, "SIGKILL") if how == "SIGSTOP" else (how,):
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.Signals[kind])
        time.sleep(0.2 if kind == "SIGSTOP" else 0)
    _, told = process.communicate(timeout=600)
    return Kill(bool(pids), process.returncode, told, outliving(family))


def outliving(family: list[psutil.Process]) -> int:
    """How many processes are left some seconds after that which started them; they are ended."""
    _, alive = psutil.wait_procs(family, timeout=GONE)
    for one in alive:
        with suppress(psutil.Error):
            one.kill()
    return len(alive)


def faults(before: Held, after: Held, whole: Held, kill: Kill) -> Iterator[str]:
    """What is otherwise than it must be once a run has ended, in a word or two."""
    if b"Traceback" in kill.told or b"panicked" in kill.told:
        yield "traceback"
    if kill.outlived:
        yield "a process left"
    if kill.status == 0:
        if after != whole:
            yield "other bytes"
    elif any(value not in (before.get(name), whole.get(name)) for name, value in after.items()):
        yield "half an output"
    if not kill.killed and kill.status:
        yield f"status {kill.status}"


def clear(folder: Path, command: Command) -> None:
    """Take away what a command made, and put there what it finds."""
    for name in command.makes:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
    if command.over:
        shutil.copytree(folder / command.over, folder / command.makes[0])


def undisturbed(folder: Path, command: Command) -> tuple[Held, float]:
    """What a command makes that nobody disturbs, and its seconds."""
    begun = time.monotonic()
    done = start(folder, command)
    told = done.communicate()[1]
    if done.returncode:
        raise SystemExit(f"{command.name}: {told.decode()}")
    return held(folder, command), time.monotonic() - begun


def siege(
    folder: Path, command: Command, kills: int, chance: random.Random, tell: Callable[[str], None]
) -> Counter[str]:
    """How often something was as it is named, over so many kills of a command."""
    clear(folder, command)
    whole, takes = undisturbed(folder, command)
    clear(folder, command)
    counts: Counter[str] = Counter()
    pairs = list(product(command.whom, HOW))
    ways = cycle(chance.sample(pairs, len(pairs)))
    running = 0
    while counts["kills"] < kills or running:
        whom, how = next(ways)
        last = running >= RUNS_ON or counts["kills"] >= kills
        before = held(folder, command)
        kill = attacked(folder, command, whom, how, 600 if last else chance.uniform(0, takes), chance)
        after = held(folder, command)
        running = running + 1 if kill.killed and kill.status else 0
        counts["kills"] += kill.killed
        counts[whom] += kill.killed
        counts[how] += kill.killed
        counts["went on"] += b"going on after" in kill.told
        counts["ended whole"] += kill.status == 0 and after == whole
        for fault in faults(before, after, whole, kill):
            counts["faults"] += 1
            tell(f"{command.name}: {fault} ({whom}, {how}, status {kill.status}) {kill.told[-1500:].decode()}")
        if kill.status == 0:
            clear(folder, command)
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path, help="cables of which the collection is made")
    parser.add_argument("--kills", type=int, default=200, help="of all commands together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=[command.name for command in COMMANDS])
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    chosen = [command for command in COMMANDS if asked.only in (None, command.name)]
    heads = ("kills", "process", "one worker", "group", *HOW, "went on", "ended whole", "faults")
    print("| command | " + " | ".join(heads) + " |\n" + "|---" * (1 + len(heads)) + "|", flush=True)
    faulty = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(asked.input.resolve(), folder)
        for command in chosen:
            counts = siege(folder, command, asked.kills // len(chosen), chance, partial(print, file=sys.stderr))
            print(f"| {command.name} | " + " | ".join(str(counts[head]) for head in heads) + " |", flush=True)
            faulty += counts["faults"]
    raise SystemExit(1 if faulty else 0)


if __name__ == "__main__":
    main()
