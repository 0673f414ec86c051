"""Each rule of the reading: how often it fires, how often it is right, and what the keys lose without it.

    python benchmarks/rules.py ../shared [--kind country] [--write]

For every rule that decided something (as `cablerdf inspect --stage why` names it): `fires`, over the whole collection;
`right` of `judged`, on the development keys. A rule that is more often wrong than right goes. What is set aside is not
looked at. `--write` makes `rule_shares.csv` anew, from which every fact has its certainty.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import cablerdf
from cablerdf.pipeline.inspecting import draft_of

KEYS = Path(__file__).parents[1] / "tests" / "keys" / "development"
KINDS = ("person", "country", "organization", "place", "meeting", "participant", "statement")
SHARES = Path(cablerdf.__file__).parent / "vocab" / "data" / "rule_shares.csv"
Rule = tuple[str, str]  # kind, name
Judged = tuple[str, str, bool | None]  # kind, rule, whether it is right; None where the key does not say


def scorer(shared: Path) -> ModuleType:
    """The scorer's own notion of the same name, side and words."""
    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(draft: Any, key: dict[str, Any], score: ModuleType) -> Iterator[Judged]:
    """Every note of a kind that the key can judge."""
    for note in draft.notes:
        if note.kind == "person":
            yield note.kind, note.rule, any(score.same_name(note.about, p["name"]) for p in key["persons"])
        elif note.kind == "country":
            (same, *_) = *(p for p in key["persons"] if score.same_name(note.about, p["name"])), {}
            yield (
                note.kind,
                note.rule,
                score.side(note.value) == score.side(same["country"]) if same.get("country") else None,
            )
        elif note.kind in ("organization", "place"):
            names = key["orgs" if note.kind == "organization" else "places"]  # None: not keyed
            wanted = [set(score.fold(name).split()) for name in names or ()]
            own = set(score.fold(note.about).split())
            fits = any(own <= other or other <= own for other in wanted)
            yield note.kind, note.rule, None if names is None else fits
    yield from judged_meetings(draft, key, score)


def judged_meetings(draft: Any, key: dict[str, Any], score: ModuleType) -> Iterator[Judged]:
    """Everybody with a name who is said to have taken part, and each meeting: right if somebody there is."""
    rows = [p for m in key["meetings"] for p in m["participants"]]
    took_part = [p["name"] for p in rows if p.get("name")]
    left_open = [draft.signer or "", draft.classified_by.name or "" if draft.classified_by else ""]
    for meeting in draft.meetings:
        people = [p for p in meeting.participants if p.name]
        right = [any(score.same_name(p.name, name) for name in took_part) for p in people]
        for participant, fits in zip(people, right, strict=True):
            # "the Ambassador", whom a key leaves without a name, may be the chief of mission
            unknown = len(rows) > len(took_part) and any(score.same_name(participant.name, n) for n in left_open if n)
            yield "participant", participant.rule, True if fits else None if unknown else False
        yield "meeting", meeting.rule, any(right) if people and took_part else bool(rows)


def measure(shared: Path) -> tuple[Counter[Rule], dict[Rule, list[bool]]]:
    """How often each rule fires in the collection, and whether it was right wherever a key can tell."""
    score, fires = scorer(shared), Counter[Rule]()
    right: dict[Rule, list[bool]] = defaultdict(list)
    keys = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in KEYS.glob("*.json")}
    keys |= {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in (shared / "eval" / "gold").glob("*.json")}
    gold = shared / "corpus" / "gold-cables"
    for path in (shared / "corpus" / "cablegate-dev.zip", gold):
        for document in cablerdf.read(path):
            draft, key = draft_of(document), keys.get(Path(document.name).stem)
            if path != gold:
                fires.update((note.kind, note.rule) for note in draft.notes)
            if key is not None and (path == gold) != (KEYS / f"{key['id']}.json").exists():
                for what, rule, fits in judged(draft, key, score):
                    if fits is not None:
                        right[what, rule].append(fits)
    return fires, right


def table(fires: Counter[Rule], right: dict[Rule, list[bool]], kind: str | None) -> Iterator[str]:
    """The report, line by line."""
    yield f"{'kind':13} {'rule':62} {'fires':>6} {'right':>6} {'judged':>6} {'share':>6}"
    for what, rule in sorted(fires, key=lambda pair: (pair[0], -fires[pair])):
        if kind is None or what == kind:
            seen = right.get((what, rule), [])
            share = f"{sum(seen) / len(seen):6.3f}" if seen else "     -"
            yield f"{what:13} {rule[:62]:62} {fires[what, rule]:6} {sum(seen):6} {len(seen):6} {share}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    fires, right = measure(asked.shared)
    print("\n".join(table(fires, right, asked.kind)))
    if asked.write:
        lines = [
            f'{kind},"{rule}",{sum(seen)},{len(seen)},benchmarks/rules.py'
            for (kind, rule), seen in sorted(right.items())
        ]
        SHARES.write_text("\n".join(["kind,rule,right,judged,evidence", *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
