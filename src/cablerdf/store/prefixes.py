"""The prefixes that a question may use without declaring them."""

from __future__ import annotations

import re

from cablerdf.rdf import terms
from cablerdf.rdf.terms import DEFAULT_BASE

DECLARED = re.compile(r"\bPREFIX\s+([A-Za-z][\w-]*)?:", re.IGNORECASE)


EXTRA = {"wdt": "http://www.wikidata.org/prop/direct/"}  # for questions that go on to Wikidata


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Prefix to namespace, those of the instances under `base` included."""
    return terms.prefixes(base) | EXTRA


def with_prefixes(query: str, base: str = DEFAULT_BASE) -> str:
    """The query with every prefix that it uses and does not declare put in front, on its first line.

    >>> with_prefixes("ASK { ?c a cab:Cable }")
    'PREFIX cab: <https://w3id.org/cablerdf/ontology#> ASK { ?c a cab:Cable }'
    """
    declared = {match[1] for match in DECLARED.finditer(query)}
    used = set(re.findall(r"(?<![\w?$<-])([A-Za-z][\w-]*):(?!//)", query)) - declared
    known = prefixes(base)
    head = "".join(f"PREFIX {name}: <{known[name]}> " for name in sorted(used & known.keys()))
    return head + query
