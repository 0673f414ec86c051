"""Who said what, in sentences in the form of real ones."""

from __future__ import annotations

import pytest
from tests.parse.statements.conftest import statements

import cablerdf

CASES = (
    ("Lindqvist said Norway would wait.", [("Anna Maria Lindqvist", "said")]),
    ("On gas, Okoro added that prices had doubled.", [("Tomas Okoro", "added")]),
    ("The route, Okoro noted, was not ready.", [("Tomas Okoro", "noted")]),
    ("The talks had failed, said Lindqvist, who left early.", [("Anna Maria Lindqvist", "said")]),
    ("China wants a pause, according to Zeman.", [("Pavel Zeman", "according to")]),
    ("Both Lindqvist and Okoro agreed to meet.", [("Anna Maria Lindqvist", "agreed"), ("Tomas Okoro", "agreed")]),
    ("Zeman told Poloff that the Minister believes the law is dead.", [("Pavel Zeman", "told")]),
    ("Okoro agreed, adding that time was short.", [("Tomas Okoro", "agreed")]),
    ("Lindqvist opened by thanking the Ambassador.", [("Anna Maria Lindqvist", "thanking")]),
    (
        "While Okoro conceded that, Zeman insisted.",
        [("Tomas Okoro", "conceded"), ("Pavel Zeman", "insisted")],
    ),
    ("Asked by Poloff about Norway, Zeman declined to comment.", [("Poloff", "Asked"), ("Pavel Zeman", "declined")]),
    ("In Zeman's view, the plan was sound.", [("Pavel Zeman", "In Zeman's view")]),
    ("The businessman complained that the port was closed.", [("The businessman", "complained")]),
    ("The GON expects a vote in May.", [("GON", "expects")]),
    (
        "Officials at the Ministry of Trade claimed it.",
        [("Officials at the Ministry of Trade", "claimed")],
    ),
    ("Zeman, the deputy chairman of the board, warned of delays.", [("Pavel Zeman", "warned")]),
    ("As Zeman noted, the port was closed.", [("Pavel Zeman", "noted")]),
    ("The manager of the port, Tomas Okoro, told us it was closed.", [("Tomas Okoro", "told")]),
    ("Pavel Zeman, Head of Trade and Energy told us it was closed.", [("Pavel Zeman", "told")]),
    ("A number of officials complained that pay was late.", [("A number of officials", "complained")]),
    ("Zeman went on to say that pay was late.", [("Pavel Zeman", "went on to say")]),
    ("Zeman was unsure whether the port was open.", [("Pavel Zeman", "was unsure")]),
    ("Zeman was quoted in the press as saying it was open.", [("Pavel Zeman", "quoted")]),
    ("Zeman met the mayor on May 5 and warned of delays.", [("Pavel Zeman", "warned")]),
    ("Zeman last week promised to restore the cuts.", [("Pavel Zeman", "promised")]),
    ("Peru demanded a vote, while Chile insisted on talks.", [("Peru", "demanded"), ("Chile", "insisted")]),
    ("Okoro added that, in his view, the plan was sound.", [("Tomas Okoro", "added")]),
    (
        "Zeman warned of a “second front,” to which Okoro replied that it was old.",
        [("Pavel Zeman", "warned"), ("Tomas Okoro", "replied")],
    ),
    (
        "At a lunch with Okoro, Lindqvist, and others, Zeman was calm, and welcomed the vote.",
        [("Pavel Zeman", "welcomed")],
    ),
    ("In Zeman's mind, the port was closed.", [("Pavel Zeman", "In Zeman's mind")]),
    ("The two agreed that the port was closed.", [("The two", "agreed")]),
    ("All three began by warning of delays.", [("All three", "warning")]),
    ("Zeman maintained on May 5 that the port was closed.", [("Pavel Zeman", "maintained")]),
    ("Of the experts, one thought the port was closed.", [("one", "thought")]),
    ("Some say Okoro is old.", []),
    ("Zeman called the accord a farce.", [("Pavel Zeman", "called")]),
    ("Zeman called Okoro a week later.", []),
    ("Zeman maintained in May that the port was closed.", [("Pavel Zeman", "maintained")]),
    ("Zeman maintained the port in May.", []),
    ("Okoro chimed in to confirm the date.", [("Tomas Okoro", "chimed in to confirm")]),
    ("Zeman added he's tired.", [("Pavel Zeman", "added")]),
    ("Lindqvist left for Oslo, where Okoro confessed that he was lost.", [("Tomas Okoro", "confessed")]),
    ("Although Norway wanted a vote, Zeman added, it feared the outcome.", [("Pavel Zeman", "added")]),
    ("AML warned of delays.", [("Anna Maria Lindqvist", "warned")]),
    ("Zeman blamed the port, asked the GON to act, and left.", [("Pavel Zeman", "blamed")]),
    (
        "Zeman questioned the date - to which Okoro replied that it was old.",
        [("Pavel Zeman", "questioned"), ("Tomas Okoro", "replied")],
    ),
    ("The son of the mayor, Pavel Zeman, told us so.", [("The son of the mayor", "told")]),
    (
        "Zeman, Okoro, and Norway demanded a vote.",
        [("Pavel Zeman", "demanded"), ("Tomas Okoro", "demanded"), ("Norway", "demanded")],
    ),
    ("In talks with Peru, Chile, and Bolivia, Zeman warned of delays.", [("Pavel Zeman", "warned")]),
    (
        "Zeman, head of the board, and two MPs asked for time.",
        [("Pavel Zeman", "asked"), ("two MPs", "asked")],
    ),
    (
        "Several clerks, including Okoro, and other officials said it was late.",
        [("Several clerks", "said"), ("other officials", "said")],
    ),
    ("Official and pro-reform media sources said it was late.", [("Official and pro-reform media sources", "said")]),
    (
        "Human rights and harbor board officials said it was late.",
        [("Human rights and harbor board officials", "said")],
    ),
    ("Ships are still within a mile of the Harbor Center and UK pilots told us so.", [("UK pilots", "told")]),
    ("Okoro's Writer and Deputy Head Pavel Zeman said it was late.", [("Pavel Zeman", "said")]),
    ("A Board Member and shipping agent Pavel Zeman said it was late.", [("Pavel Zeman", "said")]),
    ("Undersecretary for Trade Pavel Zeman said it was late.", [("Pavel Zeman", "said")]),
    ("An aide to Pavel Zeman said it was late.", [("An aide to Pavel Zeman", "said")]),
    ("The board was led by Tomas Okoro, Head of Trade, who warned of delays.", [("Tomas Okoro", "warned")]),
    (
        "It was written by officials at the board and the ARC, who said it was old.",
        [("officials at the board and the ARC", "said")],
    ),
    ("Zeman claims only to know the port.", [("Pavel Zeman", "claims")]),
    ("-- Secretariat or member plans to build a port.", []),
    ("Zeman has responded well to the crisis.", []),
    ("The council confirmed him as chairman.", []),
    ("A deputy and close advisor to the mayor told us so.", [("A deputy", "told")]),
    ("Okoro's visits to fairs, both at home and abroad, have revealed his taste.", []),
    ("Okoro, however, was frank that it was late.", [("Tomas Okoro", "was frank")]),
    (
        "Zeman insisted on talks, but Okoro was skeptical.",
        [("Pavel Zeman", "insisted"), ("Tomas Okoro", "was skeptical")],
    ),
    ("According to XXXXXXXXXXXX lower growth is a risk.", [("XXXXXXXXXXXX", "According to")]),
    ("Zeman mandated that the port be closed.", [("Pavel Zeman", "mandated")]),
    (
        "On a visit to Lindqvist, and to Okoro, Zeman was calm, welcomed the vote, and left.",
        [("Pavel Zeman", "welcomed")],
    ),
    ("Zeman continued that it was late.", [("Pavel Zeman", "continued")]),
    ("Zeman continued to run the port.", []),
    ("The US said the port was open.", [("The US", "said")]),
    ("The high court in late May asked for a delay.", [("The high court in late May", "asked")]),
    ("On May 3 and 4 Deputy Minister Okoro warned of delays.", [("Tomas Okoro", "warned")]),
    ("Diplomats based in Oslo commented that it was late.", [("Diplomats based in Oslo", "commented")]),
    ("The analysts consulted agreed that it was late.", [("The analysts consulted", "agreed")]),
    ("According to farm and business contacts, it was late.", [("farm and business contacts", "According to")]),
    ("Zeman was pleased with the port and expressed his thanks.", [("Pavel Zeman", "expressed his thanks")]),
    ("Okoro, of the port board, claimed victory.", [("Tomas Okoro", "claimed")]),
    ("Zeman, alleged to be ill, left early.", []),
    ("Zeman was born and raised in Oslo.", []),
    ("Zeman was questioned by Oslo police.", []),
    ("Zeman and his friends face great challenges if they go.", []),
    ("Members of the port project have said that it is late.", [("Members of the port project", "said")]),
    ("The port was quiet, with officials continuing to work.", []),
    ("We've told Okoro it was late.", [("POST", "told")]),
    ("Ten percent of residents called it a farce.", [("Ten percent of residents", "called")]),
    ("Norway would like to see the text.", [("Norway", "would like")]),
    ("Zeman would not like it.", []),
    ("Norway undertook a reform of its ports.", []),
    ("The term “harbor rule” refers to an old law.", []),
    ("All agreed that it was late.", [("All", "agreed")]),
    ("The port would stay open, Zeman worried.", [("Pavel Zeman", "worried")]),
    ("Zeman is opposed to the port.", [("Pavel Zeman", "is opposed")]),
    ("Zeman appears to have concluded that it was late.", [("Pavel Zeman", "appears to have concluded")]),
    ("Zeman seems to believe that it is late.", [("Pavel Zeman", "seems to believe")]),
    ("According to a report issued by the harbor board, it is late.", [("the harbor board", "According to")]),
    ("According to a report from Oslo, it is late.", []),
    ("It is our view that it is late.", [("POST", "our view")]),
    ("We have reason to doubt it.", []),
    ("The Danes were shy; they are not convinced that it is late.", [("The Danes", "are not convinced")]),
    ("As the Danes continue to grow, prices rise.", []),
    ("The storm hit diplomats opposed to the port.", []),
    ("Zeman may be reading the polls and recognizing that it is late.", []),
    ("As Okoro prepared to leave, the owner approached and told Lindqvist that it was late.", [("owner", "told")]),
    ("Pavel Zeman, Director of the House of Anna Maria Lindqvist said no.", [("Pavel Zeman", "said")]),
    ("No officials claimed it.", []),
    ("None of the ministers said so.", []),
    ("Neither the mayor nor the ministers complained.", []),
    ("Zeman said virtually nothing in public.", []),
    ("Zeman opposed the port.", [("Pavel Zeman", "opposed")]),
    ("Zeman passed the exam in May.", []),
    ("Zeman was threatened by neighbors.", []),
    ("Zeman said nothing in public.", []),
    ("Lindqvist leads the board and warned of delays.", [("Anna Maria Lindqvist", "warned")]),
    ("Officials have since stated that it was late.", [("Officials", "stated")]),
    (
        "For now, investigators and Okoro stress that it is late.",
        [("investigators", "stress"), ("Tomas Okoro", "stress")],
    ),
    ("Many people here believe that it is late.", [("Many people", "believe")]),
    ("Zeman was pleased that it was early.", [("Pavel Zeman", "was pleased")]),
    ("The harbor review report is due in May.", []),
    ("Zeman supports having a vote.", [("Pavel Zeman", "supports")]),
    ("Zeman called on Okoro on May 5.", []),
    ("Zeman's remarks on the port were widely read.", []),
    ("Zeman should continue to stress the point.", []),
    ("The protests and perceived failures of the board went on.", []),
    ("Lindqvist met Okoro and signed the accord.", []),
    ("The measures proposed by the board were rejected.", []),
    ("Zeman was told that the flight was late.", []),
    ("The report suggested that prices had doubled.", []),
    ("Lindqvist did not say when she would leave.", []),
)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:40] for case in CASES])
def test_speaker_and_verb(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(s.speaker, s.verb) for s in statements(text)]
    assert len(found) == len(expected), found
    for (speaker, verb), (want, wanted) in zip(found, expected, strict=True):
        assert speaker.lower().removeprefix("the ") == want.lower().removeprefix("the ")
        assert verb == wanted


