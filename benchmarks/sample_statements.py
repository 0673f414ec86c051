"""Prints statements drawn at random, for a reader to judge: is the speaker right, was it really said?

    python benchmarks/sample_statements.py CABLES... [--count 150] [--seed 1]

At most one statement of a cable, with the text before it, so that pronouns can be judged.
"""

from __future__ import annotations

import argparse
import random

import cablerdf
from cablerdf.model import Cable, Statement

BEFORE = 240  # characters of context


def shown(cable: Cable, statement: Statement) -> str:
    """The statement as lines of text."""
    text = cable.document.text
    begin = max(cable.paragraphs[statement.paragraph].content.start, statement.sentence.start - BEFORE)
    context = " ".join(text[begin : statement.sentence.start].split())
    sentence = statement.readable or " ".join(statement.sentence.of(text).split())
    return f"{cable.id} | {statement.speaker} | {statement.verb} | {statement.method}\n  < {context}\n  {sentence}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cables", nargs="+")
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    drawn = []
    for path in args.cables:
        for document in cablerdf.read(path):
            cable = cablerdf.parse(document)
            said = [s for s in cable.statements if s.verb != "COMMENT"]
            if said:
                drawn.append((cable, chance.choice(said)))
    for number, (cable, statement) in enumerate(chance.sample(drawn, min(args.count, len(drawn))), 1):
        print(f"[{number}] {shown(cable, statement)}")


if __name__ == "__main__":
    main()
