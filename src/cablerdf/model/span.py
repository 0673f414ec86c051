"""Where something stands in a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open character range: `text[span.start:span.end]` is the printed form."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The printed form.

        >>> Span(3, 7).of("DE RUEHSG #0324")
        'RUEH'
        """
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end
