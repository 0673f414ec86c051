"""Sentences: printed text, the sentences wanted in it (` | ` between them)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablerdf.model import Span
from cablerdf.parse.text import sentences

CASES = [
    ("nickname", 'Gen. Ann E. ("Kit") Ray met him.  He left.', 'Gen. Ann E. ("Kit") Ray met him. | He left.'),
    ("titles", "Amb. Hill met Gen. Ruiz.  Dr. Oba joined.", "Amb. Hill met Gen. Ruiz. | Dr. Oba joined."),
    ("country before a noun", "The U.S. Embassy asked.  He left.", "The U.S. Embassy asked. | He left."),
    ("country at the end", "He flew to the U.S.  The trip was short.", "He flew to the U.S. | The trip was short."),
    ("country before a verb", "He likes the U.S. Lee asserted so.", "He likes the U.S. | Lee asserted so."),
    (
        "country before a title",
        "He left the port for the U.S. Minister Lee said so.",
        "He left the port for the U.S. | Minister Lee said so.",
    ),
    ("country's own officer", "He knew that the U.S. Secretary Lee said so.", None),
    ("country that is shown something", "He left to show the U.S. Spain wants more.", None),
    ("country's own body", "He said the U.S. Treasury used it.", None),
    ("country, wrapped", "The visit of the U.S.\nSecretary of State pleased him.", None),
    ("initials", "J. R. Brown and Ann B. Lee spoke.", None),
    ("initials closed up", "J.R. Brown spoke.", None),
    ("junior", "Carl Bond, Jr., agreed.  He smiled.", "Carl Bond, Jr., agreed. | He smiled."),
    ("for instance", "Some goods, e.g. Rice, are scarce, i.e. Not sold.", None),
    ("against", "It is France vs. Spain now.", None),
    ("number", "See No. 5 and para. 3 above.  He left.", "See No. 5 and para. 3 above. | He left."),
    ("answer no", "He said no. The talks failed.", "He said no. | The talks failed."),
    ("para at the end", "This is as in para 3.  He agreed.", "This is as in para 3. | He agreed."),
    ("decimal", "It grew by 3.5 percent.  Oil fell.", "It grew by 3.5 percent. | Oil fell."),
    ("quote after the period", 'He said "we will."  She did not.', 'He said "we will." | She did not.'),
    ("quoted question", '"Will they?" he asked.  Nobody knew.', '"Will they?" he asked. | Nobody knew.'),
    (
        "quote damaged to 8",
        "They showed &good faith.8  In time it paid.",
        "They showed &good faith.8 | In time it paid.",
    ),
    ("ellipsis alone", 'He said "we ... They know."', None),
    ("blank before the period", "He left the port . Brown stayed.", "He left the port . | Brown stayed."),
    ("spaced ellipsis", "It fell . . . All of it was lost.", None),
    ("apostrophe in a name", "He works in Rida'a.  Brown does not.", "He works in Rida'a. | Brown does not."),
    ("period after a quote", 'They are "heroes".  Brown is not.', 'They are "heroes". | Brown is not.'),
    ("quote after a nation", 'They fear the U.S. "will drop in" soon.', None),
    ("SIPDIS blanked", "He left the\n\n      \nTarhuna district.", None),
    ("ellipsis", "He hesitated...  Then he spoke.", "He hesitated... | Then he spoke."),
    ("lower case", "He came at 5 p.m. on Monday.", None),
    ("hour at the end", "He came at 5 p.m.  They talked.", "He came at 5 p.m. | They talked."),
    ("list label", "1. Rice is scarce.\n\n2. Oil is not.", "1. Rice is scarce. | 2. Oil is not."),
    ("letter label", "a. Rice.  b. Oil is dear.", "a. Rice. | b. Oil is dear."),
    ("label and marking", "4. (C) Rice is scarce.", None),
    ("dashes", "He wants:\n-- rice;\n-- oil.", "He wants: | -- rice; | -- oil."),
    ("dash within a sentence", "The minister\n-- who had left -- agreed.", None),
    ("blank line", "PARTICIPANTS\n\nBrown came.", "PARTICIPANTS | Brown came."),
    ("page break blanked", "There is a\n\n                              \n\npending sale.", None),
    ("page break before a name", "He saw\n\n                              \n\nBrown again.", None),
    ("capitals", "THE U.S. SIDE AGREED.  HE LEFT.  END SUMMARY.", "THE U.S. SIDE AGREED. | HE LEFT. | END SUMMARY."),
    ("short aside", "He left (as did Mr. X. So it seemed.) early.", None),
    ("long note", "He left.  (Note: He came back. She did not. End note.)  Fine.", 4),
    ("aside at the end", "He left (as did she.) The talks failed.", "He left (as did she.) | The talks failed."),
    ("redacted name", "He left.  xxxxxxxx said so.", "He left. | xxxxxxxx said so."),
    ("round bullets", "He wants:\no Rice;\no Oil.", "He wants: | o Rice; | o Oil."),
    ("no period", "He left", None),
    ("nothing", "  \n ", ""),
]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sentences(text: str, wanted: str | int | None) -> None:
    found = [" ".join(s.of(text).split()) for s in sentences(text, Span(0, len(text)))]
    if isinstance(wanted, int):
        assert len(found) >= wanted
        return
    want = [" ".join(part.split()) for part in (text if wanted is None else wanted).split(" | ") if part.strip()]
    assert found == want


@given(st.text(alphabet='aA1. \n()"-?U.S', max_size=80), st.integers(0, 10))
def test_spans_are_ordered_and_lose_nothing(text: str, begin: int) -> None:
    span = Span(min(begin, len(text)), len(text))
    found = sentences(text, span)
    kept = "".join(s.of(text) for s in found)
    assert "".join(kept.split()) == "".join(span.of(text).split())
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(s.of(text) == s.of(text).strip() for s in found)


def test_long_input_is_fast() -> None:
    text = "(a. " * 250_000
    assert sentences(text, Span(0, len(text)))
