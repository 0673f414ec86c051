"""Refuses what must not run, by its words alone: a query enters, the same query in one plain writing leaves.

What a word is, SPARQL decides (§19.8), and each engine a little in its own way: one takes `SERVICEx:y` for the word
and a name, another `a<b)SERVICE#>` for an IRI or for a comparison and a comment. So a query is taken apart into the
terminals of the grammar, every bare word must be one that the language knows, and what goes on to the engine is
written anew: without comments, every string between the same quotes on one line, no escapes but the needed ones.
There is one way to read that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablerdf.errors import QueryError

LETTER = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
IN_VARIABLE = rf"{LETTER}_0-9\u00b7\u0300-\u036f\u203f\u2040"
IN_NAME = rf"{IN_VARIABLE}\-"
CODE = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
ESCAPE = rf"\\[tbnrf\\\"']|{CODE}"
IN_LOCAL = r"%[0-9A-Fa-f]{2}|\\[_~.!$&'()*+,;=/?#@%-]"
ESCAPED = re.compile(ESCAPE)
TERMINAL = re.compile(
    rf"""(?P<space>[ \t\r\n]++|\#[^\r\n]*+)
    |(?P<iri><(?:[^<>"{{}}|^`\\\x00-\x20]|{CODE})*+>)
    |(?P<long>\"\"\"(?:\"{{0,2}}(?:[^"\\]|{ESCAPE}))*+\"\"\"|'''(?:'{{0,2}}(?:[^'\\]|{ESCAPE}))*+''')
    |(?P<short>"(?:[^"\\\r\n]|{ESCAPE})*+"|'(?:[^'\\\r\n]|{ESCAPE})*+')
    |(?P<other>[?$][{LETTER}_0-9][{IN_VARIABLE}]*+                             # a variable
        |@[A-Za-z]++(?:-[A-Za-z0-9]++)*+                                       # a language
        |_:[{LETTER}_0-9](?:[{IN_NAME}]|\.++(?=[{IN_NAME}]))*+                 # a blank node
        |[0-9]++(?:\.[0-9]++|\.(?=[eE][0-9+-]))?+(?:[eE][+-]?+[0-9]++)?+       # a number
        |\.[0-9]++(?:[eE][+-]?+[0-9]++)?+
        |[&|]{{2}}|[!<>]=|[{{}}()\[\].,;=<>!*/|+?^-])
    |(?P<run>(?:[{LETTER}_][{IN_NAME}.]*+)?+)                 # words, or the prefix of a name and the rest of it
        (?P<local>:(?:(?:[{LETTER}_0-9:]|{IN_LOCAL})(?:[{IN_NAME}:]|{IN_LOCAL}|\.++(?=[{IN_NAME}:%\\]))*+)?+)?+""",
    re.VERBOSE,
)
NAMED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
PLAIN = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r"}
UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"}
NO_SERVICE = "SERVICE is not allowed here: this endpoint does not call other servers"
LANGUAGE = """
A ABS AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE DAY DESC
DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN IRI
ISBLANK ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH NAMED NOT NOW
OFFSET OPTIONAL ORDER PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR SHA1 SHA256
SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TRUE TZ
UCASE UNDEF UNION URI UUID VALUES WHERE YEAR
"""
WORDS = frozenset(LANGUAGE.split())


def plain(query: str) -> str:
    """The query in its plain writing, where it may run; what stands on a line stays there.

    >>> plain("SELECT ?s { ?s ?p '''it's''' } # all")
    'SELECT ?s { ?s ?p "it\\'s" }  '

    Raises:
        QueryError: it is no query, an update, or it calls another server.
    """
    written: list[str] = []
    for token in terminals(query):
        kind, text = token.lastgroup, token[0]
        if kind in {"run", "local"}:
            refuse_words(query, token)
        elif kind == "iri" and "SERVICE" in text.partition(")")[2].upper():
            # it may as well be a comparison, the end of a filter, and the word
            raise QueryError(NO_SERVICE)
        elif kind == "space":
            text = " " if text[0] == "#" else text.replace("\r\n", "\n").replace("\r", "\n")
        elif kind in {"short", "long"}:
            text = string(text[1:-1] if kind == "short" else text[3:-3])
            if written and written[-1].endswith('"'):
                text = f" {text}"
        written.append(text)
    return "".join(written)


def shape(query: str) -> str:
    """A query in its plain writing with all strings and all IRIs alike: what is left is its grammar.

    >>> shape('ASK { ?s <a:b> "SERVICE" }')
    'ASK { ?s <i:> "s" }'
    """
    alike = {"iri": "<i:>", "short": '"s"'}
    return "".join(alike.get(token.lastgroup or "", token[0]) for token in terminals(query))


def terminals(query: str) -> Iterator[re.Match[str]]:
    """The terminals of a query, one behind the other.

    Raises:
        QueryError: something in it is none.
    """
    at = 0
    while at < len(query):
        token = TERMINAL.match(query, at)
        if token is None or token.end() == at:
            raise misplaced(query, at)
        yield token
        at = token.end()


def refuse_words(query: str, token: re.Match[str]) -> None:
    """Nothing for a prefixed name or for words that a query may hold.

    Raises:
        QueryError: a word is unknown, or forbidden here.
    """
    run = token["run"].upper()
    if "SERVICE" in run:
        raise QueryError(NO_SERVICE)
    if token["local"]:
        return
    for word in re.split(r"[.-]", run):
        if word in UPDATES:
            raise QueryError(f"this endpoint is read-only: {word} is not allowed")
        if word and word not in WORDS and not word.isdigit():
            raise misplaced(query, token.start())


def string(body: str) -> str:
    """What stands between quotes, between double ones on one line, and the line ends that it had."""
    written = "".join(PLAIN.get(letter, letter) for letter in ESCAPED.sub(unescaped, body))
    return f'"{written}"' + "\n" * body.count("\n")


def unescaped(escape: re.Match[str]) -> str:
    """The character that an escape in a string stands for.

    Raises:
        QueryError: there is no such character.
    """
    sign = escape[0][1]
    if sign not in "uU":
        return NAMED.get(sign, sign)
    code = int(escape[0][2:], 16)
    if code > 0x10FFFF or 0xD800 <= code < 0xE000:
        raise QueryError(f"the query is malformed: there is no character {escape[0]}")
    return chr(code)


def misplaced(query: str, at: int) -> QueryError:
    """The mistake at a place of a query."""
    line, column = query.count("\n", 0, at) + 1, at - query.rfind("\n", 0, at)
    message = f"the query is malformed at line {line}, column {column}: this cannot stand here"
    return QueryError(message, line=line, column=column)
