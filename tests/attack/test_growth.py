"""Names, offices and letters that are always new: twice the text is twice the work, counted in lines of code run."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from tests.attack.honest import HEADER

import cablerdf

EXAMPLES = Path(__file__).parents[2] / "examples" / "cables"
FORMS = {
    "people who say": "{} said {} {} and {} said ",
    "meetings": "President {} {} met Prime Minister {} in {}. ",
    "bodies": "the Ministry of {}, the {} Party, {} Bank ",
    "paragraphs": "\n\n7. (C) {} {}, Minister of {}, said {}. {} met {}. ",
    "places": "in {}, {}. ",
    "names with a hyphen": "{}-{} said so. {} {}-{} left. ",
    "offices": "The Minister of {} said so. {} {}, Minister of {}, agreed. The {} Minister told us. ",
    "directors": "{} Director {} {} told us. ",
    "sons": "{} bin {} told us. ",
    "letters": "XQZ said so. {} {} {} agreed. MbZ left. The {} {} (KLM) told us. ",
}
SIZE = 7_000  # characters; where each person is looked at for each other, that is a third of the work already
MOST = 2.2  # times the work for twice the text


def word(chance: random.Random) -> str:
    """A word that can be said and is in no table."""
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))


def text_of(form: str, size: int) -> str:
    """So many characters of a form, with a new word in each of its places; other words for another size."""
    chance = random.Random(size)
    piece = (form.format(*(word(chance).capitalize() for _ in range(form.count("{}")))) for _ in range(size))
    text = HEADER
    while len(text) < size:
        text += next(piece)
    return text[:size]


def lines_run(text: str) -> int:
    """How many lines of Python the reading of a text runs, those of each round of a loop counted."""
    count = 0

    def local(_frame: FrameType, event: str, _value: Any) -> Any:
        nonlocal count
        count += event == "line"
        return local

    before = sys.gettrace()
    sys.settrace(lambda _frame, _event, _value: local)
    try:
        cablerdf.parse_text(text)
    finally:
        sys.settrace(before)
    return count


@pytest.fixture(scope="module", autouse=True)
def tables() -> None:
    """Tables and patterns are made, whatever a text asks for."""
    for path in sorted(EXAMPLES.iterdir()):
        cablerdf.parse_text(path.read_text(encoding="utf-8", errors="replace"))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_twice_the_text_is_twice_the_work(form: str) -> None:
    assert lines_run(text_of(form, 2 * SIZE)) < MOST * lines_run(text_of(form, SIZE))
