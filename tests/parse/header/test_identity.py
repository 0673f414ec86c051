"""Id, origin and date; what container and text say differently."""

from __future__ import annotations

import pytest

from cablerdf.model import Declared
from cablerdf.vocab.posts import post_code

TEXT = "O 101200Z APR 09\nFM AMEMBASSY {fm}\nTO SECSTATE WASHDC\nC O N F I D E N T I A L {post} 000418\nSUBJECT: X"


@pytest.mark.parametrize(
    ("post", "id"),
    [
        ("LISBON", "09LISBON418"),
        ("PORT OF SPAIN", "09PORTOFSPAIN418"),
        ("TEL AVIV", "09TELAVIV418"),
        ("SECSTATE", "09STATE418"),
        ("ATLANTIS", "09ATLANTIS418"),
    ],
)
def test_id_from_the_text(read, post: str, id: str) -> None:
    draft = read(TEXT.format(fm=post, post=post))
    assert (draft.id, draft.issued) == (id, "2009-04-10T12:00:00Z")


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("SECSTATE WASHDC", "STATE"),
        ("AMEMBASSY SANA'A", "SANAA"),
        ("USMISSION USUN NEW YORK", "USUNNEWYORK"),
        ("Port-au-Prince", "PORTAUPRINCE"),
        ("ATLANTIS", None),
    ],
)
def test_names_of_posts(printed: str, code: str | None) -> None:
    assert post_code(printed) == code


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Friday, 10 April 2009, 12:00\nS E C R E T LISBON 000418\nSUBJECT: X", "2009-04-10T12:00:00Z"),
        ("S E C R E T LISBON 000418\nSUBJECT: TALKS OF APRIL 9, 2009", "2009"),
    ],
)
def test_the_year_without_a_date_time_group(read, text: str, year: str) -> None:
    draft = read(text)
    assert (draft.id, draft.issued) == ("09LISBON418", year)


def test_no_year_no_id(read) -> None:
    draft = read("S E C R E T LISBON 000418\nSUBJECT: TALKS SINCE 2007 AND IN 2009")
    assert (draft.id, draft.origin, draft.message_number, draft.issued) == (None, "LISBON", "418", None)


def test_the_file_name_helps_where_the_text_is_silent(read) -> None:
    assert read("S E C R E T LISBON 000418\nSUBJECT: X", name="folder/09LISBON418.txt").id == "09LISBON418"


def test_a_given_id_overrides(read) -> None:
    draft = read(TEXT.format(fm="LISBON", post="LISBON"), id="10LISBON419")
    assert draft.id == "10LISBON419"
    assert [problem.code for problem in draft.problems] == ["id-disagrees"]


@pytest.mark.parametrize("printed", ["LISBOM", "L1SBON", "LISB0N"])
def test_a_misprinted_post_in_the_caption_line_is_the_senders(read, printed: str) -> None:
    draft = read(TEXT.format(fm="LISBON", post=printed))
    assert draft.id is not None
    assert draft.id.endswith("LISBON418")
    assert "post-respelt" in codes(draft)


def codes(draft) -> list[str]:
    return [problem.code for problem in draft.problems]


def test_a_container_that_agrees(read) -> None:
    declared = Declared(
        id="09LISBON418", date="2009-04-10T12:12", classification="CONFIDENTIAL//NOFORN", origin="Embassy Lisbon"
    )
    draft = read(TEXT.format(fm="LISBON", post="LISBON"), declared=declared)
    assert (draft.id, codes(draft)) == ("09LISBON418", [])


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        (Declared(id="09LISBON419"), "id-disagrees"),
        (Declared(date="2009-04-10T13:00"), "date-disagrees"),
        (Declared(classification="SECRET"), "classification-disagrees"),
        (Declared(origin="Embassy Madrid"), "origin-disagrees"),
    ],
)
def test_a_container_that_disagrees_is_reported_and_the_text_wins(read, declared: Declared, code: str) -> None:
    draft = read(TEXT.format(fm="LISBON", post="LISBON"), declared=declared)
    assert (draft.id, codes(draft)) == ("09LISBON418", [code])


def test_another_cables_text_under_this_cables_routing(read) -> None:
    text = "DE RUEHLIS #0418/01 1001200\n" + TEXT.format(fm="LISBON", post="MADRID").replace("000418", "000007")
    draft = read(text, declared=Declared(id="09LISBON418"))
    assert (draft.id, draft.origin, draft.message_number) == ("09LISBON418", "LISBON", "418")
    assert codes(draft) == ["class-line-disagrees"]


def test_a_partial_text_takes_the_day_of_its_container(read) -> None:
    declared = Declared(id="04LISBON418", date="2004-04-07T18:06")
    draft = read("S E C R E T LISBON 000418\nSUBJECT: X", declared=declared)
    assert (draft.id, draft.issued) == ("04LISBON418", "2004-04-07")


def test_two_codes_of_one_post(read) -> None:
    draft = read("S E C R E T KYIV 000418\nSUBJECT: X", declared=Declared(id="06KIEV418", date="2006-04-07T18:06"))
    assert (draft.id, codes(draft)) == ("06KIEV418", [])


@pytest.mark.parametrize(
    ("line", "given", "id", "same_as"),
    [
        ("TAIPEI 000418", None, "09TAIPEI418", "09AITTAIPEI418"),
        ("AIT TAIPEI 000418", None, "09AITTAIPEI418", None),
        ("AIT TAIPEI 000418", "09TAIPEI418", "09TAIPEI418", "09AITTAIPEI418"),
        ("UNESCO PARIS FR 000418", None, "09UNESCOPARISFR418", "09PARISFR418"),
        ("PARIS FR 000418", None, "09PARISFR418", None),
        ("USEU BRUSSELS 000418", None, "09USEUBRUSSELS418", None),
    ],
)
def test_a_post_of_two_names(read, line: str, given: str | None, id: str, same_as: str | None) -> None:
    draft = read(f"O 101200Z APR 09\nFM AMEMBASSY LISBON\nS E C R E T {line}\nSUBJECT: X", id=given)
    assert (draft.id, draft.same_as) == (id, same_as)
    assert "id-disagrees" not in codes(draft)


def test_references_keep_the_post_as_printed(read) -> None:
    draft = read("REF: A. TAIPEI 12 B. AIT TAIPEI 13\n\n1. (C) He said as much in 08 TAIPEI 14.", id="09LISBON418")
    found = [(one.id, one.same_as) for one in (*draft.references, *draft.inline_references)]
    assert found == [("09TAIPEI12", "09AITTAIPEI12"), ("09AITTAIPEI13", None), ("08TAIPEI14", "08AITTAIPEI14")]
