"""Each branch, condition and call of a room switched off, one by one: what the keys gain and lose, what else changes.

    python benchmarks/ablation.py ../shared [--room statements] [--sample 100] [--stop 4] [--together] [--json FILE]

A room is a folder of `cablerdf/parse`. The cables of the development keys and of the keys in the folder are always
read, of the collection all, or a sample. `--stop` counts no further than so many changed facts. What changes none is
needed by none of these cables; whether it guards against bad input, or is a rule of the language that they happen not
to use, is for a reader and for the tests to say. `--together` leaves off what changes fewer facts than `--stop` and
loses nothing, so that of two conditions that stand in for one another one is found.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import signal
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from differences import facts
from rules import KEYS, scorer
from switches import Room, Switch, places_passed

import cablerdf
from cablerdf.model import Cable, Note, SourceDocument
from cablerdf.parse.draft import Draft
from cablerdf.parse.steps import STEPS

FIRST = {"statements": "statements", "meetings": "participant lists", "entities": "participant lists", "body": "body"}
SECONDS = 3  # for one cable: a switch may take away what ends a loop
Counts = dict[tuple[str, str], tuple[int, int, int]]  # (keys, field) → right, read, wanted


class SlowError(Exception):
    """A cable took longer than it may."""


class Text:
    """One cable: read as far as the room, with its key, and what is read of it."""

    def __init__(self, document: SourceDocument, key: dict[str, Any] | None, keys: str, first: str) -> None:
        names = [name for name, _ in STEPS]
        at = names.index(FIRST.get(first, "noise"))
        self.key, self.keys, self.steps = key, keys, STEPS[at:]
        self.draft = Draft(document, document.text, partial=document.partial)
        for _, step in STEPS[:at]:
            step(self.draft)
        self.before: tuple[Cable, list[Note]] | None = None
        self.counts: Counts = {}

    def read(self) -> tuple[Cable, list[Note]]:
        """The cable as it is read now, and the reasons."""
        draft = copy.copy(self.draft)
        draft.problems, draft.notes, draft.spans = list(draft.problems), list(draft.notes), dict(draft.spans)
        for _, step in self.steps:
            step(draft)
        return draft.finish(), draft.notes

    def changed(self, now: tuple[Cable, list[Note]]) -> int:
        """How many facts differ from what was read before; one where a span or a reason alone does."""
        if self.before is None or now == self.before:
            return 0
        differ = set(facts(now[0].to_dict())) ^ set(facts(self.before[0].to_dict()))
        return max(1, len({fact[:2] for fact in differ}))

    def count(self, score: ModuleType, read: Cable) -> Counts:
        """How much of the key is found in the cable, field by field."""
        if self.key is None:
            return {}
        cable = read.to_dict()
        tallies: dict[str, Any] = defaultdict(score.Tally)
        shares: dict[str, Any] = defaultdict(score.Tally)
        wanted = {field: self.key.get(field, cable[field]) for field in ("id", "signer", "classified_by")}
        wanted |= {field: self.key[field] for field in ("persons", "orgs", "places", "meetings") if field in self.key}
        score.score_cable(wanted, cable, tallies, shares)
        found = {field: (t.tp, t.pred, t.gold) for field, t in (tallies | shares).items()}
        if "statements" in self.key:
            left = list(cable["statements"])
            for said in self.key["statements"]:
                here = (p for p in left if score.same_sentence(p, said))
                hit = next((p for p in here if score.same_speaker(str(p["speaker"] or ""), said["speaker"])), None)
                if hit is not None:
                    left.remove(hit)
            right = len(cable["statements"]) - len(left)
            found["statements"] = right, len(cable["statements"]), len(self.key["statements"])
        return {(self.keys, field): counts for field, counts in found.items()}


class Trial(NamedTuple):
    """What changed with a switch off; None where the reading broke or did not end."""

    changed: int
    figures: dict[tuple[str, str], float]  # by how much each moved
    reread: dict[int, tuple[tuple[Cable, list[Note]], Counts]]


def texts(shared: Path, room: str, sample: int | None) -> Iterator[Text]:
    """The cables that have a key, and of the collection all or some."""
    for keys, folder, cables in (
        ("keys", shared / "eval" / "gold", "gold-cables"),
        ("development", KEYS, "cablegate-dev.zip"),
    ):
        said = shared / "eval" / "statements" if keys == "keys" else KEYS.with_name("development-statements")
        documents = list(cablerdf.read(shared / "corpus" / cables))
        known = {path.stem for path in folder.glob("*.json")}
        others = [Path(d.name).stem for d in documents if Path(d.name).stem not in known]
        drawn = set(others if sample is None else random.Random(1).sample(others, min(sample, len(others))))
        for document in documents:
            name = Path(document.name).stem
            files = [file for file in (folder / f"{name}.json", said / f"{name}.json") if file.exists()]
            parts = [json.loads(file.read_text(encoding="utf-8")) for file in files]
            if name in known:
                yield Text(document, {f: v for part in parts for f, v in part.items()}, keys, room)
            elif keys == "development" and name in drawn:
                yield Text(document, None, keys, room)


class Ablation:
    """The cables, as they are read with nothing switched off, and which lines each of them passes."""

    def __init__(self, shared: Path, room: str, sample: int | None) -> None:
        self.room = Room(f"parse/{room}")
        self.score = scorer(shared)
        sys.path.insert(0, str(shared / "eval"))
        self.score.__dict__.update(vars(__import__("score_statements")))
        self.texts = list(texts(shared, room, sample))
        self.passed: dict[tuple[str, int | str], list[int]] = defaultdict(list)
        for text in self.texts:  # first, so that tables are made once and are no part of what is passed
            text.before = text.read()
            text.counts = text.count(self.score, text.before[0])
        files = {str(path) for path in self.room.paths.values()}
        for i, text in enumerate(self.texts):
            self.forget()
            for place in places_passed(text.read, files):
                self.passed[place].append(i)

    def used(self, switch: Switch) -> bool:
        """Whether a cable comes to the switch's function: what makes tables is not seen here."""
        return (str(self.room.paths[switch.module]), switch.function) in self.passed

    def forget(self) -> None:
        """What functions of the reading remember is no longer true when a switch is turned."""
        for name in [name for name in sys.modules if name.startswith("cablerdf.parse")]:
            for thing in vars(sys.modules[name]).values():
                if hasattr(thing, "cache_clear") and thing.__wrapped__.__code__.co_argcount:
                    thing.cache_clear()

    def figures(self, reread: dict[int, Counts]) -> dict[tuple[str, str], float]:
        """F1 of each field, some cables read anew."""
        sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        for i, text in enumerate(self.texts):
            for field, counts in reread.get(i, text.counts).items():
                sums[field] = [a + b for a, b in zip(sums[field], counts, strict=True)]
        return {field: 2 * t / (p + g) if p + g else 1.0 for field, (t, p, g) in sums.items()}

    def trial(self, switch: Switch, stop: int) -> Trial | None:
        """What changes while the switch is off."""
        reread, changed = {}, 0
        self.forget()
        for i in self.passed[str(self.room.paths[switch.module]), switch.entered]:
            signal.setitimer(signal.ITIMER_REAL, SECONDS)
            try:
                now = self.texts[i].read()
            except Exception:  # whatever breaks needs the switch
                return None
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
            differ = self.texts[i].changed(now)
            if differ:
                reread[i] = (now, self.texts[i].count(self.score, now[0]))
                changed += differ
            if changed >= stop:
                break
        if not reread:
            return Trial(0, {}, {})
        before, after = self.figures({}), self.figures({i: counts for i, (_, counts) in reread.items()})
        return Trial(changed, {f: after[f] - before[f] for f in before if after[f] != before[f]}, reread)

    def keep(self, trial: Trial) -> None:
        """What was read with the switch off is what later ones are compared with."""
        for i, (now, counts) in trial.reread.items():
            self.texts[i].before, self.texts[i].counts = now, counts


