"""How well cables are read: the scorers over hand-made keys, in one table.

    python benchmarks/scores.py ../shared

The folder holds `eval/` (keys and scorers) and `corpus/` (the cables). The keys under `tests/keys` are scored too.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import cablerdf

KEYS = Path(__file__).parents[1] / "tests" / "keys"
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


def figures(scorer: Path, gold: Path, predicted: Path) -> dict[str, float]:
    """F1 or accuracy of each field."""
    command = [sys.executable, str(scorer), "--gold", str(gold), "--pred", str(predicted), "--json"]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["figures"]
    return {field: value.get("f1", value.get("accuracy")) for field, value in found.items()}


def main(shared: Path) -> None:
    scorer, corpus = shared / "eval" / "score.py", shared / "corpus"
    sets = {
        "keys": (shared / "eval" / "gold", corpus / "gold-cables"),
        "set aside": (KEYS / "set-aside", corpus / "cablegate-dev.zip"),
        "development": (KEYS / "development", corpus / "cablegate-dev.zip"),
    }
    table: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        third = Path(folder) / "gold"
        third.mkdir()
        for id in OTHER_THIRD:
            (third / f"{id}.json").write_bytes((sets["keys"][0] / f"{id}.json").read_bytes())
        sets["other third"] = (third, sets["keys"][1])
        for name, (gold, cables) in sets.items():
            predicted = Path(folder) / f"{name}.jsonl"
            predictions(cablerdf.read(cables), {path.stem for path in gold.glob("*.json")}, predicted)
            table[name] = figures(scorer, gold, predicted)
            if name == "keys":
                statements = shared / "eval" / "score_statements.py"
                command = [sys.executable, str(statements), "--gold", str(shared / "eval" / "statements")]
                said = subprocess.run([*command, "--pred", str(predicted)], capture_output=True, text=True, check=True)
    print(f"{'field':26}" + "".join(f"{name:>13}" for name in table))
    for field in table["keys"]:
        print(f"{field:26}" + "".join(f"{row.get(field, float('nan')):13.3f}" for row in table.values()))
    print(said.stdout.strip())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
