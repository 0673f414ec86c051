"""The questions that ship with the project: one SPARQL file each under `queries/`.

A file's first comment lines say what it is: `# title:`, `# purpose:`, `# bind:` (names that the
user may give a value) and `# federated: yes`. A line `#bind NAME` in the query is where that
value enters, as VALUES; without a value the query runs for everything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from cablerdf.errors import QueryError
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.rdf.writers.base import quoted
from cablerdf.store.prefixes import prefixes, with_prefixes

HEADER = re.compile(r"# (title|purpose|bind|federated): (.+)")
PLACE = re.compile(r"#bind (\w+)")
CURIE = re.compile(r"([A-Za-z][\w-]*):([\w.~%-]+)")


class Question(NamedTuple):
    """A shipped question; `text` is the query as it stands in the file."""

    name: str
    title: str
    purpose: str
    binds: tuple[str, ...]
    federated: bool
    text: str

    @property
    def body(self) -> str:
        """The query without its header, every prefix that it uses declared, ready for any endpoint."""
        lines = [line for line in self.text.splitlines() if not HEADER.fullmatch(line)]
        kept = re.sub(r"^ *#bind \w+\n| *#bind \w+", "", "\n".join(lines), flags=re.MULTILINE)
        return declared(kept)


def declared(query: str, base: str = DEFAULT_BASE) -> str:
    """The query with its prefixes declared, one a line."""
    bare = with_prefixes(query, base)
    head = bare[: len(bare) - len(query)]
    return re.sub(r"> (?=PREFIX|$)", ">\n", head) + query


@cache
def questions() -> Mapping[str, Question]:
    """Every shipped question by name, sorted."""
    folder = files("cablerdf.store") / "queries"
    found = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".rq"):
            text = entry.read_text(encoding="utf-8")
            said = dict(HEADER.findall(text))
            binds = tuple(name.strip() for name in said.get("bind", "").split(",") if name.strip())
            name = entry.name.removesuffix(".rq")
            found[name] = Question(name, said["title"], said["purpose"], binds, "federated" in said, text)
    return found


def question(name: str, values: Mapping[str, str], base: str = DEFAULT_BASE) -> str:
    """The query of a shipped question, with `values` for the names that it lets one bind.

    A value is an IRI, a prefixed name (`person:ana-reis`) or, failing that, a plain text.

    Raises:
        QueryError: no such question, or it binds no such name.
    """
    if name not in questions():
        raise QueryError(f"no question {name!r}: choose from {', '.join(questions())}")
    found = questions()[name]
    for given in values:
        if given not in found.binds:
            may = f"only {', '.join(found.binds)}" if found.binds else "nor anything else"
            raise QueryError(f"the question {name!r} cannot bind {given!r}, {may}")
    terms = {key: term(value, base) for key, value in values.items()}
    return PLACE.sub(lambda m: f"VALUES ?{m[1]} {{ {terms[m[1]]} }}" if m[1] in terms else "", found.text)


def term(value: str, base: str) -> str:
    """A user's value in SPARQL syntax.

    >>> term("person:ana-reis", "http://example.org/")
    '<http://example.org/person/ana-reis>'
    >>> term('a "word"', "")
    '"a \\\\"word\\\\""'
    """
    curie = CURIE.fullmatch(value)
    if curie is not None and curie[1] in prefixes(base):
        return f"<{prefixes(base)[curie[1]]}{curie[2]}>"
    if re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", value):
        return f"<{value}>"
    return quoted(value)
