"""Who was considered for a name, and why: `cablerdf link --explain`."""

from __future__ import annotations

from pathlib import Path

from cablerdf.link.linker import Linker, territory
from cablerdf.link.people.decide import decide
from cablerdf.link.people.mention import Mention, country_code
from cablerdf.pipeline.work.linking import linking


def explain(name: str, country: str | None, year: int | None, titles: tuple[str, ...], paths: tuple[Path, ...]) -> str:
    """What the tables and gazetteers make of a name, for a reader."""
    linker = Linker.open(linking(paths).files)
    date = str(year) if year else None
    lines = []
    for kind in ("country", "region", "city"):
        place = territory((name,), kind, country, date, None)
        if place is not None:
            lines.append(f"as a {kind}: {place.qid}  {place.confidence:.2f}  {place.reason}")
    body = linker.body((name,), None, date, frozenset({"un"}))
    if body is not None:
        lines.append(f"as a body: {body.qid}  {body.label}  {body.confidence:.2f}  {body.reason}")
    if not linker.gazetteers:
        return "\n".join([*lines, "as a person: no gazetteer was given (--gazetteer FILE)"]) + "\n"
    decision = decide(Mention(name, country_code(country), year, titles), linker.gazetteers)
    offices = ", ".join(f"{one.role} {one.portfolio or ''}".strip() for one in decision.mention.offices) or "none"
    lines += [f"as a person: {decision.verdict}: {decision.reason}"]
    lines += [f"  words {' '.join(decision.mention.words)}; country {decision.mention.country}; offices {offices}"]
    for one in decision.considered:
        entity = one.entity
        lines.append(f"  {one.probability:.3f}  {entity.qid:12} {entity.label} ({entity.country or '?'})")
        held = [f"{t.title} {t.start or '?'}-{t.end if t.end < 9999 else ''}" for t in entity.tenures[:5]]
        lines.append(f"         {'; '.join(held)}")
        lines.append(f"         {' '.join(f'{key}={value:g}' for key, value in one.features().items())}")
    return "\n".join(lines) + "\n"
