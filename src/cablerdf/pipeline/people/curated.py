"""What a curator's CSV tells of facts, and of people: who is one, who is not, by the names that cables give them."""

from __future__ import annotations

import re
from pathlib import Path

from cablerdf.errors import InputError
from cablerdf.link.identity.joining import Verdicts
from cablerdf.rdf.corrections import Corrections, corrections_of
from cablerdf.rdf.terms import prefixes
from cablerdf.vocab.curated import ABOUT_PEOPLE, Judgement, read_judgements

OF_A_CABLE = re.compile(r"(?:unidentified|[^-:/\d]*\d[^-:/]*)-")  # the end of an IRI begins with the cable's key


def corrections_in(path: Path, base: str) -> Corrections | None:
    """What a CSV tells of facts, if anything.

    Raises:
        InputError: it cannot be read, or a row makes no sense.
    """
    return corrections_of(read_judgements(path, prefixes(base)), base, str(path))


def verdicts_in(path: Path, base: str) -> Verdicts:
    """The pairs that a CSV tells of; rows about facts are none of them.

    Raises:
        InputError: it cannot be read, a row makes no sense, or one tells of somebody who is not a cable's.
    """
    rows = [row for row in read_judgements(path, prefixes(base)) if row.verdict in ABOUT_PEOPLE]
    pairs = {
        verdict: sorted({pair(row, path, base) for row in rows if row.verdict == verdict}) for verdict in ABOUT_PEOPLE
    }
    both = set(pairs["same"]) & set(pairs["different"])
    if both:
        one, other = min(both)
        raise InputError(f"person:{one} and person:{other} are told to be the same and different", source=str(path))
    return Verdicts(tuple(pairs["same"]), tuple(pairs["different"]))


def pair(row: Judgement, path: Path, base: str) -> tuple[str, str]:
    """The two of a row, by the ends of their IRIs, in order."""
    start = f"{base}person/"
    for iri in (row.fact, row.value):
        if not OF_A_CABLE.match(iri.removeprefix(start)):
            raise InputError(
                f"{iri}: expected a person as a cable names one, person:05TOKYO1349-nishida", source=str(path)
            )
    one, other = sorted((row.fact.removeprefix(start), row.value.removeprefix(start)))
    return one, other