def test_what_is_said_ends_where_another_begins() -> None:
    text = "Zeman argued that the port was closed; Okoro disagreed."
    assert [(s.speaker, s.said.of(text)) for s in statements(text)][:1] == [("Pavel Zeman", "that the port was closed")]
    text = "Zeman said that the port was closed, with Okoro noting that it would open."
    assert [s.said.of(text) for s in statements(text)] == ["that the port was closed", "that it would open."]


def test_a_redaction_begins_a_sentence() -> None:
    found = statements("The policy would stay the same. xxxxx said he was worried.")
    assert [s.speaker for s in found] == ["xxxxx"]


def test_quoted_verbs_are_not_attributions() -> None:
    found = statements('"We believe the law is dead and they said so," Zeman said.')
    assert [(s.speaker, s.verb, s.quoted) for s in found] == [("Pavel Zeman", "said", True)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    (
        ("Zeman said that the port was “closed.”", [True]),
        ("Calling the tariff “a dagger,” Zeman said that the port was closed.", [False]),
        ('Zeman argued that the port was closed; Okoro asked for "more time".', [False, True]),
    ),
)
def test_what_is_said_is_quoted_not_its_sentence(text: str, quoted: list[bool]) -> None:
    assert [s.quoted for s in statements(text)] == quoted


