"""What a run did: counted as it goes, told at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from cablerdf.pipeline.work.made import Made, Row
from cablerdf.read.failure import NOT_A_CABLE

SHOWN = 20  # documents named one by one in the summary; all of them are in the report


@dataclass
class Summary:
    """Counts of a run; `unreadable` and `not_conforming` name the documents, the first few of them."""

    written: int = 0
    failed: int = 0
    duplicates: int = 0
    nonconforming: int = 0
    unchanged: int = 0  # made by an earlier run already
    gone: int = 0  # made by an earlier run and no longer there; known at the end
    problems: Counter[tuple[str, str]] = field(default_factory=Counter)  # (severity, code)
    unreadable: list[Row] = field(default_factory=list)
    not_conforming: list[Row] = field(default_factory=list)

    def add(self, made: Made) -> None:
        """Count one document."""
        self.count(made.rows)
        if made.failed:
            self.failed += 1
            self.unreadable.extend(made.rows[-1:])
            return
        if made.kept:
            self.unchanged += 1
            return
        self.written += 1
        if not made.conforms:
            self.nonconforming += 1
            self.not_conforming.extend(
                [r for r in made.rows if r.severity == "error" and r.code.startswith("shacl-")][:1]
            )

    def count(self, rows: Iterable[Row]) -> None:
        """Count problems."""
        for row in rows:
            self.problems[row.severity, row.code] += 1

    def merge(self, other: Summary) -> None:
        """Add what another part of the run did."""
        self.written += other.written
        self.failed += other.failed
        self.duplicates += other.duplicates
        self.nonconforming += other.nonconforming
        self.unchanged += other.unchanged
        self.problems += other.problems
        self.unreadable += other.unreadable[: SHOWN - len(self.unreadable)]
        self.not_conforming += other.not_conforming[: SHOWN - len(self.not_conforming)]

    @property
    def read(self) -> int:
        """Documents met, whatever became of them."""
        return self.written + self.failed + self.duplicates + self.unchanged

    @property
    def no_cables(self) -> int:
        """Of those that failed, the texts without any mark of a telegram."""
        return self.problems["error", NOT_A_CABLE]

    @property
    def status(self) -> int:
        """The exit status that the run deserves: 3 before 1 before 0."""
        if self.failed:
            return 3
        return 1 if self.nonconforming else 0

    def to_json(self) -> dict[str, Any]:
        """The counts as JSON values."""
        return {
            "counts": [self.written, self.failed, self.duplicates, self.nonconforming, self.unchanged],
            "problems": [[*key, count] for key, count in sorted(self.problems.items())],
            "unreadable": [list(row) for row in self.unreadable],
            "not_conforming": [list(row) for row in self.not_conforming],
        }

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Summary:
        """What `to_json` wrote."""
        written, failed, duplicates, nonconforming, unchanged = values["counts"]
        return cls(
            written,
            failed,
            duplicates,
            nonconforming,
            unchanged,
            0,
            Counter({(severity, code): count for severity, code, count in values["problems"]}),
            [Row(*row) for row in values["unreadable"]],
            [Row(*row) for row in values["not_conforming"]],
        )
