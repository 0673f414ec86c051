"""A cable that is written as a telegram is read back with the same values."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cablerdf.parse import parse_text

POSTS = ("LISBON", "OSLO", "NAIROBI", "JAKARTA", "RABAT")
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
PRECEDENCES = {"O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE"}
LEVELS = {"CONFIDENTIAL": "C O N F I D E N T I A L", "SECRET": "S E C R E T"}  # only these are classified by somebody

# Plain words only: `SUBJECT:`, `END SUMMARY`, a number at the head of a line or a row of dashes
# are structure in a telegram, and whoever reads one must take them so.
WORDS = st.sampled_from(
    ["harbor", "fish", "grain", "roads", "water", "light", "winter", "bridge", "cotton", "ferry", "maize", "market"]
)
TAGS = st.sampled_from(("PREL", "PGOV", "ECON", "EAID", "ETRD", "PHUM", "SNAR", "EFIN"))
NAMES = st.sampled_from(("Thomas Ferrand", "Susan Okafor", "Paul Whitcombe", "Edward Brandt"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a generated telegram says."""

    post: str
    number: int
    moment: tuple[int, int, int, int, int]  # year, month, day, hour, minute
    precedence: str
    classification: str
    noforn: bool
    tags: tuple[str, ...]
    subject: str
    references: tuple[tuple[str, int], ...]
    classifier: str
    paragraphs: tuple[tuple[str, str], ...]  # marking, text
    signer: str

    @property
    def year(self) -> str:
        """The year in two digits."""
        return f"{self.moment[0] % 100:02}"

    def telegram(self) -> str:
        """The text as a post would send it."""
        _, month, day, hour, minute = self.moment
        place = f"{self.post} {self.number:06}"
        lines = [
            f"{self.precedence} {day:02}{hour:02}{minute:02}Z {MONTHS[month - 1]} {self.year}",
            f"FM AMEMBASSY {self.post}",
            f"TO RUEHC/SECSTATE WASHDC {PRECEDENCES[self.precedence]} 5127",
            "",
            f"{LEVELS[self.classification]} {place}",
            "",
            *(["NOFORN"] if self.noforn else []),
            "SIPDIS",
            "",
            f"E.O. 12958: DECL: 10/13/{self.moment[0] + 10}",
            f"TAGS: {' '.join(self.tags)}",
            f"SUBJECT: {self.subject}",
            "",
            *(
                f"{'REF:' if i == 0 else '    '} {chr(65 + i)}. {self.year} {post} {number}"
                for i, (post, number) in enumerate(self.references)
            ),
            "",
            f"Classified By: {self.classifier}, reasons 1.4 (b) and (d).",
            "",
        ]
        for i, (marking, text) in enumerate(self.paragraphs, start=1):
            lines += [f"{i}. ({marking}) {text}", ""]
        return "\n".join([*lines, self.signer, ""])


def sentences(least: int, most: int) -> st.SearchStrategy[str]:
    """Plain words with a capital and a stop."""
    return st.lists(WORDS, min_size=least, max_size=most).map(lambda words: " ".join(words).capitalize() + ".")


WRITTEN = st.builds(
    Written,
    post=st.sampled_from(POSTS),
    number=st.integers(1, 9999),
    moment=st.tuples(
        st.integers(2003, 2009), st.integers(1, 12), st.integers(1, 28), st.integers(0, 23), st.integers(0, 59)
    ),
    precedence=st.sampled_from(sorted(PRECEDENCES)),
    classification=st.sampled_from(sorted(LEVELS)),
    noforn=st.booleans(),
    tags=st.lists(TAGS, min_size=1, max_size=6, unique=True).map(tuple),
    subject=st.lists(WORDS, min_size=2, max_size=6).map(lambda words: " ".join(words).upper()),
    references=st.lists(
        st.tuples(st.sampled_from(POSTS), st.integers(1, 9999)), min_size=2, max_size=4, unique=True
    ).map(tuple),
    classifier=NAMES,
    paragraphs=st.lists(st.tuples(st.sampled_from(("C", "U", "SBU")), sentences(4, 9)), min_size=1, max_size=6).map(
        tuple
    ),
    signer=NAMES.map(lambda name: name.split()[-1].upper()),
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WRITTEN)
def test_what_is_written_is_read(written: Written) -> None:
    cable = parse_text(written.telegram())
    year, month, day, hour, minute = written.moment
    assert cable.id == f"{written.year}{written.post}{written.number}"
    assert cable.post == written.post
    assert cable.dtg == f"{year}-{month:02}-{day:02}T{hour:02}:{minute:02}Z"
    assert cable.precedence == PRECEDENCES[written.precedence]
    assert cable.classification == written.classification
    assert set(cable.caveats) == {"SIPDIS", *(["NOFORN"] if written.noforn else [])}
    assert cable.tags == written.tags
    assert cable.subject == written.subject
    assert [r.id for r in cable.references] == [f"{written.year}{post}{n}" for post, n in written.references]
    assert cable.classified_by is not None
    assert (cable.classified_by.name, cable.classified_by.reasons) == (written.classifier, ("1.4(b)", "1.4(d)"))
    assert [(p.number, p.marking, p.text) for p in cable.paragraphs] == [
        (i, marking, text) for i, (marking, text) in enumerate(written.paragraphs, start=1)
    ]
    assert cable.signer == written.signer
