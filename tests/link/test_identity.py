"""Who is merged, who is kept apart, and how a list made by hand overrides it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablerdf.errors import LinkError
from cablerdf.link.identity.merge import merges
from cablerdf.link.identity.overrides import Overrides, read_overrides
from cablerdf.link.identity.seen import Seen
from cablerdf.link.identity.sightings import Sightings

BASE = "https://example.org/id/"


def seen(
    person: str, name: str, *titles: str, cable: str = "08LISBON1", month: str = "2008-03", **more: object
) -> Seen:
    country = more.pop("country", "Portugal")
    post = more.pop("post", "LISBON")
    return Seen(BASE + person, name, country, titles, month, post, cable, **more)  # type: ignore[arg-type]


def pairs(people: list[Seen], overrides: Overrides = Overrides(), **accepted: str) -> set[tuple[str, str]]:  # noqa: B008
    """Who is merged into whom; `accepted` are the QIDs of FULL and SHORT."""
    links = {{"full": FULL, "short": SHORT}[name].person: qid for name, qid in accepted.items()}
    found = merges(Sightings(people, links), overrides)
    return {(merge.alias.removeprefix(BASE), merge.person.removeprefix(BASE)) for merge in found}


FULL = seen("person/rui-tavares-pt", "Rui Tavares", "Foreign Minister")
SHORT = seen("person/08LISBON2-tavares", "Tavares", "FM", cable="08LISBON2")


def test_a_family_name_inherits_within_post_and_month() -> None:
    assert pairs([FULL, SHORT]) == {("person/08LISBON2-tavares", "person/rui-tavares-pt")}


@pytest.mark.parametrize(
    "other",
    [
        seen("person/08LISBON2-tavares", "Tavares", "General", cable="08LISBON2"),  # another office
        seen("person/08LISBON2-tavares", "Tavares", "FM", cable="18LISBON2", month="2018-05"),
        seen("person/08LISBON2-tavares", "Tavares", "FM", cable="08LISBON2", country="Brazil"),
    ],
    ids=["office", "month", "country"],
)
def test_and_not_beyond(other: Seen) -> None:
    assert pairs([FULL, other]) == set()


def test_nobody_inherits_where_two_fit() -> None:
    cousin = seen("person/ana-tavares-pt", "Ana Tavares", "Foreign Minister", cable="08LISBON3")
    assert pairs([FULL, cousin, SHORT]) == set()


def test_without_an_office_nobody_else_of_the_name_may_be_known() -> None:
    bare = seen("person/08LISBON2-tavares", "Tavares", cable="08LISBON2")
    cousin = seen("person/ana-tavares-pt", "Ana Tavares", cable="01LISBON9", month="2001-01")
    assert len(pairs([FULL, bare])) == 1
    assert pairs([FULL, bare, cousin]) == set()


def test_full_names_merge_by_office() -> None:
    initial = seen("person/rui-m-tavares-pt", "Rui M. Tavares", "FM", cable="09LISBON1", month="2009-01")
    later = seen("person/rui-m-tavares-pt", "Rui M. Tavares", "FM", cable="19LISBON1", month="2019-01")
    assert len(pairs([FULL, initial])) == 1
    assert pairs([FULL, later]) == set()


def test_an_office_that_one_holds_at_a_time_tells_who_it_is() -> None:
    years = [
        seen("person/08LISBON2-tavares", "Tavares", "Foreign Minister", cable="08LISBON2", month="2008-11"),
        seen("person/09PARIS2-tavares", "Tavares", "FM", cable="09PARIS2", month="2009-06", post="PARIS"),
    ]
    assert len(pairs(years)) == 1
    assert len(pairs([*years, FULL])) == 2
    cousin = seen("person/ana-tavares-pt", "Ana Tavares", "Senator", cable="01LISBON9", month="2001-01")
    assert pairs([*years, FULL, cousin]) == set()  # two people of the name
    assert pairs([one._replace(titles=("General",)) for one in years]) == set()
    assert len(pairs([one._replace(titles=("AFRICOM General",)) for one in years])) == 1
    assert pairs([years[0], years[1]._replace(month="2019-06")]) == set()


def test_the_heads_of_a_post_are_one_by_their_family_name() -> None:
    at_home: dict[str, object] = {"country": "United States", "signs": True}
    one = seen("person/08LISBON3-hale", "HALE", cable="08LISBON3", **at_home)
    other = seen("person/09LISBON3-hale", "Hale", cable="09LISBON3", month="2009-02", **at_home)
    assert len(pairs([one, other])) == 1
    assert pairs([one, other._replace(post="PARIS")]) == set()
    assert pairs([one, other._replace(signs=False)]) == set()


def test_names_that_sound_the_same() -> None:
    other = seen("person/rui-tavarez-pt", "Rui Tavarez", cable="10LISBON1", month="2010-01")
    assert len(pairs([FULL, other])) == 1
    assert pairs([FULL, other._replace(titles=("General",))]) == set()
    assert pairs([FULL, other._replace(country="Brazil")]) == set()
    bill, william = (seen(f"person/{name}-hale", f"{name} Hale", cable=f"08X{name}") for name in ("Bill", "William"))
    assert len(pairs([bill, william])) == 1
    assert pairs([bill, william._replace(post="PARIS")]) == set()  # a short form, and nothing else


def test_two_of_a_family_name_that_stands_first() -> None:
    chen = [
        seen("person/chen-yulin-cn", "Chen Yulin", "Party General Secretary", country="China"),
        seen("person/chen-bojun-cn", "Chen Bojun", "Party General Secretary", country="China", cable="08LISBON5"),
    ]
    assert pairs(chen) == set()


def test_one_entity_is_one_person_and_two_are_two() -> None:
    assert len(pairs([FULL, SHORT._replace(post="PARIS")], full="Q1", short="Q1")) == 1
    assert pairs([FULL, SHORT], full="Q1", short="Q2") == set()


def test_a_merge_tells_its_rule_and_cables() -> None:
    (merge,) = merges(Sightings([FULL, SHORT]), Overrides())
    assert merge.rule == "family name, same post and month"
    assert set(merge.evidence) == {"08LISBON1", "08LISBON2"}


def test_overrides(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "relation,a,b\n"
        "different,person/08LISBON2-tavares,person/rui-tavares-pt\n"
        "same,person/08LISBON2-tavares,person/08LISBON7-t\n",
        encoding="utf-8",
    )
    nick = seen("person/08LISBON7-t", "Tavinho", cable="08LISBON7")
    assert pairs([FULL, SHORT, nick], read_overrides(path, BASE)) == {
        ("person/08LISBON7-t", "person/08LISBON2-tavares")
    }
    path.write_text("relation,a,b\nperhaps,x,y\n", encoding="utf-8")
    with pytest.raises(LinkError, match="line 2"):
        read_overrides(path, BASE)
