"""Who is one person in several cables."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import count
from math import exp

from cablerdf.link.identity.people import Someone, joined, people_of
from cablerdf.link.identity.roll import Named, Roll
from cablerdf.link.identity.weighing import waterfall

Printed = tuple[str, str | None, tuple[str, ...]]  # a name, a country, titles
PALE = "President"


def roll(cable: str, date: str, *people: Printed | Named) -> Roll:
    """A cable of Lisbon that names these."""
    numbers = count(1)
    named = (one if isinstance(one, Named) else Named("", *one) for one in people)
    return Roll(cable, date, "LISBON", tuple(one._replace(local=f"{cable}-{next(numbers)}") for one in named))


def groups(*rolls: Roll) -> set[frozenset[str]]:
    """Who is one, by the ends of the IRIs."""
    return {frozenset(person.locals) for person in people_of(rolls)}


def one(*rolls: Roll) -> Someone:
    """The person, where all are one."""
    (person,) = people_of(rolls)
    return person


OKONDO = [
    roll("06LISBON1", "2006-02-01", ("Tadeusz Okondo", "Portugal", (PALE,))),
    roll("06LISBON2", "2006-03-01", ("Okondo", "Portugal", (PALE,))),
    roll("06LISBON3", "2006-04-01", ("Tadeus Okondo", "Portugal", ("Portuguese President",))),
    roll("06LISBON4", "2006-05-01", ("Okondo", "Portugal", (PALE,))),
    roll("06LISBON5", "2006-05-09", ("Okondo", "Portugal", ())),
]


def test_spellings_titles_and_the_family_name_alone_are_one_person() -> None:
    person = one(*OKONDO)
    assert (person.name, len(person.locals), person.country) == ("Tadeusz Okondo", 5, "Portugal")
    assert [(title.text, title.first, title.last, title.cables) for title in person.titles] == [
        (PALE, "2006-02-01", "2006-05-01", 3),
        ("Portuguese President", "2006-04-01", "2006-04-01", 1),
    ]


def test_the_order_of_the_cables_does_not_matter() -> None:
    rolls = [*OKONDO, roll("07LISBON1", "2007-01-01", ("Ana Okondo", "Portugal", ("Senator",)), ("Rui Melo", None, ()))]
    expected = list(people_of(rolls))
    for seed in range(5):
        random.Random(seed).shuffle(rolls)
        assert list(people_of(rolls)) == expected


def test_given_names_keep_a_couple_apart() -> None:
    """He is named as President in the one year, she in the other: the family name goes by office and time."""
    him = [roll(f"06LISBON{n}", f"2006-0{n}-01", ("Rui Varela", "Portugal", (PALE,))) for n in range(1, 5)]
    her = [roll(f"09LISBON{n}", f"2009-0{n}-01", ("Ana Varela", "Portugal", (PALE,))) for n in range(1, 5)]
    short = roll("09LISBON7", "2009-03-20", ("Varela", "Portugal", (PALE,)))
    found = groups(*him, *her, short)
    assert frozenset(f"06LISBON{n}-1" for n in range(1, 5)) in found
    assert len(found) < 4 and not any({"06LISBON1-1", "09LISBON1-1"} <= group for group in found)


def test_middle_names_keep_father_and_son_apart_between_whole_groups() -> None:
    """`John Hale` fits both; whichever he joins, the two are not joined by him."""
    son = [roll(f"06LISBON{n}", "2006-02-01", ("John W. Hale", "United States", (PALE,))) for n in range(1, 4)]
    father = [
        roll(f"06LISBON{n}", "2006-02-01", ("John Herbert Walter Hale", "United States", ())) for n in range(4, 6)
    ]
    either = roll("06LISBON9", "2006-03-01", ("John Hale", "United States", ()))
    assert not any({"06LISBON1-1", "06LISBON4-1"} <= group for group in groups(*son, *father, either))


def test_a_cable_that_names_two_keeps_them_apart_everywhere() -> None:
    both = roll("06LISBON8", "2006-06-01", ("Okondo", "Portugal", ()), ("Tadeusz Okondo", "Portugal", (PALE,)))
    assert not any({"06LISBON8-1", "06LISBON8-2"} <= group for group in groups(*OKONDO, both))


def test_kings_of_one_name_are_those_of_their_countries() -> None:
    rolls = [
        roll(f"06LISBON{n}{where[0]}", f"2006-0{n}-01", ("Faruq", where, ("King",)))
        for n in range(1, 4)
        for where in ("Jordan", "Saudi Arabia", "Morocco")
    ]
    assert sorted(len(group) for group in groups(*rolls)) == [3, 3, 3]


def test_an_office_that_excludes_keeps_a_family_name_away() -> None:
    her = [
        roll(f"09LISBON{n}", f"2009-0{n}-01", ("Ana Varela", "Portugal", ("Foreign Minister",))) for n in range(1, 7)
    ]
    him = roll("09LISBON8", "2009-04-20", ("Varela", "Portugal", ("former President",)))
    assert frozenset({"09LISBON8-1"}) in groups(*her, him)


def test_a_family_name_that_fits_two_joins_neither() -> None:
    rolls = [
        roll("06LISBON1", "2006-02-01", ("Rui Varela", "Portugal", ("Adviser",))),
        roll("06LISBON2", "2006-02-01", ("Ana Varela", "Portugal", ("Adviser",))),
        roll("06LISBON3", "2006-02-09", ("Varela", "Portugal", ("Adviser",))),
    ]
    assert len(groups(*rolls)) == 3


def test_a_name_of_no_country_needs_more_than_the_one_who_fits() -> None:
    """A family name of no country is his who has the office, not his of whom nothing more is the same."""
    known = roll("06LISBON1", "2006-02-01", ("Rui Okondo", "Portugal", ("Minister of Finance",)))
    nothing = roll("06LISBON2", "2006-02-09", ("Okondo", None, ()))
    office = roll("06LISBON3", "2006-02-09", ("Okondo", None, ("Finance Minister",)))
    assert len(groups(known, nothing)) == 2
    assert len(groups(known, nothing._replace(people=(nothing.people[0]._replace(country="Portugal"),)))) == 1
    assert len(groups(known, office)) == 1


def test_the_side_at_a_meeting_tells_the_country_but_excludes_nobody() -> None:
    """Who has no country is his who is of the country he stands for; a lawyer stands for one that is not his."""
    known = roll("06LISBON1", "2006-02-01", ("Rui Okondo", "Portugal", ("Minister of Finance",)))
    short = [roll("06LISBON2", "2006-02-09", Named("", "Okondo", side=side)) for side in ("Portugal", None)]
    assert [len(groups(known, one)) for one in short] == [1, 2]
    full = [roll("06LISBON2", "2006-02-09", Named("", "Rui Okondo", side=side)) for side in ("Chile", None)]
    assert len({len(groups(known, one)) for one in full}) == 1
    assert one(known, short[0]).country == "Portugal" and next(people_of([short[0]])).country is None


def test_two_links_keep_apart_and_one_joins() -> None:
    def linked(cable: str, name: str, qid: str) -> Roll:
        return roll(cable, "2006-02-01", Named("", name, "Portugal", wikidata=qid, sure=True))

    rolls = [
        linked("06LISBON1", "Rui Varela", "Q1"),
        linked("06LISBON2", "R. Varella de Melo", "Q1"),
        linked("06LISBON3", "Ana Okondo", "Q2"),
        linked("06LISBON4", "Anna Okondo", "Q3"),
    ]
    assert groups(*rolls) == {
        frozenset({"06LISBON1-1", "06LISBON2-1"}),
        frozenset({"06LISBON3-1"}),
        frozenset({"06LISBON4-1"}),
    }


def test_a_hyphen_makes_no_other_person() -> None:
    assert one(
        roll("06LISBON1", "2006-02-01", ("Karl-Anton Okondo", "Portugal", (PALE,))),
        roll("06LISBON2", "2006-03-01", ("Karl Anton Okondo", "Portugal", ())),
    )


def test_whoever_held_the_office_in_between_is_meant() -> None:
    """He is President until 2007 and she after him: in 2006 he is meant, though many more cables name her."""
    him = [roll(f"07LISBON{n}", f"2007-0{n}-01", ("Rui Varela", "Portugal", (PALE,))) for n in range(1, 5)]
    her = [roll(f"08LISBON{n}", f"2008-0{n}-01", ("Ana Varela", "Portugal", (PALE,))) for n in range(1, 10)]
    found = groups(*him, *her, roll("06LISBON7", "2006-11-20", ("Varela", "Portugal", (PALE,))))
    assert any({"06LISBON7-1", "07LISBON1-1"} <= group for group in found)


def test_family_names_without_title_that_nobody_else_bears_are_one() -> None:
    near = [roll(f"06LISBON{n}", f"2006-0{n}-01", ("Okondo", "Portugal", ())) for n in (1, 2)]
    assert one(*near)
    rivals = [
        roll("06LISBON5", "2006-05-01", ("Rui Okondo", "Portugal", ())),
        roll("06LISBON6", "2006-06-01", ("Ana Okondo", "Portugal", ())),
    ]
    assert len(groups(*near, *rivals)) == 4


def test_a_king_is_no_sultan_and_goes_by_no_middle_name() -> None:
    king = roll("06LISBON1", "2006-02-01", ("Faruq", "Jordan", ("King",)))
    assert len(groups(king, roll("06LISBON2", "2006-03-01", ("Faruq Hasari", "Jordan", ("Sultan",))))) == 2
    assert one(king, roll("06LISBON2", "2006-03-01", ("Faruq Hasari", "Jordan", ("King",))))
    middle = roll("06LISBON2", "2006-03-01", ("Abdul Faruq Sayyad", "Jordan", ("King",)))
    assert len(groups(king, middle)) == 2


def test_nobody_is_named_for_more_than_a_life() -> None:
    found = groups(
        *(
            roll(f"{year % 100:02}LISBON1", f"{year}-02-01", ("Rui Varela", "Portugal", (PALE,)))
            for year in (1906, 1930, 1955, 1980)
        )
    )
    assert len(found) > 1 and not any({"06LISBON1-1", "80LISBON1-1"} <= group for group in found)


def test_the_steps_of_a_judgement_are_all_that_makes_its_probability() -> None:
    """With doubt, with others who may be meant: all but calibration give the raw probability, with it the very one."""
    joining = joined(
        [
            *OKONDO,
            roll("06LISBON6", "2006-06-01", ("Tadeusz Okondo", None, ())),
            roll("06LISBON7", "2006-06-01", ("Ana Reis", "Portugal", ("Senator",)), ("Rui Melo", "Portugal", (PALE,))),
            roll("06LISBON8", "2006-06-01", ("Rui Reis", "Portugal", ()), ("Melo", "Portugal", (PALE,))),
            roll("06LISBON9", "2006-06-01", ("Reis", "Portugal", ("Senator",))),
        ]
    )
    judged = [(join, waterfall(join, joining.model)) for join in (*joining.groups.joins, *joining.doubtful)]
    for join, steps in judged:
        raw = share(part for name, part in steps if name != "calibration")
        assert not steps or abs(joining.model.calibrated(raw) - join.score) < 0.02, (join, steps)
        assert not steps or abs(share(part for _name, part in steps) - join.score) < 0.005, (join, steps)
    assert {"bias", "doubt", "rivals", "calibration"} <= {name for _join, steps in judged for name, _part in steps}


def share(steps: Iterable[float]) -> float:
    """The probability whose log of the odds these add up to."""
    return 1 / (1 + exp(-sum(steps)))
