"""The same triples by morph-kgc, from what is parsed already: a side-by-side row for mapping and writing.

    python benchmarks/morph.py INPUT --python ENVIRONMENT/bin/python [--cables N]

ENVIRONMENT holds morph-kgc (`pip install morph-kgc`); it wants an older rdflib than pySHACL does, so it has
an environment of its own. What is parsed is given to it as JSON, a file for each predicate of each class, its
IRIs minted already, with an RML mapping made here: less work than ours, which mints them. Its triples are
compared with ours, one by one, before a time is printed. Times are CPU seconds of the whole process, its start
apart (a run on one cable). It takes an empty text for an absent one: those triples are all that it leaves out.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from cablerdf.model import Cable
from cablerdf.parse import parse
from cablerdf.rdf.formats import BY_NAME
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.quads import Literal, Quad
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.read.documents import items

PREFIXES = """@prefix rr: <http://www.w3.org/ns/r2rml#> .
@prefix rml: <http://semweb.mmlab.be/ns/rml#> .
@prefix ql: <http://semweb.mmlab.be/ns/ql#> .
"""
RULE = """
<#{name}> rml:logicalSource [ rml:source "{file}" ; rml:referenceFormulation ql:JSONPath ; rml:iterator "$[*]" ] ;
    rr:subjectMap [ rml:reference "s" ; rr:termType rr:IRI ] ;
    rr:predicateObjectMap [ rr:predicate <{predicate}> ; rr:objectMap [ rml:reference "o" ; {kind} ] ] .
"""


def kind_of(value: str | Literal) -> str:
    """How RML says what an object is."""
    if isinstance(value, str):
        return "rr:termType rr:IRI"
    if value.lang is not None:
        return f'rr:language "{value.lang}"'
    return f"rr:datatype <{value.datatype}>" if value.datatype else "rr:termType rr:Literal"


def write_sources(cables: Sequence[Sequence[Quad]], folder: Path) -> None:
    """JSON files, the mapping and the configuration of a run."""
    sources: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for subject, predicate, value, _graph in (quad for cable in cables for quad in cable):
        lexical = value if isinstance(value, str) else value.lexical
        sources[predicate, kind_of(value)].append({"s": subject, "o": lexical})
    rules = [PREFIXES]
    for number, ((predicate, kind), found) in enumerate(sources.items()):
        file = folder / f"{number}.json"
        file.write_text(json.dumps(found), encoding="utf-8")
        rules.append(RULE.format(name=f"m{number}", file=file, predicate=predicate, kind=kind))
    (folder / "mapping.ttl").write_text("".join(rules), encoding="utf-8")
    (folder / "config.ini").write_text(
        f"[CONFIGURATION]\noutput_file: {folder / 'out.nt'}\nnumber_of_processes: 1\nlogging_level: ERROR\n"
        f"[CABLES]\nmappings: {folder / 'mapping.ttl'}\n",
        encoding="utf-8",
    )


def theirs(python: str, cables: Sequence[Sequence[Quad]]) -> tuple[float, set[str]]:
    """CPU seconds of a run of morph-kgc, and its triples."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_sources(cables, folder)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([python, "-m", "morph_kgc", str(folder / "config.ini")], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        lines = (folder / "out.nt").read_text(encoding="utf-8").splitlines()
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return took, {line.removesuffix(".").rstrip() for line in lines if line}


def ours(cables: Sequence[Cable]) -> tuple[float, list[list[Quad]], set[str]]:
    """CPU seconds of mapping and writing, the quads, and the triples."""
    writer = BY_NAME["ntriples"].writer(DEFAULT_BASE)
    begun = time.process_time()
    quads = [to_quads(cable) for cable in cables]
    data = b"".join(writer.body(cable) for cable in quads)
    took = time.process_time() - begun
    return took, quads, {line.removesuffix(" .") for line in data.decode("utf-8").splitlines()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input")
    parser.add_argument("--python", required=True, help="the interpreter of an environment with morph-kgc")
    parser.add_argument("--cables", type=int, default=200)
    asked = parser.parse_args()
    documents = (document for document in items(asked.input) if hasattr(document, "text"))
    cables = [parse(document) for document in islice(documents, asked.cables)]
    took, quads, triples = ours(cables)
    started, _one = theirs(asked.python, quads[:1])
    whole, found = theirs(asked.python, quads)
    print(f"{len(cables)} cables, {len(triples):,} different triples; morph-kgc gives {len(found):,},")
    print(f"of which {len(found & triples):,} are the same, character by character\n")
    print("| by | CPU s | triples/s | times ours |")
    print("|---|---:|---:|---:|")
    print(f"| cablerdf, from its cables | {took:.3f} | {len(triples) / took:,.0f} | 1 |")
    print(f"| morph-kgc, from JSON with IRIs | {whole - started:.3f} | {len(found) / (whole - started):,.0f}", end="")
    print(f" | {(whole - started) / took:.1f} |")


if __name__ == "__main__":
    main()
