"""Every printed form of people, bodies and places, by position."""

from __future__ import annotations

from bisect import bisect_right

from cablerdf.model import Mention, Span
from cablerdf.model.entity import EntityKind
from cablerdf.parse.draft import Draft

Spans = list[tuple[EntityKind, int, Span]]


def settle_mentions(draft: Draft, others: Spans) -> None:
    """Sets `Draft.mentions`: every printed form, by position, none within another."""
    assert draft.register is not None
    everything: Spans = [("person", i, s) for i, p in enumerate(draft.register.people) for s in p.mentions]
    everything += others
    size = len(draft.clean) + 1
    everything.sort(key=lambda m: m[2].start * size - m[2].end)  # of those that begin at one place the longest first
    starts = [p.span.start for p in draft.paragraphs]
    found: list[Mention] = []
    end = -1
    for kind, index, span in everything:
        if span.start < end or span.end <= span.start:
            continue
        at = bisect_right(starts, span.start) - 1
        inside = at >= 0 and span.end <= draft.paragraphs[at].span.end
        found.append(Mention(kind, index, span, at if inside else None))
        end = span.end
    draft.mentions = tuple(found)