def test_capitals_without_articles() -> None:
    found = statements("ZEMAN SAID SHAH MOST CONCERNED AT TRENDS. CHARGE REPLIED THAT USG WOULD CONSIDER REQUEST.")
    assert [(s.speaker, s.verb) for s in found] == [("ZEMAN", "SAID"), ("CHARGE", "REPLIED")]


def test_a_comment_is_the_posts() -> None:
    found = statements("Comment: The vote will be close. Zeman said he would run. End comment.", kind="comment")
    assert [(s.speaker, s.verb) for s in found] == [("POST", "COMMENT"), ("Pavel Zeman", "said")]


def test_a_comment_continued_is_the_same_comment() -> None:
    text = "1. Comment: The vote will be close, and not all will accept it.\n\n2. {}: It may fail.  End comment."
    assert len(cablerdf.parse_text(text.format("Comment continued")).statements) == 1
    assert len(cablerdf.parse_text(text.format("Second comment")).statements) == 2


def test_what_is_said_to_whom_and_of_what() -> None:
    text = "Zeman told Okoro that Norway would wait."
    (found,) = statements(text)
    assert found.addressee == "Tomas Okoro"
    assert found.addressee_person == 1
    assert found.topics == ("Norway",)
    assert found.sentence.of(text) == text
    assert found.speaker_span is not None and found.speaker_span.of(text) == "Zeman"
    assert "Norway would wait" in found.said.of(text)


