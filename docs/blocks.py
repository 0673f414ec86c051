#!/usr/bin/env python3
"""The commands and snippets of the documents, run. `tests/test_blocks.py` does it for every page.

    python docs/blocks.py PAGE...      puts under each command what it prints now

What is done with a block, by the word behind its fence:

    console   what stands behind `$ ` and `> ` is run, and prints what is under it; `...` is any words or lines
    sh        every command is run, and must succeed
    python    is run as a program
    sparql    is asked of the examples, and finds something
    turtle    each stanza, up to a blank line, stands in `examples/output`; its first line says which
    json      is a part of one of the examples' JSON

The blocks of a page are run one after another in one folder, which has the examples and what `furnish` puts there.
A block under `<!-- not run: WHY -->` is left alone, as is one without a word.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"(?P<not_run><!-- not run: .+ -->\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.M | re.S)
COMMAND = re.compile(r"^\$ (?P<command>.+\n(?:> .*\n)*)(?P<printed>(?:(?!\$ ).*\n)*)", re.M)
SERVE = re.compile(r"\bcablerdf serve\b")
SECONDS = 120  # for one command
PEOPLE = "qid,label,aliases,type,country,positions,start,end,source\nQ42,Rui Teles,,human,Portugal,,,,invented\n"
# What some questions ask for and no example has: a meeting of three sides with a namesake, and one without names.
LACKED = {
    "08OSLO77.txt": """\
C O N F I D E N T I A L OSLO 000077

SUBJECT: TRILATERAL TALKS ON THE NORTHERN ROUTE

1. (U) Participants:

U.S.:
Ambassador Ann Porter

Norway:
Kari Dahl, State Secretary, Ministry of Foreign Affairs

Finland:
Rui Teles, Director General, Ministry of Transport
""",
    "08OSLO78.txt": """\
C O N F I D E N T I A L OSLO 000078

SUBJECT: THE NORTHERN ROUTE

1. (U) The route will open in May.

2. (C) The DCM met with officials of the Ministry of Transport on February 12.
""",
}


class BlockError(Exception):
    """A block that does not do what its page says."""


class Block(NamedTuple):
    """A fenced block of a page."""

    kind: str
    text: str
    line: int


def blocks(page: str) -> Iterator[Block]:
    """The blocks of a page that are run."""
    for match in BLOCK.finditer(page):
        if not match["not_run"] and match["kind"] in KINDS:
            yield Block(match["kind"], match["text"], page.count("\n", 0, match.start("text")) + 1)


def furnish(folder: Path) -> None:
    """Puts the examples into a folder, and the files by which the documents call a reader's own."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    shutil.copytree(ROOT / "examples" / "cables", folder / "cables")
    texts = sorted((ROOT / "examples" / "cables").glob("*.txt"))
    shutil.copy(texts[-1], folder / "one.txt")
    with zipfile.ZipFile(folder / "cables.zip", "w") as archive:
        for text in texts:
            archive.write(text, text.name)
    (folder / "people.csv.gz").write_bytes(gzip.compress(PEOPLE.encode()))


