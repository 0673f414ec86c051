"""The books of a run: what was written under which id, what was reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import orjson

from cablerdf.pipeline.made import Made, Row
from cablerdf.pipeline.summary import Summary


def report_line(row: Row) -> bytes:
    """One line of the report, as JSON."""
    return orjson.dumps(row._asdict()) + b"\n"


@dataclass
class Entry:
    """What one chunk adds: bytes for the output, lines for the report, ids, counts."""

    data: list[bytes] = field(default_factory=list)  # one for each document that goes out
    report: list[bytes] = field(default_factory=list)
    ids: list[tuple[str, str]] = field(default_factory=list)  # (id, first half of the sha256)
    summary: Summary = field(default_factory=Summary)

    def to_json(self) -> dict[str, Any]:
        """What a later run needs to know of it."""
        return {"ids": self.ids, "summary": self.summary.to_json()}


class Books:
    """Ids and counts of a run. The first document of an id wins; later ones are reported and left out."""

    def __init__(self) -> None:
        self.summary = Summary()
        self.seen: dict[str, bytes] = {}

    def enter(self, chunk: Iterable[Made]) -> Entry:
        """Book a chunk."""
        entry = Entry()
        for made in chunk:
            first = None if made.id is None or made.failed else self.seen.get(made.id)
            if first is not None:
                made = duplicate(made, first)
                entry.summary.duplicates += 1
                entry.summary.count(made.rows)
            else:
                entry.summary.add(made)
                if made.data:
                    entry.data.append(made.data)
                if made.id is not None and not made.failed:
                    entry.ids.append((made.id, made.sha256[:32]))
                    self.seen[made.id] = bytes.fromhex(made.sha256[:16])
            entry.report += map(report_line, made.rows)
        self.summary.merge(entry.summary)
        return entry

    def replay(self, values: dict[str, Any]) -> None:
        """Book again what `Entry.to_json` kept of a chunk."""
        self.summary.merge(Summary.from_json(values["summary"]))
        self.seen |= {id: bytes.fromhex(sha256[:16]) for id, sha256 in values["ids"]}


def duplicate(made: Made, first: bytes) -> Made:
    """The document as one that is left out, with the reason."""
    same = first == bytes.fromhex(made.sha256[:16])
    what = "the same document was read before" if same else "another document of this id was read before and was kept"
    row = Row(made.source, made.id, "duplicate-id", "info" if same else "warning", what)
    return Made(made.source, made.id, made.sha256, rows=(row,))
