"""How sure a rule is: the share of what it decides that is right, as measured on the development keys."""

from __future__ import annotations

from functools import cache

from cablerdf.model import NoteKind
from cablerdf.vocab.tables import rows


@cache
def _shares() -> dict[tuple[str, str], float]:
    """(kind, rule) → share right, with one more of each kind counted: what is judged seldom is less sure."""
    counted = ((r["kind"], r["rule"], int(r["right"]), int(r["judged"])) for r in rows("rule_shares"))
    return {(kind, rule): round((right + 1) / (judged + 2), 2) for kind, rule, right, judged in counted}


def sureness(kind: NoteKind, rule: str, unmeasured: float = 0.75) -> float:
    """The share of what a rule decides that is right (0 to 1); `unmeasured` for a rule that no key has judged.

    The figures are those of `benchmarks/rules.py`, which writes the table.

    >>> sureness("person", "title") > sureness("person", "bare")
    True
    """
    return _shares().get((kind, rule), unmeasured)
