"""Where the names of people stand, and what they leave to bodies and places."""

from __future__ import annotations

from bisect import bisect_right

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.bodies.printed import BodyFound
from cablerdf.parse.lexicon import same_name


class Taken:
    """Where the names of people stand."""

    def __init__(self, draft: Draft) -> None:
        assert draft.register is not None
        self.people, self.clean = draft.register, draft.clean
        self.spans = sorted(span for someone in draft.register.people for span in someone.mentions)
        self.starts = [span.start for span in self.spans]
        self.families = {short for someone in self.people.people for short in same_name.short_forms(someone.tokens)[:1]}

    def overlaps(self, span: Span) -> bool:
        at = bisect_right(self.starts, span.start)
        return (at > 0 and self.spans[at - 1].end > span.start) or (
            at < len(self.spans) and self.spans[at].start < span.end
        )

    def spared(self, body: BodyFound) -> BodyFound | None:
        """What the names of people leave of a body: all of one that goes on behind, or what stands before one."""
        span = body.span
        at = bisect_right(self.starts, span.start)
        if at > 0 and (last := self.spans[at - 1]).end > span.start:
            longer = last.start == span.start and last.end < span.end
            lone = body.entry is not None or " " not in last.of(self.clean)
            return body if longer and lone and " " in body.name else None  # Soto | Foundation
        if at == len(self.spans) or (following := self.spans[at]).start >= span.end or body.entry is not None:
            return body
        words = self.clean[span.start : following.start].split()
        while words and words[-1] in ("of", "on", "for", "the", "and"):
            words.pop()
        if following.end < span.end or len(words) < 2:
            return None
        end = self.clean.index(words[-1], span.start + sum(map(len, words[:-1]))) + len(words[-1])
        return BodyFound(Span(span.start, end), " ".join(words))  # Academy of Sciences | Ana Soto

    def claims(self, name: str, span: Span) -> bool:
        """Whether a word is somebody's family name in this cable; then it is a mention of him or her."""
        if " " in name or same_name.folded(name) not in self.families:
            return False
        known = self.people.answer((name,), span.start)
        if known is not None:
            self.people.mention(known, span)
        return True
