"""The questions that ship with the project: one SPARQL file each under `queries/`.

A file's first comment lines say what it is: `# title:`, `# purpose:`, `# bind:` (names that the
user may give a value) and `# federated: yes`. A line `#bind NAME` in the query is where that
value enters, as VALUES; without a value the query runs for everything. A line that ends with `#across`
keeps to people of different sides, and falls away where colleagues are wanted too. A line `#where` is
where conditions on `?meeting` may be added.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from cablerdf.errors import QueryError
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.rdf.writers.base import quoted
from cablerdf.store.prefixes import prefixes, with_prefixes

HEADER = re.compile(r"# (title|purpose|bind|federated): (.+)")
PLACE = re.compile(r"#bind (\w+)")
ACROSS = re.compile(r"^.*#across\n", re.MULTILINE)
WHERE = re.compile(r"^( *)#where\n", re.MULTILINE)
MARKS = re.compile(r"^ *#(?:bind \w+|where)\n|(?<! ) *#(?:bind \w+|across)\b", re.MULTILINE)
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
        return declared(MARKS.sub("", "\n".join(lines)))

    @property
    def has_sides(self) -> bool:
        """Whether it keeps to people of different sides."""
        return ACROSS.search(self.text) is not None

    def asked(self, terms: Mapping[str, str], within: bool = False, where: Sequence[str] = ()) -> str:
        """The query with terms for names that it binds; with colleagues too; with conditions on the meetings."""
        text = ACROSS.sub("", self.text) if within else self.text
        text = WHERE.sub(lambda found: "".join(f"{found[1]}{line}\n" for line in where), text)
        text = PLACE.sub(lambda found: f"VALUES ?{found[1]} {{ {terms[found[1]]} }}" if found[1] in terms else "", text)
        return MARKS.sub("", text)


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


def question(name: str, values: Mapping[str, str], base: str = DEFAULT_BASE, within: bool = False) -> str:
    """The query of a shipped question, with `values` for the names that it lets one bind.

    A value is an IRI, a prefixed name (`person:ana-reis`) or, failing that, a plain text. With `within`, a question
    about people of different sides is about colleagues too.

    Raises:
        QueryError: no such question, it binds no such name, or it knows no sides.
    """
    if name not in questions():
        raise QueryError(f"no question {name!r}: choose from {', '.join(questions())}")
    found = questions()[name]
    for given in values:
        if given not in found.binds:
            may = f"only {', '.join(found.binds)}" if found.binds else "nor anything else"
            raise QueryError(f"the question {name!r} cannot bind {given!r}, {may}")
    if within and not found.has_sides:
        which = ", ".join(name for name, other in questions().items() if other.has_sides)
        raise QueryError(f"the question {name!r} knows no sides: `--within` goes with {which}")
    terms = {key: term(value, base) for key, value in values.items()}
    return found.asked(terms, within)


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
