"""How well cables are read: the scorers over hand-made keys, in one table.

    python benchmarks/scores.py ../shared [--sets keys,development] [--json]

The folder holds `eval/` (keys and scorers) and `corpus/` (the cables). The keys under `tests/keys` are scored too.
What is set aside is scored seldom, and by total: name the other sets while you work.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import cablerdf

KEYS = Path(__file__).parents[1] / "tests" / "keys"
IN_TEXT = ("persons", "orgs", "places", "participant", "has_meeting")  # figures of what the running text says
KEYED = ("persons", "orgs", "places", "meetings")  # only a key may say it: taken from what was read it is perfect
# the third of the keys that no rule was written for
OTHER_THIRD = [
    "04RANGOON88",
    "05BOGOTA7402",
    "05PARIS1699",
    "07BERLIN802",
    "08BERLIN531",
    "09ANKARA1725",
    "09BEIJING2964",
    "09MEXICO2676",
    "09PARIS1339",
    "09RIODEJANEIRO440",
    "09STATE11937",
    "10ANKARA302",
    "66BUENOSAIRES2481",
    "72TEHRAN1164",
    "79TEHRAN8980",
]


def predictions(documents: Iterable[cablerdf.SourceDocument], wanted: set[str], to: Path) -> None:
    """Writes the parsed cables whose file is named after one of the wanted ids, one JSON object a line."""
    with to.open("w", encoding="utf-8") as file:
        for document in documents:
            if Path(document.name).stem in wanted:
                file.write(json.dumps(cablerdf.parse(document).to_dict()) + "\n")


def run(scorer: Path, *arguments: str) -> str:
    """What a scorer prints."""
    command = [sys.executable, str(scorer), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def figures(scorer: Path, gold: Path, predicted: Path) -> dict[str, float]:
    """F1 or accuracy of each field, over the keys that have it: some hold what the running text says and no more."""
    keys = [json.loads(path.read_text(encoding="utf-8")) for path in gold.glob("*.json")]
    whole = [key for key in keys if "tags" in key]
    header = score(scorer, whole, predicted) if whole else {}
    parsed = {cable["id"]: cable for cable in map(json.loads, predicted.read_text(encoding="utf-8").splitlines())}
    around = {id: {f: cable[f] for f in cable if f not in KEYED} for id, cable in parsed.items()}
    body = score(scorer, [around[key["id"]] | key for key in keys], predicted)
    return {f: body[f] if f.startswith(IN_TEXT) else header[f] for f in body if f.startswith(IN_TEXT) or f in header}


def score(scorer: Path, keys: list[dict[str, Any]], predicted: Path) -> dict[str, float]:
    """F1 or accuracy of each field over some keys."""
    with tempfile.TemporaryDirectory() as folder:
        for key in keys:
            (Path(folder) / f"{key['id']}.json").write_text(json.dumps(key), encoding="utf-8")
        found = json.loads(run(scorer, "--gold", folder, "--pred", str(predicted), "--json"))["figures"]
    return {field: value.get("f1", value.get("accuracy")) for field, value in found.items()}


def key_sets(shared: Path) -> dict[str, tuple[Path, Path | None, Path]]:
    """Name of a set → keys, keys of statements, cables."""
    gold, pages = shared / "eval" / "gold", shared / "corpus" / "cablegate-dev.zip"
    cables = shared / "corpus" / "gold-cables"
    return {
        "keys": (gold, shared / "eval" / "statements", cables),
        "other third": (gold, None, cables),
        "development": (KEYS / "development", KEYS / "development-statements", pages),
        "set aside": (KEYS / "set-aside", KEYS / "set-aside-statements", pages),
        "fresh": (KEYS / "fresh", None, pages),
    }


def scored(shared: Path, name: str, folder: Path) -> dict[str, float]:
    """The figures of one set of keys, those of its statements among them (`statements`, `statements.precision` ...)."""
    gold, statements, cables = key_sets(shared)[name]
    if name == "other third":
        third = folder / "gold"
        third.mkdir()
        for id in OTHER_THIRD:
            (third / f"{id}.json").write_bytes((gold / f"{id}.json").read_bytes())
        gold = third
    predicted = folder / f"{name}.jsonl"
    predictions(cablerdf.read(cables), {path.stem for path in gold.glob("*.json")}, predicted)
    found = figures(shared / "eval" / "score.py", gold, predicted)
    if statements is not None:
        line = run(shared / "eval" / "score_statements.py", "--gold", str(statements), "--pred", str(predicted))
        for label, figure in re.findall(r"(F1|precision|recall|sentence found|verb right) ([\d.]+)", line):
            found["statements" if label == "F1" else f"statements.{label.replace(' ', '_')}"] = float(figure)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--sets", default="keys,other third,development,set aside,fresh")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    names = [name for name in asked.sets.split(",") if any(key_sets(asked.shared)[name][0].glob("*.json"))]
    with tempfile.TemporaryDirectory() as folder:
        table = {name: scored(asked.shared, name, Path(folder)) for name in names}
    if asked.json:
        print(json.dumps(table, indent=1))
        return
    print(f"{'field':26}" + "".join(f"{name:>13}" for name in table))
    for field in table[names[0]]:
        print(f"{field:26}" + "".join(f"{row.get(field, float('nan')):13.3f}" for row in table.values()))


if __name__ == "__main__":
    main()
