"""With what office somebody takes part, of all that a cable says of him."""

from __future__ import annotations

import pytest
from tests.parse.meetings.test_narrative import cable

from cablerdf import parse_text


@pytest.mark.parametrize(
    ("paragraphs", "name", "title"),
    [
        # before the comma before the name
        (("The Gas Board's Vice President for Exports, Jana Vrba, told Poloff on March 3 that gas was short.",),
         "Jana Vrba", "Gas Board's Vice President for Exports"),
        (("The economy,s chief budget judge, Jana Vrba (strictly protect), told Poloff on March 3 that it was bad.",),
         "Jana Vrba", "chief budget judge"),
        # a rank has the office beside it, unless it is another's
        (("Poloff met on March 3 with the Chief of Defense and his Senior Aide, Brigadier Jan Kolar.",),
         "Jan Kolar", "Brigadier, Senior Aide"),
        (("Poloff and his two advisors, Colonel Jan Kolar and Ota Zeman, met Senator Karel Vrba on March 3.",),
         "Jan Kolar", "Colonel"),
        # behind the name and an aside
        (("Poloff met on March 3 with Jana Vrba (protect), Deputy Head of the Export Section.",),
         "Jana Vrba", "Deputy Head of the Export Section"),
        # where he is first named
        (("Trade Director (A/S equivalent) Jana Vrba is new.", "Vrba told Poloff on March 3 that gas was short."),
         "Jana Vrba", "Trade Director (A/S equivalent)"),
        # "Ambassador" as a form of address, an office without its bureau
        (("Visiting EUR A/S Roy Lane met FM Jan Kolar on March 3.", "Ambassador Lane told Kolar that gas was short."),
         "Roy Lane", "EUR A/S"),
        (("Assistant Secretary Lane met FM Jan Kolar on March 3.", "EUR A/S Roy Lane said that gas was short."),
         "Roy Lane", "EUR A/S"),
        # a delegation bears his name, it is no office of his
        (("Jan Kolar told visiting Staffdel Ann Vrba on March 3 that gas was short.",), "Ann Vrba", None),
        # the country is told by the side; capitals are those of the subject line
        (("The DCM met on March 3 with Czech President Karel Vrba.",), "Karel Vrba", "President"),
        (("The DCM met on March 3 with Czech Army Chief Karel Vrba.",), "Karel Vrba", "Czech Army Chief"),
        # an entry between semicolons
        (("Poloff met on March 3 with FM Vrba's Counselor for Gas, Jana Lipa; Oil Director Jan Kolar; and others.",),
         "Jana Lipa", "FM Vrba's Counselor for Gas"),
        # a label is no part of a title, "-elect" is
        (("Summary: Senior party leader Karel Vrba told Poloff on March 3 that gas was short.",),
         "Karel Vrba", "Senior party leader"),
        (("Poloff met on March 3 with city councilor-elect Jana Vrba.",), "Jana Vrba", "city councilor-elect"),
        # what stands before the next name is not the title of the one before
        (("Poloff met on March 3 with Defense Minister Jan Kolar, Chief Minister (Head of Office) Jana Vrba.",),
         "Jan Kolar", "Defense Minister"),
        # an office with its fields, more than "former"
        (("Poloff met on March 3 with Minister of Industry, Tourism and Trade Jana Vrba.",), "Jana Vrba",
         "Minister of Industry, Tourism and Trade"),
        (("Poloff met on March 3 with the former, Jana Vrba.", "Trade Director Jana Vrba is new."), "Jana Vrba",
         "Trade Director"),
        # a calling with more behind it, a body that he is of, an office explained
        (("Jana Vrba, gas trading lawyer for ten years, met Poloff on March 3.",), "Jana Vrba", "gas trading lawyer"),
        (("Poloff met on March 3 with Jana Vrba of the MFA staff.",), "Jana Vrba", "MFA staff"),
        (("Poloff met on March 3 with Jana Vrba of Brno.",), "Jana Vrba", None),
        (("Poloff asked Trade Secretary (deputy minister), Jana Vrba, the same on March 3.",), "Jana Vrba",
         "Trade Secretary (deputy minister)"),
        # several with one title
        (("Senators John Poe (R/AZ), Roy Lane (I/CT), and Lee Roe (R/SD) met FM Jan Kolar on March 3.",),
         "Lee Roe", "Senator"),
    ],
)  # fmt: skip
def test_office(paragraphs: tuple[str, ...], name: str, title: str | None) -> None:
    found = [p.title for m in cable(*paragraphs).meetings for p in m.participants if p.name == name]
    assert found == [title]


@pytest.mark.parametrize(
    ("paragraph", "name", "titles"),
    [
        ("Senators John Poe (R/AZ), Roy Lane (I/CT), and Lee Roe (R/SD) met FM Jan Kolar on March 3.", "Lee Roe",
         ("Senator",)),
        ("Poloff met on March 3 with Jana Vrba of the Gas Department.", "Jana Vrba", ()),
    ],
)  # fmt: skip
def test_who_takes_part_with_an_office_has_it(paragraph: str, name: str, titles: tuple[str, ...]) -> None:
    assert [p.titles for p in cable(paragraph).persons if p.name == name] == [titles]


def test_a_title_in_the_capitals_of_the_subject_is_written_as_names_are() -> None:
    subject = "PERUVIAN FISHERIES MINISTER PEREZ ON KRILL"
    found = parse_text(f"SUBJECT: {subject}\n\n1. (C) Perez told Poloff on March 3 that krill was gone.\n")
    assert [p.titles for p in found.persons if p.name == "Perez"] == [("Peruvian Fisheries Minister",)]
    assert [p.title for m in found.meetings for p in m.participants if p.name] == ["Peruvian Fisheries Minister"]
