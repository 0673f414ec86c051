"""The whole line of steps against texts that are meant to be slow, and against damaged cables."""

from __future__ import annotations

import json
import random
import time

import pytest
from tests.attack.honest import EXAMPLES, HEADER

import cablerdf

SHAPES = {
    "capitals": "A ",
    "meetings": "Foreign Minister John Smith met President Jane Doe on May 3. ",
    "names": "John Smith, ",
    "blanks": " ",
    "lines": "\n",
    "quotes": '"',
    "TAGS lines": "\nTAGS: PREL",
    "references": "06 UTOPIA 1, ",
    "participants": "\nParticipants:\nU.S.\nJohn Smith\n",
    "page breaks": "\nUTOPIA 00000001 002 OF 003\n",
    "redactions": "XXXXXXXX ",
}


@pytest.mark.parametrize("pump", SHAPES.values(), ids=SHAPES)
def test_hostile(pump: str) -> None:
    text = HEADER + pump * (200_000 // len(pump))
    begun = time.process_time()
    cablerdf.parse_text(text)
    assert time.process_time() - begun < 20  # about one; work that grows with the square takes minutes


def damaged(text: str, chance: random.Random) -> str:
    """A text to which one of the things has happened that happen to files."""
    lines = text.splitlines(keepends=True)
    place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[place], lines[other] = lines[other], lines[place]
    del lines[chance.randrange(len(lines))]
    lines.insert(chance.randrange(len(lines)), lines[chance.randrange(len(lines))])
    text = "".join(lines)
    ways = (
        text.upper(),
        text.lower(),
        text.replace("¶", ""),
        text.replace("\n", "\r\n"),
        text.replace("\n", " "),
        text[chance.randrange(len(text)) :],
        text[: chance.randrange(len(text))],
        text.encode().decode("latin-1"),
    )
    return chance.choice(ways)


def spans(value: object) -> list[list[int]]:
    """Every `span` within a cable's JSON."""
    if isinstance(value, dict):
        own = [value["span"]] if value.get("span") else []
        return own + [span for item in value.values() for span in spans(item)]
    return [span for item in value for span in spans(item)] if isinstance(value, list) else []


@pytest.mark.parametrize("seed", range(60))
def test_damaged(seed: int) -> None:
    chance = random.Random(seed)
    text = damaged(chance.choice(EXAMPLES).read_text(encoding="utf-8"), chance)
    printed = json.loads(json.dumps(cablerdf.parse_text(text).to_dict()))
    for begin, end in spans(printed):
        assert 0 <= begin < end <= len(text)