class Run:
    """The folder in which the blocks of one page are run, and the server that one of them may have started."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.server: subprocess.Popen[str] | None = None
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = str(free.getsockname()[1])
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self.environment = {**os.environ, "PATH": path, "HOME": str(folder), "XDG_CACHE_HOME": str(folder)}

    def shell(self, command: str) -> str:
        """What a command prints, on both streams."""
        command = command.replace("127.0.0.1:8000", f"127.0.0.1:{self.port}")
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", command], cwd=self.folder, env=self.environment, timeout=SECONDS,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise BlockError(f"{command}\nends with status {done.returncode}:\n{done.stdout}")
        return done.stdout.replace(self.port, "8000")

    def serve(self, command: str) -> str:
        """What a server says when it answers; it runs until the next one, or the end of the page."""
        self.close()
        command = SERVE.sub(f"exec cablerdf serve --port {self.port}", command)
        self.server = subprocess.Popen(
            ["bash", "-c", command], cwd=self.folder, env=self.environment, stderr=subprocess.PIPE, text=True
        )
        assert self.server.stderr is not None
        said = self.server.stderr.readline()
        if not said.startswith("Serving"):
            raise BlockError(f"{command}\nsays {said}")
        return said.replace(self.port, "8000")

    def printed(self, command: str) -> str:
        """What a command prints, a server or another."""
        return self.serve(command) if SERVE.search(command) else self.shell(command)

    def close(self) -> None:
        """Ends the server."""
        if self.server is not None:
            self.server.send_signal(signal.SIGINT)
            self.server.communicate(timeout=SECONDS)
            self.server = None


def console(run: Run, text: str) -> str:
    """The block as it should be: what is printed now under each command, where that is not what stood there."""

    def now(match: re.Match[str]) -> str:
        printed = run.printed(match["command"].replace("\n> ", "\n"))
        same = fits(match["printed"], printed)
        return match[0] if same else f"$ {match['command']}{printed}"

    return COMMAND.sub(now, text)


def fits(shown: str, printed: str) -> bool:
    """Whether what a page shows is what is printed; `...` stands for any words, as a line for any lines."""
    lines = (
        "(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + "\n"
        for line in shown.splitlines()
    )
    return re.fullmatch("".join(lines), "".join(f"{line.rstrip()}\n" for line in printed.splitlines())) is not None


def shell(run: Run, text: str) -> str:
    """The block, after its commands were run: those before a server, the server, those behind."""
    waiting = ""
    for line in text.replace("\\\n", "").splitlines(keepends=True):
        if SERVE.search(line):
            run.shell(waiting)
            run.serve(line)
            waiting = ""
        else:
            waiting += line
    run.shell(waiting)
    return text


def program(run: Run, text: str) -> str:
    """The block, after it was run."""
    (run.folder / "snippet.py").write_text(text, encoding="utf-8")
    run.shell("python snippet.py")
    return text


def question(run: Run, text: str) -> str:
    """The block, after it was asked of a store with the examples and what they lack."""
    if not (run.folder / "asked").exists():
        for name, lacked in LACKED.items():
            (run.folder / name).write_text(lacked, encoding="utf-8")
        run.shell(
            "cablerdf convert -q examples/cables 08OSLO7*.txt -o asked.nq && cablerdf load -q asked.nq --to asked"
        )
    (run.folder / "question.rq").write_text(text, encoding="utf-8")
    if len(run.shell("cablerdf query asked -f question.rq --format csv").splitlines()) < 2:
        raise BlockError("the question finds nothing")
    return text


def turtle(run: Run, text: str) -> str:
    """The block as it should be: what the examples' Turtle says now of each of its subjects."""
    known = {}
    for path in outputs(run, "ttl"):
        for stanza in path.read_text(encoding="utf-8").split("\n\n"):
            known[stanza.strip("\n").partition("\n")[0]] = stanza.strip("\n")
    stanzas = text.strip("\n").split("\n\n")
    for first in (stanza.partition("\n")[0] for stanza in stanzas):
        if first not in known:
            raise BlockError(f"nothing in examples/output begins with: {first}")
    return "\n\n".join(known[stanza.partition("\n")[0]] for stanza in stanzas) + "\n"


def part_of_json(run: Run, text: str) -> str:
    """The block, which was looked for in the examples' JSON."""
    part = json.loads(text)
    if not any(holds(json.loads(path.read_text(encoding="utf-8")), part) for path in outputs(run, "json")):
        raise BlockError("examples/output has no such JSON")
    return text


def outputs(run: Run, ending: str) -> list[Path]:
    return sorted((run.folder / "examples" / "output").glob(f"*.{ending}"))


def holds(whole: Any, part: Any) -> bool:
    """Whether JSON has a part: every key with its value, every item of a list.

    >>> holds({"a": [1, {"b": 2, "c": 3}]}, {"a": [{"b": 2}]}), holds({"a": 1}, {"a": 2})
    (True, False)
    """
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(name in whole and holds(whole[name], part[name]) for name in part)
    if isinstance(part, list):
        return isinstance(whole, list) and all(any(holds(item, wanted) for item in whole) for wanted in part)
    return bool(whole == part)


KINDS: dict[str, Callable[[Run, str], str]] = {
    "console": console,
    "sh": shell,
    "python": program,
    "sparql": question,
    "turtle": turtle,
    "json": part_of_json,
}


@contextmanager
def running() -> Iterator[Run]:
    """A furnished folder for the blocks of one page."""
    with tempfile.TemporaryDirectory(prefix="cablerdf-docs-") as name:
        furnish(Path(name))
        run = Run(Path(name))
        try:
            yield run
        finally:
            run.close()


def as_it_should_be(page: Path) -> str:
    """The text of a page, with what its commands print now.

    Raises:
        BlockError: a command fails, or a snippet is not as it says.
    """
    text = page.read_text(encoding="utf-8")
    with running() as run:
        for block in list(blocks(text)):
            try:
                text = text.replace(
                    f"```{block.kind}\n{block.text}```", f"```{block.kind}\n{KINDS[block.kind](run, block.text)}```"
                )
            except BlockError as error:
                raise BlockError(f"{page.name}, line {block.line}: {error}") from error
    return text


def main() -> None:
    for name in sys.argv[1:]:
        page = Path(name)
        try:
            page.write_text(as_it_should_be(page), encoding="utf-8")
        except BlockError as error:
            raise SystemExit(str(error)) from error


if __name__ == "__main__":
    main()
