"""The books of a run: what was written under which id, what was reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import orjson

from cablerdf.pipeline.runs.manifest import GONE, UNREAD, Line, Manifest, change_of, key
from cablerdf.pipeline.runs.summary import Summary
from cablerdf.pipeline.work.counting import Counts
from cablerdf.pipeline.work.made import Made, Row


def report_line(row: Row) -> bytes:
    """One line of the report, as JSON."""
    return orjson.dumps(row._asdict()) + b"\n"


@dataclass
class Entry:
    """What one chunk adds: bytes for the output, rows for the report, cables, counts.

    `cables` are (id, source, sha256, kept) of those that count, `unread` the sources that failed.
    """

    data: list[bytes] = field(default_factory=list)  # one for each document that goes out
    people: list[bytes] = field(default_factory=list)  # whom each of them names
    rows: list[Row] = field(default_factory=list)
    cables: list[tuple[str, str, str, bool]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    summary: Summary = field(default_factory=Summary)
    counts: Counts = field(default_factory=Counts)
    shared: list[int] = field(default_factory=list)  # keys of what is written here for all

    @property
    def report(self) -> bytes:
        """The lines of the report."""
        return b"".join(map(report_line, self.rows))

    def to_json(self) -> dict[str, Any]:
        """What a later run needs to know of it."""
        found = {"cables": self.cables, "unread": self.unread, "summary": self.summary.to_json()}
        found |= {"shared": self.shared} if self.shared else {}
        return found | {"counts": self.counts.to_json()} if self.counts.things else found


class Books:
    """Ids and counts of a run. The first document of an id wins; later ones are reported and left out.

    Args:
        since: what an earlier run made already.
        listing: keep what the new manifest needs.
    """

    def __init__(self, since: Manifest | None = None, listing: bool = False) -> None:
        self.summary, self.counts = Summary(), Counts()
        self.seen: dict[str, bytes] = {}
        self.shared: set[int] = set()  # keys of what is written once for all documents
        self.since, self.listing = since or Manifest(), listing
        self.cables: list[tuple[str, str, str, bool]] = []
        self.unread: set[str] = set()

    def enter(self, chunk: Iterable[Made]) -> Entry:
        """Book a chunk."""
        entry = Entry()
        for made in chunk:
            self.enter_one(self.named(made), entry)
        self.total(entry.summary, entry.cables, entry.unread)
        entry.counts = entry.counts.without(self.counts)
        self.counts.merge(entry.counts)
        return entry

    def named(self, made: Made) -> Made:
        """The document with its id, which a worker does not know of one that it did not make."""
        return made._replace(id=self.since.cables[key(made.source, made.sha256)].id) if made.kept else made

    def enter_one(self, made: Made, entry: Entry) -> None:
        if made.failed:
            entry.unread.append(made.source)
        elif (id := made.id) is not None:
            digest = bytes.fromhex(made.sha256[:16])
            first = self.seen.get(id)
            if first is not None:
                made = duplicate(made, first == digest)
                entry.summary.duplicates += 1
                entry.summary.count(made.rows)
                entry.rows += made.rows
                return
            self.seen[id] = digest
            entry.cables.append((id, made.source, made.sha256, made.kept))
        entry.summary.add(made)
        if made.counts is not None:
            entry.counts.merge(made.counts)
        entry.data += [made.data + self.unsaid(made, entry)] if made.data else []
        entry.people += [made.people] if made.people else []
        entry.rows += made.rows

    def unsaid(self, made: Made, entry: Entry) -> bytes:
        """What the document shares with others, and none before it said."""
        fresh = [one for one in made.shared if one.key not in self.shared]
        for one in fresh:
            self.shared.add(one.key)
            entry.shared.append(one.key)
            if one.counts is not None:
                entry.counts.merge(one.counts)
        return b"".join(one.data for one in fresh)

    def total(self, summary: Summary, cables: Iterable[tuple[str, str, str, bool]], unread: Iterable[str]) -> None:
        self.summary.merge(summary)
        if self.listing:
            self.cables += cables
            self.unread |= set(unread)

    def replay(self, values: dict[str, Any]) -> None:
        """Book again what `Entry.to_json` kept of a chunk."""
        cables = [tuple(cable) for cable in values["cables"]]
        self.total(Summary.from_json(values["summary"]), cables, values["unread"])
        self.shared |= set(values.get("shared", ()))
        if "counts" in values:
            self.counts.merge(Counts.from_json(values["counts"]))
        self.seen |= {id: bytes.fromhex(sha256[:16]) for id, _source, sha256, _kept in cables}

    def lines(self, graphs: str) -> list[Line]:
        """The cables of the new manifest; `graphs` is what the IRIs of named graphs begin with."""
        before = {line.id: line for line in self.since.cables.values()}
        lines = [
            Line(id, graphs + id, source, sha256, change_of(id in before, kept))
            for id, source, sha256, kept in self.cables
        ]
        now = {line.id for line in lines}
        for id, line in before.items():
            if id not in now:
                lines.append(line._replace(change=UNREAD if line.source in self.unread else GONE))
        return lines


def duplicate(made: Made, same: bool) -> Made:
    """The document as one that is left out, with the reason."""
    what = "the same document was read before" if same else "another document of this id was read before and was kept"
    row = Row(made.source, made.id, "duplicate-id", "info" if same else "warning", what)
    return Made(made.source, made.id, made.sha256, rows=(row,))
