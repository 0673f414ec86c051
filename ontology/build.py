"""Makes ontology/vocabularies.ttl and ontology/context.jsonld from the tables: `python ontology/build.py`.

With `--check` nothing is written; the exit status is 1 where a file is not what the tables say.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from cablerdf.rdf.context import context
from cablerdf.rdf.formats import serialize
from cablerdf.rdf.vocabularies import vocabulary_quads

HERE = Path(__file__).parent
NOTE = b"# Generated from src/cablerdf/vocab/data by ontology/build.py. Do not edit.\n"


def files() -> dict[str, bytes]:
    """Every generated file and its content."""
    jsonld = json.dumps({"@context": context()}, indent=2, ensure_ascii=False) + "\n"
    return {
        "vocabularies.ttl": NOTE + serialize(vocabulary_quads(), "turtle"),
        "context.jsonld": jsonld.encode(),
    }


def main(arguments: list[str]) -> int:
    """Write the files, or with `--check` compare them."""
    stale = [name for name, content in files().items() if not _same(HERE / name, content)]
    if "--check" in arguments:
        sys.stderr.writelines(f"ontology/{name} is stale: run ontology/build.py\n" for name in stale)
        return 1 if stale else 0
    for name in stale:
        (HERE / name).write_bytes(files()[name])
    return 0


def _same(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
