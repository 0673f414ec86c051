"""REF lines: the grammar of references and the names of posts, damaged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any, NamedTuple

from cablerdf.vocab.tables import rows
from damages.cases import Case, drawn

YEAR = 2008  # of the citing cable
OWN = "LISBON"


class Cited(NamedTuple):
    """A cable as it is cited: the post as printed and its code, the number, the year."""

    post: str
    code: str
    number: int
    year: int

    @property
    def id(self) -> str:
        return f"{self.year % 100:02d}{self.code}{self.number}"

    @property
    def yy(self) -> str:
        return f"{self.year % 100:02d}"


POSTS = [(row["printed"], row["code"]) for row in rows("posts") if not row["same_as"] and row["kind"] != "office"]
POSTS += [("SECSTATE", "STATE"), ("STATE", "STATE")]


def cited(draw: Random, year: int | None = None) -> Cited:
    post, code = draw.choice(POSTS)
    number = draw.choice([draw.randint(2, 999), draw.randint(1000, 1800), draw.randint(2100, 29999)])
    return Cited(post, code, number, year if year is not None else YEAR)


def past(draw: Random) -> Cited:
    return cited(draw, draw.choice([2004, 2005, 2006, 2007, 1998, 1999, 2001]))


Line = tuple[str, list[Cited]]
Form = Callable[[Random], Line]


def listed(label: str, between: str, count: int = 3) -> Form:
    """A list with labels: "A. LISBON 1 B. PARIS 2"."""

    def form(draw: Random) -> Line:
        found = [draw.choice([cited(draw), past(draw)]) for _ in range(count)]
        written = []
        for letter, one in zip("ABCDE", found, strict=False):
            year = "" if one.year == YEAR else one.yy + " "
            written.append(label.format(letter) + f"{year}{one.post} {one.number}")
        return between.join(written), found

    return form


def dated(pattern: str) -> Form:
    """One reference with a year in some form."""

    def form(draw: Random) -> Line:
        one = past(draw)
        while pattern.endswith(("-{y}", "/{y}")) and one.number % 100 < one.year % 100:
            one = past(draw)  # an ascending tail is no year
        return pattern.format(p=one.post, n=one.number, y=one.yy, Y=one.year), [one]

    return form


def plain(pattern: str) -> Form:
    """One reference of the cable's own year."""

    def form(draw: Random) -> Line:
        one = cited(draw)
        return pattern.format(p=one.post, n=one.number, t=one.post.title(), o=one.post.lower()), [one]

    return form


def first(pattern: str) -> Form:
    """The number before the post; of two digits it could be a year."""

    def form(draw: Random) -> Line:
        one = cited(draw)._replace(number=draw.randint(200, 1800))
        return pattern.format(p=one.post, n=one.number), [one]

    return form


def numbers(pattern: str, year: int | None = None) -> Form:
    """Several numbers of one post."""

    def form(draw: Random) -> Line:
        first = cited(draw, year)
        base = draw.randint(1011, 19000) // 10 * 10 + 2
        base += 10 if base % 100 < 12 else 0
        found = [first._replace(number=base + step) for step in (0, 1, 2)]
        a, b, c = (one.number for one in found)
        text = pattern.format(p=first.post, a=a, b=b, c=c, cc=f"{c % 100:02d}", Y=first.year, y=first.yy)
        return text, found if "{b}" not in pattern or "{c}" in pattern else found[:2]

    return form


def nothing(pattern: str) -> Form:
    """What is no cable."""

    def form(draw: Random) -> Line:
        return pattern.format(p=cited(draw).post, n=draw.randint(100, 9999)), []

    return form


def bare(draw: Random) -> Line:
    number = draw.randint(100, 1800)
    return draw.choice(["{}", "A. {}", "(A) {}"]).format(number), [Cited(OWN, OWN, number, YEAR)]


def with_post(change: Callable[[Random, str], str], fit: Callable[[str], bool] = lambda post: True) -> Form:
    """A reference whose post is printed otherwise."""

    def form(draw: Random) -> Line:
        one = cited(draw)
        while not fit(one.post):
            one = cited(draw)
        return f"{change(draw, one.post)} {one.number}", [one]

    return form


def misspelt(draw: Random, post: str) -> str:
    at = draw.randrange(1, len(post))
    while post[at] == " ":
        at = draw.randrange(1, len(post))
    return draw.choice([post[:at] + post[at + 1 :], post[:at] + post[at] + post[at:], post[:at] + "K" + post[at + 1 :]])


def nought(draw: Random, post: str) -> str:
    places = [at for at, letter in enumerate(post) if letter == "O"]
    at = draw.choice(places)
    return post[:at] + "0" + post[at + 1 :]


def number_with_letter(draw: Random) -> Line:
    one = cited(draw)._replace(number=draw.choice([1005, 2031, 10440, 3301]))
    digits = str(one.number)
    return f"{one.post} {draw.choice([digits.replace('0', 'O'), digits.replace('1', 'l')])}", [one]


def each(make: Callable[[str], Form], patterns: str) -> tuple[Form, ...]:
    """A form for each pattern of a text, one a line or parted by " | "."""
    return tuple(make(pattern.strip(" ")) for line in patterns.strip().split("\n") for pattern in line.split(" | "))


