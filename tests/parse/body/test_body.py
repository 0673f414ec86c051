# ruff: noqa: E501  (printed texts stay on one line)
"""The body as a whole: printed text, the paragraphs, headings, kinds and signature wanted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import is_linear

from cablerdf.model import SourceDocument, Span
from cablerdf.parse.body import parse_body
from cablerdf.parse.draft import Draft, Zones


def read(text: str) -> Draft:
    """A draft whose whole text is body."""
    draft = Draft(SourceDocument(name="t", text=text, format="text"), text)
    draft.zones = Zones(body=Span(0, len(text)))
    parse_body(draft)
    return draft


def numbers(text: str) -> list[tuple[int | None, str | None]]:
    return [(p.number, p.marking) for p in read(text).paragraphs]


NUMBERS = [
    ("pilcrows", "¶1. (C) Rice is scarce.\n\n¶2. (S/NF) Oil is not.", [(1, "C"), (2, "S/NF")]),
    ("no pilcrow", "1. (U) Rice is scarce.\n\n2. (SBU) Oil is not.", [(1, "U"), (2, "SBU")]),
    ("no marking", "1. Rice is scarce.\n\n2. Oil is not.", [(1, None), (2, None)]),
    ("no blank after the stop", "1.(C) Rice.\n\n2.(C) Oil.", [(1, "C"), (2, "C")]),
    ("double slash", "¶1. (C//NF) Rice.\n\n¶2. (S//REL TO USA, FVEY) Oil.", [(1, "C//NF"), (2, "S//REL TO USA, FVEY")]),
    ("release marking", "¶1. (C/REL NATO) Rice.", [(1, "C/REL NATO")]),
    ("small letters", "¶1. (c) Rice.\n\n¶2. (u) Oil.", [(1, "c"), (2, "u")]),
    ("marking behind a label", "¶1. Summary: (C) Rice.\n\n¶2. Comment (S): Oil.", [(1, "C"), (2, "S")]),
    (
        "long marking",
        "¶1. (S/REL FRANCE, TURKEY, JORDAN, SAUDI ARABIA, AND\nQATAR) Oil.",
        [(1, "S/REL FRANCE, TURKEY, JORDAN, SAUDI ARABIA, AND QATAR")],
    ),
    ("bullets behind a label", "¶1. Key points:\n\n-- (C) Rice.", [(1, None)]),
    ("broken marking", "¶1. C) Rice.\n\n¶2. (SBU Oil is dear.", [(1, "C"), (2, "SBU")]),
    ("no marking but a name", "¶1. (U.S.) forces left.", [(1, None)]),
    ("number printed twice over", "¶1. 1. Rice.\n\n¶2. 2. Oil.", [(1, None), (2, None)]),
    ("pilcrow read as 1", "11. (C) A.\n\n12. (C) B.\n\n13. (C) C.\n\n4. (C) D.", [(n, "C") for n in (1, 2, 3, 4)]),
    ("comma for the stop", "6. (C) A.\n\n7. (C) B.\n\n8, (C) C.", [(6, "C"), (7, "C"), (8, "C")]),
    ("extract from 7 on", "¶7. (C) A.\n\n¶8. (C) B.", [(7, "C"), (8, "C")]),
    ("one paragraph alone", "12. (C) Turning to Iran, he agreed.", [(12, "C")]),
    ("number repeated", "¶1. (S) A.\n\n¶2. (S) B.\n\n¶2. (S) C.\n\n¶3. (S) D.", [(n, "S") for n in (1, 2, 2, 3)]),
    (
        "numbers start again",
        "¶1. (U) A.\n\n¶2. (U) B.\n\n¶1. (S) C.\n\n¶2. (S) D.",
        [(1, "U"), (2, "U"), (1, "S"), (2, "S")],
    ),
    ("gap", "¶1. (C) A.\n\nXXXXXXXXXXXX\n\n¶4. (C) B.", [(1, "C"), (4, "C")]),
    ("year with a pilcrow", "¶1. (C) It was in\n¶2008. He left.\n\n¶2. (C) B.", [(1, "C"), (2, "C")]),
    ("age with a pilcrow", "¶1. (C) He is\n¶36. He left.\n\n¶2. (C) B.\n\n¶3. (C) C.", [(n, "C") for n in (1, 2, 3)]),
    ("name with a pilcrow", "¶1. (C) Present:\n\n¶R. Nicholas Bond\nAnn Lee\n\n¶2. (C) B.", [(1, "C"), (2, "C")]),
    (
        "lettered parts",
        "¶1. (S) Ask:\n\n¶A. (U) Rice:\n\n1) (S) Who?\n\n2) (S) Why?\n\n¶2. (U) Thanks.",
        [(1, "S"), (2, "U")],
    ),
    (
        "list within",
        "¶1. (C) He wants:\n\n1. rice\n\n2. oil\n\n¶2. (C) B.\n\n¶3. (C) C.",
        [(n, "C") for n in (1, 2, 3)],
    ),
    ("marked pilcrow list within", "¶1. (C) A.\n\n¶1. rice\n\n¶2. oil\n\n¶2. (C) B.", [(1, "C"), (2, "C")]),
    ("pilcrow lost", "¶1. (C) A.\n\n¶2. (C) B.\n\n3. (C) C.\n\n¶4. (C) D.", [(n, "C") for n in (1, 2, 3, 4)]),
    ("begins within a line", "¶1. (C) A. 2. (C) He agreed.\n\n¶3. (C) C.", [(1, "C"), (2, "C"), (3, "C")]),
    ("after a redaction", "¶1. (C) A.\n\nXXXXXXXXXXXX2. (C) He agreed.\n\n¶3. (C) C.", [(1, "C"), (2, "C"), (3, "C")]),
    (
        "decimals at the line start",
        "¶1. (C) It grew by\n3.5 percent to\n250,000 tons.\n\n¶2. (C) B.",
        [(1, "C"), (2, "C")],
    ),
    ("no numbers", "(SBU) Rice is scarce this year.\n\n(S) Oil is not scarce this year.", [(None, "SBU"), (None, "S")]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in NUMBERS], ids=[case[0] for case in NUMBERS])
def test_numbers_and_markings(text: str, wanted: list[tuple[int | None, str | None]]) -> None:
    assert numbers(text) == wanted


A, B = "¶1. (C) Brown came and spoke at length.", "¶2. (C) He left again."
HEADINGS = [
    ("framed", f"{A}\n\n----\nIRAN\n----\n\n{B}", ["IRAN"]),
    ("underlined", f"{A}\n\nIran and Oil\n------------\n\n{B}", ["Iran and Oil"]),
    ("underlined with a gap in the dashes", f"{A}\n\nIran and Oil\n------ ----\n\n{B}", ["Iran and Oil"]),
    ("alone, capitals", f"{A}\n\nIRAN AND OIL\n\n{B}", ["IRAN AND OIL"]),
    ("alone, mixed", f"{A}\n\nIran and the Price of Oil\n\n{B}", ["Iran and the Price of Oil"]),
    ("alone, small letters", f"{A}\n\nDon't forget iran\n\n{B}", ["Don't forget iran"]),
    ("question", f"{A}\n\nIS IRAN NEXT?\n\n{B}", ["IS IRAN NEXT?"]),
    ("two lines", f"{A}\n\n-----\nIRAN AND THE PRICE OF OIL: WHAT\nTHE MINISTER SAYS\n-----\n\n{B}",
     ["IRAN AND THE PRICE OF OIL: WHAT THE MINISTER SAYS"]),
    ("two lines, each underlined", f"{A}\n\nIRAN AND THE\n------------\nPRICE OF OIL\n------------\n{B}", ["IRAN AND THE PRICE OF OIL"]),
    ("two, one below the other", f"{A}\n\nTHE REGION\n----------\n\nIran\n----\n\n{B}", ["THE REGION", "Iran"]),
    ("dashes on its line", f"{A}\n\n------- IRAN -------\n\n{B}", ["IRAN"]),
    ("dashes behind it", f"{A}\n\nIRAN -------\n\n{B}", ["IRAN"]),
    ("slashes", f"{A}\n\n//IRAN AND OIL//\n\n{B}", ["IRAN AND OIL"]),
    ("spaced dashes", f"{A}\n\n- - - Iran - - -\n\n{B}", ["Iran"]),
    ("own marking", f"{A}\n\n(S) Iran\n--------\n\n{B}", ["Iran"]),
    ("glued, underlined", f"{A} The Price of Oil -----------\n\n{B}", ["The Price of Oil"]),
    ("glued, capitals", f"{A}\nTHE PRICE OF OIL\n\n{B}", ["THE PRICE OF OIL"]),
    ("glued, title", f"{A}\nThe Price of Oil\n\n{B}", ["The Price of Oil"]),
    ("before paragraph 1", f"-------\nSUMMARY\n-------\n\n{A}\n\n{B}", ["SUMMARY"]),
    ("above a redacted paragraph", f"{A}\n\nIRAN\n----\n\nXXXXXXXXXXXX\n\n{B}", ["IRAN"]),
    ("on the paragraph's own line", f"{A}\n\n¶2. (C) THE MINISTER SPEAKS\n-------\nHe spoke.", ["THE MINISTER SPEAKS"]),
    ("caution", f"{A}\n\nSENSITIVE BUT UNCLASSIFIED\n\n{B}", []),
    ("end marker", f"{A}\n\n------\nEND TALKING POINTS\n------\n\n{B}", []),
    ("list item", f"{A}\n\n-- rice and oil\n\n{B}", []),
    ("sentence", f"{A}\n\nHe came back to the capital.\n\n{B}", []),
    ("address", f"{A}\n\nwww.state.example.gov/p/nea\n\n{B}", []),
    ("redaction", f"{A}\n\nXXXXXXXXXXXX\n\n{B}", []),
    ("date row", f"{A}\n\n1 May-4 June, second phase\n\n{B}", []),
    ("sides of a meeting", "¶1. (U) Participants:\n\nU.S.\n----\nAnn Lee, Counselor\n\nJapan\n-----\nKen Mori\n\n¶2. (C) B.", []),
    ("last name of a list", "¶1. (U) Participants:\n\nU.S.\n\nAnn Lee\n\nJapan\n\nKen Mori\n\n¶2. (C) B.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in HEADINGS], ids=[case[0] for case in HEADINGS])
def test_headings(text: str, wanted: list[str]) -> None:
    draft = read(text)
    assert [heading.text for heading in draft.headings] == wanted
    for heading in draft.headings:
        assert all(not p.content.contains(heading.span) for p in draft.paragraphs)


def test_paragraph_knows_its_heading() -> None:
    draft = read(f"{A}\n\nIRAN\n----\n\n{B}\n\n¶3. (C) And more.\n\nOIL\n---\n\n¶4. (C) Last.")
    assert [p.heading for p in draft.paragraphs] == [None, 0, 0, 1]


KINDS = [
    ("summary inline", "¶1. (C) Summary: A. End Summary.\n\n¶2. (C) B.", "summary body"),
    ("summary heading", "SUMMARY\n-------\n\n¶1. (C) A.\n\n¶2. (C) B.\n\nIRAN\n----\n\n¶3. (C) C.", "summary summary body"),
    ("summary over two", "¶1. (C) Summary: A.\n\n¶2. (C) B. END SUMMARY.\n\n¶3. (C) C.", "summary summary body"),
    ("summary continued", "¶1. (C) Summary: A.\n\n¶2. (S) Summary, cont.  B.\n\n¶3. (C) C.", "summary summary body"),
    ("summary, only its end", "¶1. (C) A came. End summary.\n\n¶2. (C) B.", "summary body"),
    ("summary ends under its heading", "SUMMARY\n----\n\n¶1. (C) A. End Summary.\n\n¶2. (C) B.", "summary body"),
    ("summary without end", "¶1. (C) SUMMARY. A came.\n\n¶2. (C) B.", "summary body"),
    ("summary and comment", "¶1. (C) Summary and comment: A.\n\n¶2. (C) B.", "summary body"),
    ("key points", "¶1. Key points:\n\n-- (C) A\n\n¶2. (C) B.", "summary body"),
    ("summary of something", "¶1. (C) Summary of the text follows.\n\n¶2. (C) B.", "body body"),
    ("comment inline", "¶1. (C) A.\n\n¶2. (C) COMMENT: We doubt it. END COMMENT.", "body comment"),
    ("comment heading", "¶1. (C) A.\n\nComment\n-------\n\n¶2. (C) We doubt it.\n\n¶3. (C) We do.", "body comment comment"),
    ("comment heading with more", "¶1. (C) A.\n\nCOMMENT: WHAT NOW?\n-----\n\n¶2. (C) We doubt it.", "body comment"),
    ("embassy comment", "¶1. (C) A.\n\n¶2. (C) Embassy Comment: We doubt it.", "body comment"),
    ("comment over two", "¶1. (C) A.\n\n¶2. (C) Comment: B.\n\n¶3. (C) C. End comment.\n\n¶4. (U) D.", "body comment comment body"),
    ("comment not ended", "¶1. (C) A.\n\n¶2. (C) Comment: B.\n\n¶3. (C) We go on.", "body comment comment"),
    ("comment before a second copy", "¶1. (C) A.\n\n¶2. (C) Comment: B.\n\n¶1. (C) A.", "body comment body"),
    ("clearance after it", "¶1. (C) A.\n\n¶2. (C) Comment: B.\n\n¶3. (U) Mr. Bond has cleared this cable.", "body comment body"),
    ("clearance under the heading", "¶1. (C) A.\n\nCOMMENT\n---\n\n¶2. (C) B.\n\n¶3. (U) Minimize considered.", "body comment body"),
    ("after its end", "¶1. (C) A.\n\nCOMMENT\n---\n\n¶2. (C) B. End comment.\n\n¶3. (U) Text follows.", "body comment body"),
    ("mostly comment", "¶1. (C) He came. (COMMENT: We doubt that he came for this alone. END COMMENT.)", "comment"),
    ("no comment", "¶1. (C) He had no comment. He left.", "body"),
    ("note", "¶1. (C) He came. (Note: He was late, and he had been late before. End note.)", "body"),
    ("participants", "¶1. (U) Participants:\n\nAnn Lee\n\n¶2. (C) B.", "participants body"),
    ("participants of one side", "¶1. (U) U.S. participants: Ann Lee, Bo Orr\n\n¶2. (C) B.", "participants body"),
    ("action", "¶1. (C) Action request: Please advise.\n\n¶2. (C) B.", "action body"),
    ("all capitals", "1. SUMMARY: A CAME. END SUMMARY.\n\n2. B.\n\n3. COMMENT: C.", "summary body comment"),
    ("unnumbered summary", "SUMMARY: HE CAME TO THE CAPITAL TO SPEAK OF OIL, AND LEFT. END SUMMARY.\n\n1. B.", "summary body"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS])
def test_kinds(text: str, wanted: str) -> None:
    assert " ".join(p.kind for p in read(text).paragraphs) == wanted


FRAMED = [
    ("at a line's end", "1. (C) He came. ------- TRADE ------- 2. (C) He left.", ["TRADE"], ["He came.", "He left."]),
    ("over two lines", "1. (C) He came. -------\nTRADE\n-------\n2. (C) He left.", ["TRADE"], ["He came.", "He left."]),
    ("in small letters", "1. (C) He came. ---- The Trade ----\n\n2. (C) He left.", ["The Trade"], ["He came.", "He left."]),
    ("two dashes", "1. (C) He came. -- The Trade --\n\n2. (C) He left.", ["The Trade"], ["He came.", "He left."]),
    ("dashes apart", "1. (C) He came. - - - TRADE - - - 2. (C) He left.", ["TRADE"], ["He came.", "He left."]),
    ("behind the number", "1. (C) ------- TRADE ------- He came.\n\n2. (C) He left.", ["TRADE"], ["He came.", "He left."]),
    ("none: an aside", "1. (C) He -- the minister -- came.\n\n2. (C) He left.", [], ["He -- the minister -- came.", "He left."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "headings", "texts"), [case[1:] for case in FRAMED], ids=[case[0] for case in FRAMED])
def test_headings_between_dashes_in_a_line_of_text(text: str, headings: list[str], texts: list[str]) -> None:
    draft = read(text)
    assert [heading.text for heading in draft.headings] == headings
    assert [paragraph.text for paragraph in draft.paragraphs] == texts


@pytest.mark.parametrize("mark", ["END COMENT.", "End comemnt.", "ENDCOMMENT", "END EMBASSY COMMMENT."])
def test_a_misprinted_end_mark_ends_a_comment(mark: str) -> None:
    text = f"1. (C) A.\n\n2. (C) Comment: We doubt it. {mark}\n\n3. (C) B.\n\n4. (C) C."
    assert " ".join(p.kind for p in read(text).paragraphs) == "body comment body body"


def test_a_comment_opened_within_a_paragraph_ends_with_it_at_the_latest() -> None:
    text = "1. (C) He came and spoke at length of rice. Comment: We doubt it.\n\n2. (C) B.\n\n3. (C) C. End comment."
    first, *others = read(text).paragraphs
    assert [span.of(text) for span in first.comment] == ["Comment: We doubt it."]
    assert [paragraph.kind for paragraph in others] == ["body", "body"]


def test_comment_within_a_paragraph_has_its_span() -> None:
    text = "¶1. (C) He came with rice and oil, and spoke at great length. (Comment: We doubt it. End comment.) He left."
    (paragraph,) = read(text).paragraphs
    assert paragraph.kind == "body"
    assert [span.of(text) for span in paragraph.comment] == ["(Comment: We doubt it. End comment.)"]


SIGNERS = [
    ("an office below the name", "1. (C) He left.\n\nJANE ROE,\nCHARGE D'AFFAIRES\nBT\n#0418\n", "JANE ROE", "He left."),
    ("own line", "¶1. (C) He left.\nSIMONS", "SIMONS", "He left."),
    ("below a redaction", "¶1. (C) He left.\n\nxxxxx\nSimons", "Simons", None),
    (
        "behind a banner's asterisks",
        "¶1. (C) He left.\n**********\nYou can also access this site through the Classified SIPRNET website. ***** SIMONS",
        "SIMONS",
        "He left.",
    ),
    ("small letters", "¶1. (C) He left.\n\nWolff", "Wolff", "He left."),
    ("two words", "¶1. (C) He left.\n\nBOND JR", "BOND JR", "He left."),
    ("printed twice", "¶1. (C) He left.\n\nKUBIK KUBIK", "KUBIK", "He left."),
    ("glued", "¶1. (C) He left. GIBBS", "GIBBS", "He left."),
    ("glued, small letters", "¶1. (C) He left. Gibbs", "Gibbs", "He left."),
    ("glued to an end label", "¶1. (C) We doubt it. END COMMENT GIBBS", "GIBBS", "We doubt it. END COMMENT"),
    ("before NNNN", "¶1. (C) He left.\n\nGIBBS\n\nNNNN", "GIBBS", "He left."),
    ("banner before it", "¶1. (C) He left.\n\nVisit Embassy X's Classified Website:\nhttp://www.state.sgov.gov/p/\nGIBBS", "GIBBS", "He left."),
    ("banner of several lines", "1. He left.\n\n***** **\nFor more reporting from Embassy X, visit:\nvisit X's Classified Website at:\n\nhttp://www.x.sgov.gov\n***** **\nGIBBS", "GIBBS", "He left."),
    ("banner after it", "¶1. (C) He left.\nGIBBS\n\n\"Visit X's Classified Web Site at http://www.intelink.s\ngov.gov/wiki/Portal:X\"", "GIBBS", "He left."),
    ("stamp after it", "1. HE LEFT.\n\nGIBBS\n\nDeclassified/Released US Department of State EO\nSystematic Review 05 JUL 2006", "GIBBS", "HE LEFT."),
    ("signs behind it", "¶1. (C) He left.\n\nGIBBS##", "GIBBS", "He left."),
    ("point behind it", "¶1. (C) He left.\n\nGIBBS.", "GIBBS", "He left."),
    ("in brackets", "¶1. (C) He left.\n\n(GIBBS)", "GIBBS", "He left."),
    ("BT behind it", "¶1. (C) He left.\n\nVAN GIBBS BT\n#1234\nNNNN", "VAN GIBBS", "He left."),
    ("level after it", "3. (C) He left.\n\nGIBBS\n\nCONFIDENTIAL", "GIBBS", "He left."),
    ("old level after it", "3. (C) He left.\n\nGIBBS\n\nLIMITED OFFICIAL USE", "GIBBS", "He left."),
    ("minimize after it", "3. (C) He left.\n\nGIBBS\nMINIMIZE CONSIDERED", "GIBBS", "He left."),
    ("header once more", "3. (C) He left.\n\nGIBBS\n\nUNCLAS LISBON 00418", "GIBBS", "He left."),
    ("note after it", "3. (C) He left.\n\nGIBBS\n\nPrinted by John Doe, Sat Dec 4", "GIBBS", "He left."),
    ("no name but a heading", "3. (C) He left.\n\nECONOMY\n\nThe harvest was poor.", None, None),
    ("no name but a place", "3. (C) He left.\n\nLISBON\n\nThe harvest was poor.", None, None),
    ("none, a last word", "1. HE WENT ON TO\nLISBON.", None, "HE WENT ON TO LISBON."),
    ("none", "¶1. (C) He left.", None, "He left."),
    ("none, wrapped", "¶1. (C) He went on to\nSpain.", None, "He went on to Spain."),
    ("none, end label", "¶1. (C) We doubt it. END COMMENT", None, "We doubt it. END COMMENT"),
    ("none, redacted", "¶1. (C) He left.\n\nXXXXXXXXXXXX", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "signer", "last"), [case[1:] for case in SIGNERS], ids=[case[0] for case in SIGNERS])
def test_signature(text: str, signer: str | None, last: str | None) -> None:
    draft = read(text)
    assert draft.signer == signer
    if signer is not None:
        assert draft.zones.signature is not None
        assert draft.zones.signature.of(text) == signer
    if last is not None:
        assert draft.paragraphs[-1].text == last


def test_page_break_within_a_sentence_is_no_break() -> None:
    text = "¶1. (C) There is a\n\n" + " " * 33 + "\n\npending sale of rice.\n\n¶2. (C) He left."
    assert read(text).paragraphs[0].text == "There is a pending sale of rice."


def test_text_keeps_blocks_and_items() -> None:
    text = "¶1. (C) He wants rice from the\nnorth:\n\n-- brown, of\nthe best\n-- white.\n\nHe left."
    assert (
        read(text).paragraphs[0].text == "He wants rice from the north:\n\n-- brown, of the best\n-- white.\n\nHe left."
    )


PROBLEMS = [
    ("11. (C) A.\n\n12. (C) B.\n\n13. (C) C.\n\n4. (C) D.", {"paragraph-number-repaired"}),
    ("¶1. (S) A.\n\n¶2. (S) B.\n\n¶2. (S) C.", {"paragraph-number-repeated"}),
    ("¶1. (S) A.\n\n¶2. (S) B.\n\n¶1. (S) C.", {"paragraph-number-restarts"}),
    ("¶1. (S) A.\n\n¶3. (S) B.", {"paragraph-number-missing"}),
    ("¶1. (S) It was in\n¶2008. He left.\n\n¶2. (S) B.", {"pilcrow-false"}),
    ("¶1. (S) XXXXXXXXXXXX left.", {"redaction"}),
    ("¶1. (S) A.\n\n¶2. (S) B.", set()),
]


@pytest.mark.parametrize(("text", "codes"), PROBLEMS)
def test_problems(text: str, codes: set[str]) -> None:
    draft = read(text)
    assert {problem.code for problem in draft.problems} == codes
    assert all(problem.span is not None and problem.line for problem in draft.problems)


@given(st.text(alphabet="¶1230.(CS)/NF \n-=ABEND COMENT:summary,x", max_size=160))
def test_any_text_is_read(text: str) -> None:
    draft = read(text)
    spans = [p.span for p in draft.paragraphs]
    assert all(0 <= s.start <= s.end <= len(text) for s in spans)
    assert all(p.span.contains(p.content) for p in draft.paragraphs)
    assert all("".join(p.text.split()) == "".join(p.content.of(text).split()) for p in draft.paragraphs)
    assert all(p.heading is None or p.heading < len(draft.headings) for p in draft.paragraphs)
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    "unit", ["¶1. (C) a\n\n", "1. ", "(", "COMMENT: ", "- ", "-\n", "A\n\n", "end comment x ", "X "]
)
def test_no_text_takes_long(unit: str) -> None:
    assert is_linear(read, unit * (400_000 // len(unit)))
