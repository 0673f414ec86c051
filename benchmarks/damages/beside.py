"""REF lines: what stands beside a reference: titles, dates, parts, other documents; posts by other names."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from cablerdf.vocab.tables import rows
from damages.cases import Case
from damages.citations import YEAR, Cited, Form, Line, cited, each, past, plain, ref_lines

OTHER_NAMES = [(row["printed"], row["code"]) for row in rows("post_spellings")]
OTHERS = (  # what is no cable, and tells nothing that could be one
    *(
        "ROE-DOE E-MAIL OF 5/16/2008",
        "FEB 24 A/S ROE-AMB DOE TELCON",
        "DOE/ROE TELCON 02/16/2008",
        "USDAO LISBON IIR 6 812 0131 08",
    ),
    *(
        "POINTS OF 5/16",
        "OSC EUP20090329950015",
        "7 FAM 180",
        "9 FAM 42.1 N4",
        "OFFICIAL BIOS ON FILE",
        "ROE 12/14/07",
        "SECTO 007",
    ),
    *(
        "MAY 1 ROE-DOE LETTER",
        "SECDEF MSG DTG 301601Z SEP 08",
        "TD-314/00123-08",
        "MEMCON OF MARCH 3, 2008",
        "ROE E-MAIL 3/4/2008",
    ),
)
TITLES = (
    *(
        "(GOVERNMENT TELLS ALL TO FEND FOR THEMSELVES)",
        "(NATIONAL ASSEMBLY SESSION)",
        "- TALKS ON FISH",
        "(PART 2 OF 3)",
        '"NO DEAL YET"',
    ),
    *(
        "(...ANOTHER SPECIAL PERIOD?)",
        "(SCENESETTER FOR THE 2008 VISIT)",
        "(OIL AT 100 DOLLARS)",
        "(G-8 MEETS)",
        "(TALKS IN PARIS, ROUND 3)",
    ),
)


def lettered(behind: Callable[[Random], str]) -> Form:
    """A labelled list, something behind each reference."""

    def form(draw: Random) -> Line:
        found = [draw.choice([cited(draw), past(draw)]) for _ in range(3)]
        written = [
            f"{letter}. {'' if one.year == YEAR else one.yy + ' '}{one.post} {one.number} {behind(draw)}"
            for letter, one in zip("ABC", found, strict=True)
        ]
        return draw.choice(["  ", "\n", "\n     "]).join(written), found

    return form


def mixed(label: str, between: str) -> Form:
    """A list of cables and of what is none."""

    def form(draw: Random) -> Line:
        found = [cited(draw), past(draw)]
        entries = [
            found[0].post + f" {found[0].number}",
            draw.choice(OTHERS),
            f"{found[1].yy} {found[1].post} {found[1].number}",
        ]
        draw.shuffle(entries)
        order = sorted(
            found, key=lambda one: next(at for at, entry in enumerate(entries) if one.post + f" {one.number}" in entry)
        )
        return between.join(label.format(letter) + entry for letter, entry in zip("ABC", entries, strict=True)), order

    return form


def grouped(pattern: str) -> Form:
    """A number of five digits and more, a comma before its thousands."""

    def form(draw: Random) -> Line:
        one = cited(draw)._replace(number=draw.randint(10_000, 199_999))
        return pattern.format(p=one.post, n=f"{one.number:,}", y=one.yy), [one]

    return form


def both(pattern: str) -> Form:
    """One year for all that stand before it."""

    def form(draw: Random) -> Line:
        first = past(draw)
        second = past(draw)._replace(year=first.year)
        second = first._replace(number=second.number) if "{q}" not in pattern else second
        return pattern.format(p=first.post, q=second.post, n=first.number, m=second.number, Y=first.year, y=first.yy), [
            first,
            second,
        ]

    return form


def other_name(pattern: str) -> Form:
    """A post by another name, or with its kind before it."""

    def form(draw: Random) -> Line:
        post, code = draw.choice(OTHER_NAMES)
        one = Cited(post, code, draw.randint(110, 1800), YEAR)
        return pattern.format(p=one.post, n=one.number), [one]

    return form


FORMS: dict[str, tuple[Form, ...]] = {
    "REF: titles behind": (
        lettered(lambda draw: draw.choice(TITLES)),
        *(plain("{p} {n} " + title) for title in TITLES),
    ),
    "REF: dates and parts behind": each(
        plain,
        """{p} {n} (MAY 5) | {p} {n} OF MAY 5 | {p} {n} DTD 5 MAY
        {p} {n} (05/06/08) | {p} {n}, 5/6/08 | {p} {n} DATED 05/06/2008
        {p} {n} (PARA 4) | {p} {n}, PARA 4 | {p} {n} PARAS 3-5
        {p} {n} SECTION 2 | {p} {n} (SECTION 02 OF 03) | {p} {n} ET AL
        {p} {n} AND SUBSEQUENT | SEE {p} {n} | SEE ALSO {p} {n} | {p} {n} (S)
        {p} {n} (C/NF) | {p} {n} EXDIS NOTAL | {p} {n} (SEPTEL)
        {p} {n} - NOTAL | {p} {n} (ALL NOTAL) | {p} {n}, AND PREVIOUS
        {p} {n} (DTG 051506Z JUN 08) | {p} {n} DTG 051506Z JUN 08
        {p} {n} (REFTEL) | REFTEL {p} {n} | {p}  {n}  . | {p} {n} (U)
        (U) {p} {n} | (SBU) {p} {n} | {p} {n} AND EARLIER""",
    ),
    "REF: cables among other documents": (
        *(mixed("{}. ", between) for between in ("  ", "\n", "\n¶")),
        *(mixed("", between) for between in ("; ", "\n")),
        *(mixed("({}) ", between) for between in (" ", "; ", "\n     ")),
        mixed("{}) ", " "),
    ),
    "REF: thousands": tuple(map(grouped, ("{p} {n}", "{p} {n}.", "A. {p} {n}", "{p} {n} (NOTAL)", "{y} {p} {n}"))),
    "REF: one year for several": each(
        both,
        """{p} {n} AND {q} {m} (BOTH {Y}) | {p} {n}, {q} {m} (ALL {Y}) | {p} {n} AND {p} {m} (BOTH {Y})
        {p} {n} AND {m} (BOTH {y}) | A. {p} {n} B. {q} {m} (BOTH {Y}) | {p} {n} AND {q} {m}, BOTH {Y}
        {p} {n}; {q} {m} (BOTH {Y}) | {p} {n} AND {q} {m} (BOTH FROM {Y})""",
    ),
    "post: other names": tuple(
        map(other_name, ("{p} {n}", "{p} {n}", "EMBASSY {p} {n}", "AMEMBASSY {p} {n}", "A. {p} {n}"))
    ),
    "post: its kind before it": each(
        plain,
        """EMBASSY {p} {n} | AMCONSUL {p} {n} | CONSULATE {p} {n} | CONGEN {p} {n}
        USMISSION {p} {n} | US MISSION {p} {n} | AMEMB {p} {n}
        AM EMBASSY {p} {n} | EMB {p} {n} | FM {p} {n} | FROM {p} {n} | AMCONGEN {p} {n}
        US EMBASSY {p} {n} | U.S. EMBASSY {p} {n}""",
    ),
}


def cases(draw: Random, each: int) -> list[Case]:
    """`each` bare REF lines of every kind."""
    return ref_lines(FORMS, draw, each)