FORMS: dict[str, tuple[Form, ...]] = {
    "REF: labelled lists": (
        *(listed("{}. ", between) for between in ("\n     ", "  ", " ")),
        *(listed("({}) ", between) for between in (" ", ", ", "; AND ")),
        *(listed("{}) ", between) for between in ("; ", ", ")),
        *(
            listed(label, " ")
            for label in ("¶{}. ", "{0}. {0}) ", "{0}. ({0}) ", "REF {}. ", "{}: ", "{}. REF ", "{}.")
        ),
        listed("({})", "\n"),
    ),
    "REF: lists without labels": tuple(
        listed("", between) for between in (", ", "; ", " AND ", "\n", " & ", " / ", ": ", " - ", ", AND ", " -- ")
    ),
    "REF: lists broken by a blank line": (
        *(listed(label, between) for label, between in (("{}.\n\n", " "), ("({})\n\n", "\n"), ("({}) ", "\n\n- "))),
        *(listed(label, between) for label, between in (("({}) ", "\n\n     "), ("{}. ", "\n\n"), ("({}) ", "\n- "))),
        listed("{}) ", ",\n\n"),
        plain("{p}\n\n{n}"),
    ),
    "REF: year before the post": each(
        dated,
        """{y} {p} {n} | {Y} {p} {n} | ({y}) {p} {n} | {y}-{p}-{n} | {y}{p}{n}
        '{y} {p} {n} | {y} {p}-{n} | {y}/{p}/{n} | ({Y}) {p} {n} | {y}{p} {n}""",
    ),
    "REF: year behind the number": each(
        dated,
        """{p} {n} ({y}) | {p} {n} ({Y}) | {p} {n}-{y} | {p} {n}/{y} | {p} {n} {y}
        {p} ({y}) {n} | {p} {n} OF {Y} | {p} {n} [{y}]""",
    ),
    "REF: several numbers": (
        *each(
            numbers,
            """{p} {a}, {b}, {c} | {p} {a} AND {b} | {p} {a}, {b} AND {c} | {p} {a}/{b}
            {p} {a}-{c} | {p} {a}-{cc} | {p} {a} & {b} | {p} {a} (NOTAL), {b} | {p} {a} AND PREVIOUS, {b}""",
        ),
        numbers("{p} CABLES {a} AND {b} ({Y})", 2002),
        numbers("{p} {a} AND {b} ({Y})", 2002),
        numbers("{y} {p} {a}, {b}", 2006),
    ),
    "REF: one, printed otherwise": each(
        plain,
        """{p} {n} (NOTAL) | {p} {n} NOTAL | {p} {n} AND PREVIOUS | {p} {n} (EXDIS) | {p} {n}. | {p} {n},
        {p}: {n} | {p} #{n} | {p} NO. {n} | {p}-{n} | {p}{n} | {p} 0{n} | {t} {n} | {o} {n} | {p} ({n}) | {p} (C) {n}
        {p} (C){n} | {p} CABLE {n} | {p} TEL {n} | AMEMBASSY {p} {n} | {p}, {n}""",
    ),
    "REF: number before the post": each(first, "{n} {p} | {n}/{p}"),
    "REF: bare number of the sender": (bare,),
    "REF: no cable": each(
        nothing,
        """{p} CA-{n} | {p} A-{n} | {p} AIRGRAM {n} | {p} IIR 6 {n} 4567 02 | USDAO {p} IIR 6 {n} 0131 08
        IIR 6 {n} 0001 08 | TD-314/{n}-06 | TD {n}-08 | JONES-DOE E-MAIL OF 9/5 | NONE | FBIS {n} | DAO {p} {n}
        7 FAM {n} | {p} DAILY REPORT OF MAY 4, 2007 | MEMCON OF JUNE {n} | USDAO {p} DTG 051506Z JUN 08
        {p}-STATE TELCON 05/12 | {p} POINTS OF 5/16 | FAX OF MAY 5, 2007""",
    ),
    "post: misspelt": (with_post(misspelt, lambda post: len(post) >= 7),),
    "post: hyphens, blanks": tuple(
        with_post(lambda draw, post, sign=sign: post.replace(" ", sign), lambda post: " " in post)
        for sign in ("-", "", "\n")
    ),
    "post: nought for O": (with_post(nought, lambda post: "O" in post and len(post) > 4), number_with_letter),
}
LABELS = ("REF: ",) * 6 + ("REFS: ", "REFTEL: ", "REF(S): ", "Ref: ", "Ref(s): ", "REFTELS: ", "REFERENCES: ")


def cases(draw: Random, each: int) -> list[Case]:
    """`each` bare REF lines of every kind."""
    return ref_lines(FORMS, draw, each)


def ref_lines(forms: Mapping[str, Sequence[Form]], draw: Random, each: int) -> list[Case]:
    """`each` bare REF lines of every kind of these forms."""
    found = []
    for kind, (line, ids) in drawn(forms, draw, each):
        truth: dict[str, Any] = {"references": tuple(one.id for one in ids)}
        found.append(Case(kind, draw.choice(LABELS) + line, f"{YEAR % 100:02d}{OWN}418", truth))
    return found
