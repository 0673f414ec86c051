"""A mention is whole as the mapping writes it, whatever the text: the check of a run need not look at it again."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablerdf
from cablerdf.model import Cable
from cablerdf.rdf.iris import MENTIONS
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.quads import XSD_INDEX, Literal, Object
from cablerdf.rdf.terms import CAB, ITSRDF, NIF, RDF_TYPE

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "cables").glob("*.txt"))
FIELDS = {
    RDF_TYPE,
    NIF + "referenceContext",
    NIF + "beginIndex",
    NIF + "endIndex",
    NIF + "anchorOf",
    ITSRDF + "taIdentRef",
}
NAMED = {CAB + kind for kind in ("Person", "Organization", "Place")}
HEAD = "C O N F I D E N T I A L OSLO 000517\n\nSIPDIS\n\nTAGS: PREL, NO\nSUBJECT: FISHERIES TALKS\n\n1. (C) "
PARTS = (
    "Foreign Minister Kari Dahl", "Ambassador Ann Porter", "Dahl", "told", "in Bergen", "the Ministry of Fisheries",
    "(MOF)", "U.S.", "of Norway", "and", ",", ".", "\n", "\n\n2. (C) ", "said that", "-", "¶", "\u00a0", "\x00", "Ann",
)  # fmt: skip


def check(cable: Cable) -> int:
    """What the shape of a mention asks, of every mention; how many there are."""
    quads = to_quads(cable)
    classes = defaultdict(set)
    mentions: dict[str, dict[str, Object]] = defaultdict(dict)
    for subject, predicate, value, graph in quads:
        if graph.endswith(MENTIONS):
            assert predicate not in mentions[subject], "said twice"
            mentions[subject][predicate] = value
        elif predicate == RDF_TYPE:
            classes[subject].add(value)
    for fields in mentions.values():
        assert set(fields) == FIELDS
        begin, end, printed = fields[NIF + "beginIndex"], fields[NIF + "endIndex"], fields[NIF + "anchorOf"]
        assert isinstance(begin, Literal)
        assert isinstance(end, Literal)
        assert isinstance(printed, Literal)
        assert (begin.datatype, end.datatype, printed.datatype, printed.lang) == (XSD_INDEX, XSD_INDEX, None, None)
        assert 0 <= int(begin.lexical) < int(end.lexical)
        assert printed.lexical
        assert classes[str(fields[NIF + "referenceContext"])] == {CAB + "Paragraph"}
        assert classes[str(fields[ITSRDF + "taIdentRef"])] & NAMED, "what is mentioned is described"
    return len(mentions)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_of_the_examples(path: Path) -> None:
    (document,) = cablerdf.read(path)
    assert check(cablerdf.parse(document)) > 5


@given(st.lists(st.sampled_from(PARTS), max_size=40).map(" ".join))
def test_of_any_text(body: str) -> None:
    check(cablerdf.parse_text(HEAD + body))
