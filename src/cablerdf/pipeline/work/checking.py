"""What SHACL finds in the cables of a task, as lines of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cablerdf.check import Finding, check_batch
from cablerdf.check.report import short
from cablerdf.pipeline.work.made import Row
from cablerdf.rdf.quads import Quad

SEVERITIES = {"Violation": "error", "Warning": "warning", "Info": "info"}
CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
BATCH = 10  # cables checked together: as fast as fifty, in a third of the memory


def findings_of(cables: Sequence[Sequence[Quad]], lines: Sequence[str]) -> list[tuple[Finding, ...] | str]:
    """For each cable its findings; in words why it could not be checked, where it could not."""
    found = []
    for at in range(0, len(cables), BATCH):
        found += batch_findings(cables[at : at + BATCH], lines[at : at + BATCH])
    return found


def batch_findings(cables: Sequence[Sequence[Quad]], lines: Sequence[str]) -> list[tuple[Finding, ...] | str]:
    try:
        return list(check_batch(cables, lines))
    except Exception as error:  # one cable may be the cause: find it, and check the others
        if len(cables) == 1:
            return [f"{type(error).__name__}: {error}"]
        half = len(cables) // 2
        return batch_findings(cables[:half], lines[:half]) + batch_findings(cables[half:], lines[half:])


def code_of(finding: Finding) -> str:
    """A finding's kind as a code of the report.

    >>> code_of(Finding("<x>", None, None, "MinCountConstraintComponent", "Violation", ""))
    'shacl-min-count'
    """
    return "shacl-" + CAPITAL.sub("-", finding.component.removesuffix("ConstraintComponent")).lower()


def row_of_finding(finding: Finding, source: str, cable_id: str | None, base: str) -> Row:
    """A finding as a line of the report."""
    path = f" {short(finding.path, base)}" if finding.path else ""
    message = f"{short(finding.focus_node, base)}{path}: {finding.message}"
    return Row(source, cable_id, code_of(finding), SEVERITIES[finding.severity], message)