def slow(*_: object) -> None:
    raise SlowError


def row(switch: Switch, trial: Trial) -> str:
    """One line of the report."""
    moved = "  ".join(f"{keys} {field} {by:+.4f}" for (keys, field), by in trial.figures.items())
    where = f"{switch.module.removeprefix('cablerdf.parse.')}:{switch.line} {switch.function}"
    return f"{trial.changed:5} {switch.lines:3} {switch.kind:8} {where}: {switch.source[:70]}  {moved}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--room", default="statements")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--stop", type=int, default=100)
    parser.add_argument("--together", action="store_true")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    signal.signal(signal.SIGALRM, slow)
    ablation = Ablation(asked.shared, asked.room, asked.sample)
    print("facts lines, what is off, what the keys gain and lose", flush=True)
    off: list[Switch] = []
    for switch in ablation.room.switches():
        if not ablation.used(switch) or not ablation.room.turn(switch, off=True):
            continue
        trial = ablation.trial(switch, asked.stop)
        fits = trial is not None and trial.changed < asked.stop and min(trial.figures.values(), default=0) >= 0
        if trial is not None and (fits or not asked.together):
            print(row(switch, trial), flush=True)
        if asked.together and trial is not None and fits:
            off.append(switch)
            ablation.keep(trial)
        else:
            ablation.room.turn(switch, off=False)
        if asked.json is not None:
            asked.json.write_text(json.dumps([one._asdict() for one in off]), encoding="utf-8")


if __name__ == "__main__":
    main()
