"""What a run did: counted as it goes, told at its end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from cablerdf.pipeline.made import Made, Row

SHOWN = 20  # documents named one by one in the summary; all of them are in the report


@dataclass
class Summary:
    """Counts of a run; `unreadable` and `not_conforming` name the documents, the first few of them."""

    written: int = 0
    failed: int = 0
    duplicates: int = 0
    nonconforming: int = 0
    problems: Counter[tuple[str, str]] = field(default_factory=Counter)  # (severity, code)
    unreadable: list[Row] = field(default_factory=list)
    not_conforming: list[Row] = field(default_factory=list)

    def add(self, made: Made) -> None:
        """Count one document."""
        for row in made.rows:
            self.problems[row.severity, row.code] += 1
        if made.failed:
            self.failed += 1
            if len(self.unreadable) < SHOWN:
                self.unreadable.extend(made.rows[-1:])
            return
        self.written += 1
        if not made.conforms:
            self.nonconforming += 1
            if len(self.not_conforming) < SHOWN:
                self.not_conforming.extend([row for row in made.rows if row.severity == "violation"][:1])

    @property
    def read(self) -> int:
        """Documents met, whatever became of them."""
        return self.written + self.failed + self.duplicates

    @property
    def status(self) -> int:
        """The exit status that the run deserves: 3 before 1 before 0."""
        if self.failed:
            return 3
        return 1 if self.nonconforming else 0
