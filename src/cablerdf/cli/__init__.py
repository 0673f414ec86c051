"""The command line: parse options, call one function of the pipeline, print. Only this room prints or exits.

To add a command: write `cli/<name>.py` with a click command called `command`, and one row in COMMANDS below.
Its module is imported only when the command is run or its own `--help` is asked for.
"""

from __future__ import annotations

import signal
import sys

# name → one line of help; the module is cablerdf.cli.<name>, dashes as underscores
COMMANDS = {
    "convert": "Read, parse, map to RDF, check with SHACL, write: the main job.",
    "parse": "The parsed cables, one JSON object a line.",
    "inspect": "What a stage made of one document.",
    "validate": "What SHACL finds in RDF files.",
    "link": "Link what RDF names to Wikidata.",
    "people": "Who the people of a collection are, and which pairs are doubtful.",
    "gazetteer": "Make and describe the files that links are searched in.",
    "load": "Load RDF into a store: a folder or a SPARQL server.",
    "query": "Ask a store a SPARQL question, or one that ships with cablerdf.",
    "serve": "Linked-data pages, search and a SPARQL endpoint for a store.",
    "export": "Networks, charts and tables from a store, for other programs.",
    "vocabulary": "Print the ontology, vocabularies, shapes or context that ship.",
    "explain": "What a problem code means, and what to do.",
}


def main() -> None:
    """The entry point of the program. Before it can say anything, Ctrl-C ends it without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from cablerdf.cli.common.exit import run_and_exit
    from cablerdf.cli.common.group import cli

    signal.signal(signal.SIGINT, signal.default_int_handler)
    status = run_and_exit(cli)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(status)
