"""Cables come out the same in whatever order their files are read, by however many processes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from subprocess import CompletedProcess

import pyoxigraph

Run = Callable[..., CompletedProcess[bytes]]


def graphs(data: bytes) -> dict[str, set[str]]:
    """The statements of each graph, but for the names of the files."""
    found: dict[str, set[str]] = {}
    for quad in pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_QUADS):
        if not ("/source/" in str(quad.subject) and str(quad.predicate) == "<http://purl.org/dc/terms/title>"):
            found.setdefault(str(quad.graph_name), set()).add(f"{quad.subject} {quad.predicate} {quad.object}")
    return found


def test_names_that_turn_the_order_round(run: Run, tmp_path: Path, telegram: Callable[[int], str]) -> None:
    """Files are read by name: with other names the same cables are read, and numbered among people, the other way."""
    numbers = random.Random(7).sample(range(1, 10_000), 5)

    def converted(folder: str, order: Sequence[int], jobs: str) -> dict[str, set[str]]:
        (tmp_path / folder).mkdir()
        for place, number in enumerate(order):
            (tmp_path / folder / f"{place}.txt").write_text(telegram(number))
        done = run("convert", folder, "-f", "nquads", "--no-check", "--jobs", jobs)
        assert done.returncode == 0, done.stderr
        return graphs(done.stdout)

    one = converted("one", numbers, "1")
    assert converted("other", numbers[::-1], "3") == one
    assert len(one) > len(numbers)
