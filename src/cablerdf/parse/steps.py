"""The stages of reading a telegram, in order."""

from __future__ import annotations

from collections.abc import Callable

from cablerdf.model import Cable, SourceDocument
from cablerdf.parse.body import parse_body
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.step import read_entities
from cablerdf.parse.header import HEADER_STEPS
from cablerdf.parse.meetings import parse_narrative_meetings, parse_participant_lists
from cablerdf.parse.noise import blank_noise
from cablerdf.parse.statements import find_statements
from cablerdf.parse.zones import cut_zones

Step = Callable[[Draft], None]


# Each step reads what the steps before it have found and fills in its own part of the draft.
STEPS: tuple[tuple[str, Step], ...] = (
    ("noise", blank_noise),
    ("zones", cut_zones),
    *HEADER_STEPS,
    ("body", parse_body),
    ("participant lists", parse_participant_lists),
    ("entities", read_entities),
    ("narrative meetings", parse_narrative_meetings),
    ("statements", find_statements),
)


def run(draft: Draft) -> Cable:
    """The cable of a draft, every step taken.

    A step that breaks is a fault of ours: it is reported, and costs what it would have found, not the cable.
    """
    for name, step in STEPS:
        try:
            step(draft)
        except MemoryError:
            raise
        except Exception as error:
            draft.report("step-failed", "error", f"the step {name!r} broke: {type(error).__name__}: {error}")
    return draft.finish()


def parse(document: SourceDocument) -> Cable:
    """The cable that a document holds; what it does not say stays None or ()."""
    return run(Draft(document, document.text, partial=document.partial))


def parse_text(text: str, id: str | None = None) -> Cable:
    """The cable, or fragment of one, in `text`: a whole telegram, a header, one REF line, one paragraph.

    `id` overrides what the text says; nothing is invented for what is absent.
    """
    document = SourceDocument(name=id or "<text>", text=text, format="text")
    return run(Draft(document, text, id=id))
