#!/usr/bin/env python3
"""Makes what is under `examples/output` and `examples/answers` from the cables under `examples/cables`.

    python examples/build.py

One Turtle and one JSON file a cable, and the answer of every shipped question that needs no other
server, as CSV. All of it is generated: `tests/test_examples.py` makes it again and compares.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import cablerdf
from cablerdf.pipeline.commands import Conversion, convert_to
from cablerdf.pipeline.graphs import turtle
from cablerdf.pipeline.runs.run import Settings
from cablerdf.pipeline.stores import Access, LoadOptions, ask, load, question, questions

HERE = Path(__file__).resolve().parent

# What a reader would ask about: the questions that take a name are asked with one.
ASKED_WITH = {
    "network-of-a-person": {"person": "person:margaret-hartley"},
    "said-about-a-country": {"country": "place:zimbabwe"},
}


def cables() -> list[cablerdf.Cable]:
    """The example cables, by file name."""
    return [cablerdf.parse(document) for document in cablerdf.read(HERE / "cables")]


def outputs(parsed: list[cablerdf.Cable]) -> dict[str, str]:
    """Relative path and text of every file about one cable."""
    made = {}
    for cable in parsed:
        made[f"output/{cable.id}.ttl"] = turtle(cable)
        made[f"output/{cable.id}.json"] = json.dumps(cable.to_dict(), indent=1, ensure_ascii=False) + "\n"
    return made


def answers() -> dict[str, str]:
    """Relative path and text of every answer."""
    made = {}
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "examples.nq"
        convert_to([HERE / "cables"], data, Conversion(no_describe=True), Settings(jobs=1))
        load([data], f"{folder}/store", Access(), LoadOptions(), index=False)
        for name, shipped in questions().items():
            if not shipped.federated:
                text = question(name, ASKED_WITH.get(name, {}))
                made[f"answers/{name}.csv"] = "".join(ask(f"{folder}/store", text, "csv", Access()))
    return made


def build() -> dict[str, str]:
    """Relative path and text of everything that is generated."""
    parsed = cables()
    return outputs(parsed) | answers()


def main() -> None:
    made = build()
    for relative, text in made.items():
        path = HERE / relative
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    sys.stderr.write(f"{len(made)} files under {HERE}\n")


if __name__ == "__main__":
    main()