@pytest.mark.parametrize(
    ("text", "addressee"),
    (
        ("Lindqvist pointed to the growth of trade.", None),
        ("Lindqvist alluded to Okoro.", None),
        ("Lindqvist urged deeper reforms in the port.", None),
        ("Lindqvist told his story.", None),
        ("Lindqvist urged Okoro to leave.", "Tomas Okoro"),
        ("Lindqvist pointed out to Okoro that trade grew.", "Tomas Okoro"),
        ("Lindqvist told an election rally that trade grew.", "an election rally"),
    ),
)
def test_what_is_pointed_to_or_urged_is_no_addressee(text: str, addressee: str | None) -> None:
    (found,) = statements(text)
    assert found.addressee == addressee


@pytest.mark.parametrize(
    ("text", "kinds"),
    (
        ('Harbor Bote of Bergen (12/28) argued: "The bridge will not hold."', ["body"]),
        ("Vetskaya Gazeta reported that the bridge will not hold.", ["body"]),
        ("The bridge was shut, according to harbor.com.", ["body"]),
        ("Vetsky (protect) argued that the bridge will not hold.", ["person"]),
        ("The Plan on Climate Change, which envisions a new bridge, is late.", []),
        ("It bans torture by a treaty, and Torture states that it does not.", []),
        ("Ambassador Guan Mu, who envisions a new bridge, is late.", ["person"]),
    ),
)
def test_a_name_without_a_sign_of_a_person(text: str, kinds: list[str]) -> None:
    assert [found.speaker_kind for found in statements(text)] == kinds


def test_a_page_break_is_no_part_of_what_is_said() -> None:
    page = "\n\nOSLO 00000123  00{} OF 003\n\n\n"
    text = f"1. (C) Zeman told us that the port{page.format(2)}was closed. He left.{page.format(3)}The end came soon."
    cable = cablerdf.parse_text(f"FM AMEMBASSY OSLO\n\nSUBJECT: PORTS\n\n{text}\n", id="09OSLO123")
    assert [s["text"] for s in cable.to_dict()["statements"]] == ["that the port was closed."]


def test_those_of_several_describe_nobody_before_them() -> None:
    assert [s.speaker for s in statements("Okoro, Norwegian officials welcome the ports plan.")] == [
        "Norwegian officials"
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    (
        ("Opponents from both the Blue Party and the Red Party told us no.",
         ["Opponents from both the Blue Party and the Red Party"]),
        ("He faced the wrath of Okoro and Zeman, who said no.", ["Pavel Zeman"]),
        ("Describing Norway, Okoro and Zeman said no.", ["Tomas Okoro", "Pavel Zeman"]),
        ("Describing Norway as a friend, and noting that it was late, Okoro said no.", ["Tomas Okoro"]),
        ("Okoro fears the fate of leaders who, having hoped to win, lost.", ["Tomas Okoro"]),
        ("Okoro was one of the few who said no.", ["Tomas Okoro"]),
        ("Peruvian, German, Danish and Swedish diplomats here said no.",
         ["Peruvian, German, Danish and Swedish diplomats"]),
        ("Zeman's deputy and head of the bureau, Tomas Okoro, said no.", ["Tomas Okoro"]),
        ("Tomas Okoro of the Institute and commentator for the News said no.", ["Tomas Okoro"]),
        ("Zeman's deputy and the head of the bureau, Tomas Okoro, said no.",
         ["Zeman's deputy", "the head of the bureau"]),
    ),
)  # fmt: skip
def test_who_of_a_subject_with_and_speaks(text: str, speakers: list[str]) -> None:
    assert [s.speaker for s in statements(text)] == speakers


def test_a_page_that_prints_its_cable_twice_says_nothing_twice() -> None:
    once = "¶1. (C) Karel Vrba said that gas was dear this year.\n\n¶2. (C) He added that oil was cheap.\n\n"
    copy = once.replace("dear", "dcar")
    assert [s.verb for s in cablerdf.parse_text(once + copy).statements] == ["said", "added"]
