"""How damaged participant lists are read: names, titles and sides right, by kind of damage.

    python benchmarks/lists.py [--each 100] [--seed 1] [--show KIND]

Made-up lists are printed in every layout and damaged as archives do; who is on them is known. A name is right where it
is the person's; titles and sides are judged of those. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

from damages.people import STYLES, Person
from damages.rosters import Made, cases

from cablerdf.model import Participant, SourceDocument, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings import parse_participant_lists


def read(text: str) -> list[Participant]:
    """The participants of a body."""
    draft = Draft(SourceDocument(name="list", text=text, format="text"), text)
    draft.zones.body = Span(0, len(text))
    draft.issued = "2009-04-03T22:17Z"
    parse_participant_lists(draft)
    return [person for meeting in draft.meetings for person in meeting.participants]


def words(title: str | None) -> set[str]:
    """The words of a title in lower case, plain styles and functions left out."""
    plain = "".join(
        letter if letter.isalnum() else " " for letter in (title or "").lower().replace("amb.", "ambassador")
    )
    left = {style.lower().strip(".") for style in STYLES if style not in ("Ambassador", "Dr.")}
    return set(plain.split()) - left - {"the", "notetaker", "interpreter"}


def alike(got: str | None, told: str) -> bool:
    """Three quarters of the words agree."""
    a, b = words(got), words(told)
    return 2 * len(a & b) >= 0.75 * (len(a) + len(b))


def judge(case: Made) -> Counter[str]:
    """How many are on a list, how many were found, how many of these are right; those of a function alone left out."""
    tally: Counter[str] = Counter()
    left = [p for p in read(case.text) if p.name]
    tally["found"] = len(left)
    for side in case.truth:
        for who in side.people:
            if not who.name:
                continue
            tally["listed"] += 1
            got = next((p for p in left if (p.name or "").lower() == who.name.lower()), None)
            if got is None:
                continue
            left.remove(got)
            tally["right"] += 1
            tally["title"] += alike(got.title, title(who))
            tally["side"] += got.side == side.side or len(case.truth) == 1
    return tally


def title(who: Person) -> str:
    return f"{who.before} {who.after}"


def line(kind: str, tally: Counter[str]) -> str:
    f1 = 2 * tally["right"] / (tally["listed"] + tally["found"])
    right = max(tally["right"], 1)
    return f"| {kind} | {tally['listed']:,} | {f1:.3f} | {tally['title'] / right:.3f} | {tally['side'] / right:.3f} |"


def tell(case: Made) -> None:
    print(f"--- {case.kind}\n{case.text}")
    for person in read(case.text):
        print(f"   {person.name} | {person.title} | {person.side} | {person.note}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", help="print the lists of one kind that are not read right")
    asked = parser.parse_args()
    found: dict[str, Counter[str]] = {}
    for case in cases(Random(asked.seed), asked.each):
        tally = judge(case)
        found.setdefault(case.kind, Counter()).update(tally)
        right = tally["listed"] == tally["found"] == tally["right"] == tally["title"] == tally["side"]
        if case.kind == asked.show and not right:
            tell(case)
    print("| damage | people | names (F1) | titles | sides |\n|---|---:|---:|---:|---:|")
    for kind, tally in found.items():
        print(line(kind, tally))
    print(line("**all**", sum(found.values(), Counter())))


if __name__ == "__main__":
    main()
