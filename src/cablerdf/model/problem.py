"""Bad data is a value, not an exception."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cablerdf.model.span import Span

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something odd, repaired or unreadable in one document.

    `code` is a stable kebab-case word (`paragraph-number-repaired`, `tag-unknown`);
    `severity` is `error` (something is lost or wrong), `warning` (the source is odd) or
    `info` (repaired without doubt). `span` points into the document's text; `line` is
    1-based and is derived from the span where a document is at hand.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    line: int | None = None
