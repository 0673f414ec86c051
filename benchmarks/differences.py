"""What a change of the reading changed, item by item: gained, lost, changed.

    cablerdf parse PAGES -f jsonl > old.jsonl        # before the change
    cablerdf parse PAGES -f jsonl > new.jsonl        # after it
    python benchmarks/differences.py old.jsonl new.jsonl [--only persons,participants] [--sample 20] [--seed 1]

Prints a count for each kind of item, then some of each drawn by the seed, to be read against the text.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HEADER = (
    *("subject", "classification", "dtg", "signer", "declassify_on", "classified_by", "tags", "caveats"),
    *("references", "to", "info", "headings", "summary_paragraphs", "comment_paragraphs"),
)
Facts = dict[tuple[str, ...], str]  # what an item is → what is said of it


def facts(cable: dict[str, Any]) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """(kind, what it is, what is said of it) of everything that the text of a cable was read as."""
    for person in cable["persons"]:
        yield "persons", (person["name"],), f"{person['country']}; {', '.join(person['titles'])}"
    for kind in ("orgs", "places"):
        yield from ((kind, (item["name"],), "") for item in cable[kind])
    for meeting in cable["meetings"]:
        people = [p for p in meeting["participants"] if p["name"]]
        who = ", ".join(sorted(p["name"] for p in people))
        yield "meetings", (who,), f"{meeting['date']} {meeting['time']} {meeting['place']}"
        for p in people:
            yield "participants", (p["name"],), f"{p['title']}; {p['side']}; {p['note']}"
    for said in cable["statements"]:
        yield "statements", (said["sentence"][:160], said["verb"]), f"{said['speaker']}: {said['text'][:160]}"
    yield from (("header", (field,), json.dumps(cable[field])) for field in HEADER)


def read(path: Path) -> dict[str, dict[str, Facts]]:
    """Cable → kind → its items."""
    found: dict[str, dict[str, Facts]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cable = json.loads(line)
        kinds = found.setdefault(cable["id"] or "?", {})
        for kind, key, value in facts(cable):
            kinds.setdefault(kind, {})[key] = value
    return found


def compare(old: dict[str, dict[str, Facts]], new: dict[str, dict[str, Facts]]) -> dict[tuple[str, str], list[str]]:
    """(kind, gained | lost | changed) → the items, a line each."""
    found: dict[tuple[str, str], list[str]] = {}
    for id in sorted(old.keys() | new.keys()):
        before, after = old.get(id, {}), new.get(id, {})
        for kind in sorted(before.keys() | after.keys()):
            was, is_ = before.get(kind, {}), after.get(kind, {})
            for key in sorted(was.keys() | is_.keys()):
                name = " | ".join(key)
                if key not in was:
                    found.setdefault((kind, "gained"), []).append(f"{id}: {name} ({is_[key]})")
                elif key not in is_:
                    found.setdefault((kind, "lost"), []).append(f"{id}: {name} ({was[key]})")
                elif was[key] != is_[key]:
                    found.setdefault((kind, "changed"), []).append(f"{id}: {name}\n      {was[key]}\n    → {is_[key]}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--sample", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = compare(read(asked.old), read(asked.new))
    wanted = {key: items for key, items in found.items() if not asked.only or key[0] in asked.only.split(",")}
    for (kind, what), items in sorted(wanted.items()):
        print(f"{kind:13}{what:9}{len(items):6}")
    draw = random.Random(asked.seed)
    for (kind, what), items in sorted(wanted.items()):
        print(f"\n{kind} {what}")
        for item in sorted(draw.sample(items, min(asked.sample, len(items)))):
            print(f"  {item}")


if __name__ == "__main__":
    main()
