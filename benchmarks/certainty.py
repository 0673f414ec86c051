"""How sure participants are said to be, and how often they are right; those of lists and those of prose apart.

    python benchmarks/certainty.py ../shared [--sets "set aside,fresh"]

Judged is everybody with a name who is said to have taken part in a meeting of a cable with a key, as
`benchmarks/rules.py` judges them. Prints, in Markdown, for each tenth of the certainty how many, their mean certainty
and the share that is right; for lists and prose the share that is right, and that of those in the keys who are found.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from rules import scorer
from scores import key_sets

import cablerdf
from cablerdf.model import Cable


class Judged(NamedTuple):
    """A participant with a name: how sure, whether right, whether listed."""

    certainty: float
    right: bool
    listed: bool


def judged(cable: Cable, key: dict[str, list[dict[str, list[dict[str, str]]]]], score: object) -> Iterator[Judged]:
    """Everybody with a name, those left out whom the key may mean by "the Ambassador"."""
    rows = [p for m in key["meetings"] for p in m["participants"]]
    took_part = [p["name"] for p in rows if p.get("name")]
    chief = [cable.signer or "", cable.classified_by.name or "" if cable.classified_by else ""]
    same = score.same_name  # type: ignore[attr-defined]
    for participant in (p for m in cable.meetings for p in m.participants if p.name):
        right = any(same(participant.name, name) for name in took_part)
        if right or len(rows) == len(took_part) or not any(same(participant.name, n) for n in chief if n):
            yield Judged(participant.confidence, right, participant.method == "list")


def tenths(found: list[Judged]) -> Iterator[str]:
    yield "| certainty | participants | mean | right |\n|---|---:|---:|---:|"
    for low in range(10):
        part = [one for one in found if low / 10 <= one.certainty < (low + 1) / 10 or (low == 9 and one.certainty == 1)]
        if part:
            mean, right = (sum(one[at] for one in part) / len(part) for at in (0, 1))
            yield f"| {low / 10:.1f} to {(low + 1) / 10:.1f} | {len(part)} | {mean:.2f} | {right:.2f} |"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--sets", default="set aside,fresh")
    asked = parser.parse_args()
    score, found = scorer(asked.shared), []
    wanted: dict[bool, list[bool]] = {
        True: [],
        False: [],
    }  # whether the cable has a list → of each in the key, if found
    for name in asked.sets.split(","):
        gold, _statements, cables = key_sets(asked.shared)[name]
        keys = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in gold.glob("*.json")}
        for document in cablerdf.read(cables):
            key = keys.get(Path(document.name).stem)
            if key is None:
                continue
            cable = cablerdf.parse(document)
            found += judged(cable, key, score)
            names = {p.name for m in cable.meetings for p in m.participants if p.name}
            listed = any(m.method == "list" for m in cable.meetings)
            for person in {p["name"] for m in key["meetings"] for p in m["participants"] if p.get("name")}:
                wanted[listed].append(any(score.same_name(person, name) for name in names))
    print("\n".join(tenths(found)))
    print("\n| told in | participants | right | people in the keys of such cables | found |\n|---|---:|---:|---:|---:|")
    for listed, where in ((True, "a formal list"), (False, "prose")):
        part = [one.right for one in found if one.listed == listed]
        share = [f"{sum(some) / len(some):.2f}" if some else "" for some in (part, wanted[listed])]
        print(f"| {where} | {len(part)} | {share[0]} | {len(wanted[listed])} | {share[1]} |")


if __name__ == "__main__":
    main()
