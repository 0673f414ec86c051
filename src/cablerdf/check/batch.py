"""The cables of a chunk checked together: as fast as one large graph, in little memory."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from cablerdf.check.engines import ENGINES, default_engine
from cablerdf.check.report import Finding
from cablerdf.check.shapes import ALWAYS, background
from cablerdf.rdf.quads import Quad

SUBJECT = itemgetter(0)


def check_batch(
    cables: Sequence[Sequence[Quad]], lines: Sequence[str], engine: str | None = None
) -> list[tuple[Finding, ...]]:
    """For each cable, what the shapes find in its quads.

    A finding belongs to every cable that describes its focus node. The cables are checked as one
    graph: no shape counts what two cables may both say of a person, a body or a place.

    Args:
        cables: the quads of each cable.
        lines: the same, each cable written as N-Quads or N-Triples; what no shape looks at
            (`check.relevant`) may be left out.
        engine: a name in `ENGINES`; by default the fastest that is installed.

    Raises:
        MissingExtraError: the engine is not installed.
    """
    run = ENGINES[engine or default_engine()]
    findings = run("".join([background(), *lines]), ALWAYS)
    if not findings:
        return [()] * len(cables)
    described = [{f"<{subject}>" for subject in set(map(SUBJECT, cable))} for cable in cables]
    return [tuple(one for one in findings if one.focus_node in nodes) for nodes in described]
