"""A telegram's text read as far as its header."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cablerdf.model import Declared, SourceDocument
from cablerdf.parse.draft import Draft
from cablerdf.parse.header import HEADER_STEPS
from cablerdf.parse.noise import blank_noise
from cablerdf.parse.zones import cut_zones


def read_header(text: str, name: str = "<text>", declared: Declared | None = None, id: str | None = None) -> Draft:
    document = SourceDocument(name=name, text=text, format="text", declared=declared or Declared())
    draft = Draft(document, text, id=id)
    for step in (blank_noise, cut_zones, *(step for _, step in HEADER_STEPS)):
        step(draft)
    for field, spans in draft.spans.items():
        for span in spans:
            assert 0 <= span.start < span.end <= len(text), field
    return draft


@pytest.fixture
def read() -> Callable[..., Draft]:
    return read_header
