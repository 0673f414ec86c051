"""Second names of somebody: `Juan Ruiz (aka Tomas Soto)`, `Yusuf Omar Said "Abu Lion,"`; misprints of one name."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from cablerdf.parse.entities.names.reader import NameFound
from cablerdf.parse.lexicon import same_name
from cablerdf.parse.lexicon.nationality import figures

if TYPE_CHECKING:
    from cablerdf.parse.entities.register.register import Register

# what stands between a name and a second one of the same person
_QUOTED = re.compile(r"\s+\(?[\"“]")
_CALLED = re.compile(r",?\s+\(?(?:aka|AKA|a\.k\.a\.|alias|also known as|better known as|known as|nicknamed)\s+[\"“]?")
_CLOSED = re.compile(r"[.,]?[\"”]")
_LONGEST = 24  # characters between the two


def aliases(clean: str, names: list[NameFound]) -> list[tuple[NameFound, NameFound]]:
    """(name, second name of the same person) as the text tells them, in order."""
    found = []
    for name, second in pairwise(sorted(names, key=lambda n: n.span.start)):
        start, end = name.span.end, second.span.start
        if (second.plain and len(second.tokens) == 1) or second.titles or not 0 < end - start < _LONGEST:
            continue
        quoted = _QUOTED.fullmatch(clean, start, end) and _CLOSED.match(clean, second.span.end)
        if (quoted and len(name.tokens) > 1) or _CALLED.fullmatch(clean, start, end):
            found.append((name, second))
    return found


def settle_spellings(people: Register) -> None:
    """Calls everybody by the spelling that the cable has most often, where it has one family name in two."""
    for someone in people.people:
        if len(someone.tokens) > 1 or len(someone.mentions) < 3 or someone.tokens[0].lower() in figures():
            continue
        now = someone.tokens[0]
        forms = [(m.of(people.clean), m) for m in someone.mentions]
        if all(form == now or form.isupper() for form, _span in forms):
            continue
        times = Counter(form for form, _span in forms if form.isalpha() and not form.isupper())
        usual, most = max(times.items(), key=lambda item: item[1], default=(now, 0))
        before, after = same_name.folded(now), same_name.folded(usual)
        if most > times[now] and before != after and same_name.close(before, after):
            someone.tokens, someone.span = (usual,), next(span for form, span in forms if form == usual)
