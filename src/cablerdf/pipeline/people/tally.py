"""What a run says of the people that it wrote."""

from __future__ import annotations

from dataclasses import dataclass, field

from cablerdf.pipeline.runs.summary import Summary
from cablerdf.pipeline.work.counting import Counts
from cablerdf.pipeline.work.made import Row


@dataclass
class Tally:
    """What the graph of people holds, and what the shapes find in it."""

    counts: Counts
    rows: list[Row] = field(default_factory=list)

    def end(self, summary: Summary) -> None:
        """Count what was found; people of whom one breaks a shape do not conform."""
        summary.count(self.rows)
        wrong = [row for row in self.rows if row.severity == "error" and row.code.startswith("shacl-")]
        summary.nonconforming += bool(wrong)
        summary.not_conforming += wrong[:1]
