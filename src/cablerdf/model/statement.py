"""Who is reported to have said what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cablerdf.model.entity import Method
from cablerdf.model.span import Span

SpeakerKind = Literal["person", "function", "body", "post"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution: `sentence` spans the whole sentence that holds it, `said` the part said.

    `speaker` is the person's fullest name, else the function or body as printed, or `POST`
    where the post speaks for itself; `speaker_person` is the index in `Cable.persons`,
    `paragraph` the index in `Cable.paragraphs`, `verb` the reporting verb as printed.
    `topics` are names of places and organisations within the sentence.
    """

    speaker: str
    speaker_kind: SpeakerKind
    verb: str
    sentence: Span
    said: Span
    speaker_span: Span | None = None
    speaker_person: int | None = None
    addressee: str | None = None
    addressee_person: int | None = None
    paragraph: int
    quoted: bool = False
    topics: tuple[str, ...] = ()
    method: Method = "narrative"
    rule: str = ""
    confidence: float = 1.0
    # the sentence, and what is said, on one line without page-break lines and other noise, where there is any
    readable: str | None = None
    readable_said: str | None = None
