"""Fits the weights of `cablerdf.link.people` on mentions made up out of a gazetteer, and writes them.

    python scripts/fit_link_weights.py GAZETTEER.sqlite [--out src/cablerdf/vocab/data/link_weights.json]

No annotated text is used. Each example is a person of the gazetteer as a telegram would print one: a full name,
one with an initial, a misspelt one or a family name alone; a title out of a position of that time, another title or
none; the country, none or a wrong one; within the years of office, before or after. In a part of the examples the
person is taken out of the candidates, and another part joins the given name of one to the family name of another:
there the right answer is nobody. `fitting.py` has the model: each candidate against the others and nobody.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from fitting import Example, write_fitted
from spelling import misspelt, respelt

from cablerdf.link.gazetteer.reader import ALWAYS, Entity, Gazetteer, Tenure
from cablerdf.link.people.candidates import find
from cablerdf.link.people.features import NAMES, evidence
from cablerdf.link.people.mention import Mention
from cablerdf.link.people.offices import TOP
from cablerdf.link.people.tenures import MANY

SEED, EXAMPLES = 20, 24000
SEAT = 0.015  # how likely a cable is to name one of the many members of parliaments, beside a ruler
TITLES = {
    "head-of-state": ("President", "King", "the President", "leader"),
    "head-of-government": ("PM", "Prime Minister", "Premier", "President"),
    "military-chief": ("General", "GEN", "Chief of Staff"),
    "minister": ("Minister", "Secretary"),
    "deputy-minister": ("Under Secretary", "U/S"),
    "ambassador": ("Ambassador", "Amb."),
    "senator": ("Senator", "Sen."),
    "legislator": ("MP", "Deputy", "Congressman"),
    "commander": ("General", "GEN", "Chief of Staff"),
}
PORTFOLIOS = {
    "foreign": ("FM", "Foreign Minister"),
    "defense": ("MOD", "Defense Minister"),
    "finance": ("Finance Minister",),
}
OTHERS = (
    "Director",
    "DCM",
    "Counselor",
    "Advisor",
    "Director General",
    "Mr.",
    "Dr.",
    "Ambassador",
    "party leader",
    "MP",
)


def title_of(tenure: Tenure, chance: random.Random) -> str:
    """A title as a telegram prints it."""
    choices = PORTFOLIOS.get(tenure.office.portfolio or "") if tenure.office.role == "minister" else None
    choices = choices or TITLES.get(tenure.office.role or "")
    return chance.choice(choices) if choices and chance.random() < 0.7 else tenure.title


def name_of(entity: Entity, short: bool, chance: random.Random) -> str:
    """The name as a telegram prints it."""
    words = [word for word in entity.label.split(",")[0].split() if word]
    if short:
        family = words[0] if entity.country in ("cn", "kr", "tw", "vn") else words[-1]
        return misspelt(family, chance) if chance.random() < 0.12 else family
    return respelt(words, chance, 0.15)


def year_of(entity: Entity, tenure: Tenure, short: bool, chance: random.Random) -> tuple[int, bool]:
    """The year of a telegram, and whether the office was held then."""
    draw = chance.random()
    last = min(tenure.end, 2010) if tenure.end < ALWAYS else 2010
    if draw < (0.88 if short else 0.7):
        return chance.randint(tenure.start, max(tenure.start, last)), True
    if not short and draw < 0.83:
        return entity.first - chance.randint(2, 9), False
    return min(entity.last, 2010) + chance.randint(2, 9), False


def titles_of(tenure: Tenure, short: bool, near: bool, before: Mention, chance: random.Random) -> tuple[str, ...]:
    """What a telegram prints before the name: an office of the gazetteer, one that it lacks, or nothing."""
    draw = chance.random()
    if short:
        told = 0.7 if tenure.office.role in TOP else 0.92
        return (title_of(tenure, chance),) if draw < told else ()
    if draw < 0.26:
        return ()
    if draw < 0.63 and near:
        return (title_of(tenure, chance),)
    return before.titles if before.titles and draw < 0.8 else (chance.choice(OTHERS),)


def mention_of(entity: Entity, given_of: Entity | None, before: Mention, chance: random.Random) -> Mention | None:
    """A person as a telegram names one; `given_of` lends the given name, and then it is nobody.

    Nobody's date and titles are those of the mention `before`: they have nothing to do with who bears such a name.
    The shares are those counted in telegrams: who is known by a title, in office, before and after it.
    """
    tenures = [t for t in entity.tenures if 1966 <= t.start <= 2010 and t.office.role]
    if not tenures:
        return None
    tenure = chance.choice([t for t in tenures if t.office.role not in MANY] or tenures)
    short = given_of is None and chance.random() < 0.35
    year, near = year_of(entity, tenure, short, chance)
    titles = titles_of(tenure, short, near, before, chance)
    draw = chance.random()
    country = entity.country if draw < 0.9 else None if draw < 0.96 else "gb"
    name = name_of(entity, short, chance)
    if given_of is not None:
        name = " ".join([*given_of.label.split(",")[0].split()[:-1], entity.label.split(",")[0].split()[-1]])
        year = before.year or year
        titles = before.titles if chance.random() < 0.6 else (chance.choice(OTHERS),) if chance.random() < 0.35 else ()
    return Mention(name, country or None, year, titles)


def fame(entity: Entity) -> float:
    """How likely a cable is to name somebody, roughly: rulers before ministers before members of parliaments."""
    roles = {tenure.office.role for tenure in entity.tenures if 1966 <= tenure.start <= 2010}
    return 1.0 if roles & TOP else 0.4 if roles - MANY - {None} else SEAT


def examples(gazetteer: Gazetteer, chance: random.Random) -> list[Example]:
    """Examples, half of them with nobody as the answer."""
    count = int(gazetteer.meta["entities"])
    found: list[Example] = []
    before = Mention("", None, None)
    by_country: dict[str, Entity] = {}
    while len(found) < EXAMPLES:
        entity = gazetteer.entity(chance.randint(1, count))
        if entity.type != "person" or not entity.country:
            continue
        draw = chance.random()
        if chance.random() > fame(entity):
            continue
        lender = by_country.get(entity.country) if draw < 0.3 else None
        mention = mention_of(entity, lender, before, chance)
        by_country[entity.country] = entity
        if mention is None or (lender is not None and mention.words in entity.names):
            continue
        if lender is None:
            before = mention
        seen = find(mention, (gazetteer,))
        gone = 0.3 <= draw < (0.32 if fame(entity) == 1.0 else 0.55)  # the person is taken out; rulers are known
        candidates = [c for c in seen.candidates if not gone or c.entity.qid != entity.qid]
        if draw < 0.3 and lender is None:
            continue
        seen = seen._replace(candidates=candidates)
        values = [evidence(mention, one, seen).values for one in candidates[:40]]
        right = next((i for i, c in enumerate(candidates[:40]) if c.entity.qid == entity.qid), None)
        if values:
            found.append(Example(values, right if lender is None else None))
    return found


def main() -> None:
    """Read the gazetteer, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gazetteer", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/cablerdf/vocab/data/link_weights.json"))
    asked = parser.parse_args()
    about = "Conditional logit over cablerdf.link.people.features; made by scripts/fit_link_weights.py."
    limits = {"link": 0.8, "review": 0.4, "margin": 0.15}
    write_fitted(examples(Gazetteer(asked.gazetteer), random.Random(SEED)), NAMES, about, limits, asked.out)


if __name__ == "__main__":
    main()
