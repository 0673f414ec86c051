"""The cables of a chunk checked together: as fast as one large graph, in little memory."""

from __future__ import annotations

from collections.abc import Sequence

from cablerdf.check.engines import ENGINES, default_engine
from cablerdf.check.report import Finding
from cablerdf.check.shapes import ALWAYS, background
from cablerdf.rdf.quads import Quad


def check_batch(
    cables: Sequence[Sequence[Quad]], lines: Sequence[bytes], engine: str | None = None
) -> list[tuple[Finding, ...]]:
    """For each cable, what the shapes find in its quads.

    A finding belongs to every cable that describes its focus node. The cables are checked as one
    graph: no shape counts what two cables may both say of a person, a body or a place.

    Args:
        cables: the quads of each cable.
        lines: the same, each cable written as N-Quads or N-Triples; what no shape looks at
            (`check.sight`) may be left out.
        engine: a name in `ENGINES`; by default the fastest that is installed.

    Raises:
        MissingExtraError: the engine is not installed.
    """
    run = ENGINES[engine or default_engine()]
    data = background() + b"".join(lines).decode("utf-8")
    found: list[list[Finding]] = [[] for _ in cables]
    findings = run(data, ALWAYS)
    if findings:
        subjects = [frozenset(f"<{quad[0]}>" for quad in cable) for cable in cables]
        for finding in findings:
            for place, known in enumerate(subjects):
                if finding.focus_node in known:
                    found[place].append(finding)
    return [tuple(one) for one in found]
