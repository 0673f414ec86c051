"""The date-time group, the classification line, the E.O. line: in their forms, and misread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from damages.cases import Case, drawn
from damages.citations import POSTS

Made = tuple[str, dict[str, Any]]
MONTHS = ("January February March April May June July August September October November December").split()  # noqa: SIM905
LEVELS = {"C O N F I D E N T I A L": "CONFIDENTIAL", "S E C R E T": "SECRET", "UNCLAS": "UNCLASSIFIED"}
DAMAGED_LEVELS = {
    "C O N F I D E N T I A L": (
        "O N F I D E N T I A L",
        "C 0 N F I D E N T I A L",
        "CO N F I D E N T I A L",
        "C O N F I D E N T I A",
    ),
    "S E C R E T": ("E C R E T", "S E C R E", "5 E C R E T", "SS E C R E T", "S E C RE T"),
    "UNCLAS": ("U NCLAS", "UNCLASS", "UNCLA5", "UNCIAS"),
}
TEXT = "\n\nSIPDIS\n\nTAGS: PREL\nSUBJECT: TALKS ON FISH\n\n1. The minister told us that he was pleased.\n"


def scanned(draw: Random, digits: str) -> str:
    """Digits, one of which is read as a letter."""
    places = [at for at, sign in enumerate(digits) if sign in "01"]
    at = draw.choice(places or [0])
    return digits[:at] + {"0": "O", "1": draw.choice("Il")}.get(digits[at], digits[at]) + digits[at + 1 :]


def order_line(pattern: str, misread: bool = False) -> Callable[[Random], Made]:
    """An E.O. line with a date of declassification."""

    def make(draw: Random) -> Made:
        day = date(draw.randint(2010, 2033), draw.randint(1, 12), draw.randint(13, 28))
        text = pattern.format(
            m=f"{day:%m}",
            d=f"{day:%d}",
            Y=day.year,
            y=f"{day:%y}",
            M=MONTHS[day.month - 1],
            B=MONTHS[day.month - 1][:3].upper(),
            n=day.month,
        )
        if misread:
            head, _, printed = text.rpartition(" ")
            text = f"{head} {scanned(draw, printed)}"
        return text + "\nTAGS: PREL\nSUBJECT: TALKS\n\n1. Text.", {
            "declassify_on": day.isoformat(),
            "tags": ("PREL",),
            "subject": "TALKS",
        }

    return make


def no_date(text: str, told: str | None) -> Callable[[Random], Made]:
    return lambda draw: (text + "\nTAGS: PREL\nSUBJECT: TALKS\n\n1. Text.", {"declassify_on": told, "tags": ("PREL",)})


def group(pattern: str, misread: bool = False) -> Callable[[Random], Made]:
    """A routing block with a date-time group."""

    def make(draw: Random) -> Made:
        moment = datetime(2004, 1, 1) + timedelta(minutes=draw.randrange(60 * 24 * 365 * 6))
        digits = f"{moment:%d%H%M}"
        month = MONTHS[moment.month - 1]
        text = pattern.format(
            g=scanned(draw, digits) if misread else digits,
            d=digits[:2],
            t=digits[2:],
            B=month[:3].upper(),
            b=month[:3],
            M=month.upper(),
            y=f"{moment:%y}",
            Y=moment.year,
        )
        post, code = draw.choice(POSTS)
        number = draw.randint(12, 2900)
        text += f"\nFM AMEMBASSY {post}\nTO SECSTATE WASHDC PRIORITY\nC O N F I D E N T I A L {post} {number:06d}{TEXT}"
        return text, {"dtg": f"{moment:%Y-%m-%dT%H:%M}Z", "id": f"{moment:%y}{code}{number}"}

    return make


def class_line(pattern: str, damaged: bool = False) -> Callable[[Random], Made]:
    """A classification line below a date-time group."""

    def make(draw: Random) -> Made:
        spaced = draw.choice(list(LEVELS))
        post, code = draw.choice(POSTS)
        number = draw.randint(12, 2900)
        printed = draw.choice(DAMAGED_LEVELS[spaced]) if damaged else spaced
        text = pattern.format(
            l=printed, L=LEVELS[spaced], p=post, n=f"{number:06d}", N=number, o=f"{number:06d}".replace("0", "O", 1)
        )
        return f"R 031200Z MAR 08\nFM AMEMBASSY {post}\n{text}{TEXT}", {
            "classification": LEVELS[spaced],
            "id": f"08{code}{number}",
        }

    return make


FORMS: dict[str, tuple[Callable[[Random], Made], ...]] = {
    "E.O.: forms of the date": (
        *map(
            order_line,
            (
                *(
                    "E.O. 12958: DECL: {m}/{d}/{Y}",
                    "EO 12958 DECL: {m}/{d}/{Y}",
                    "E.O. 12958: DECL: {n}/{d}/{y}",
                    "E.O. 12958: DECL {m}/{d}/{Y}",
                ),
                *(
                    "E.O. 12958: DECL: {M} {d}, {Y}",
                    "E.O. 12958: DECL: {d} {B} {Y}",
                    "E.O. 12958: {m}/{d}/{Y}",
                    "E.O. 12958: DECL: {Y}/{m}/{d}",
                ),
                *(
                    "E.O. 12958: DECL: {m}-{d}-{Y}",
                    "E.O. 12958: DECL: {m}.{d}.{Y}",
                    "E.O.12958:DECL:{m}/{d}/{Y}",
                    "E. O. 12958: DECL: {m}/{d}/{Y}",
                ),
                *(
                    "E.O. 12958:\nDECL: {m}/{d}/{Y}",
                    "E.O. 12958: DECL: {m}/{d}/ {Y}",
                    "E.O. 13526: DECLASSIFY ON: {m}/{d}/{Y}",
                    "E.O. 12958 DECL:{d}{B}{y}",
                ),
                *(
                    "E.O 12958: DECL; {m}/{d}/{Y}",
                    "E.O. 12958, DECL: {m}/{d}/{Y}",
                    "EO: 12958: DECL: {m}/{d}/{Y}",
                    "E.O. 12,958: DECL: {m}/{d}/{Y}",
                ),
                *(
                    "E.O. 12958: DECL: AFTER {m}/{d}/{Y}",
                    "E.O. 12958: DECL: {B}. {d}, {Y}",
                    "E.O. 12958: DCEL: {m}/{d}/{Y}",
                    "E.O. 12958: DECL: {m}//{d}/{Y}",
                ),
            ),
        ),
        *(
            no_date(f"E.O. 12958: {text}", None)
            for text in ("N/A", "NA", "N/A.", "DECL: N/A", "UNCLASSIFIED", "NOT APPLICABLE")
        ),
    ),
    "E.O.: misread digits": tuple(
        order_line(pattern, True)
        for pattern in ("E.O. 12958: DECL: {m}/{d}/{Y}", "EO 12958 DECL: {m}/{d}/{Y}", "E.O. 12958: DECL: {m}-{d}-{Y}")
    ),
    "DTG: forms": tuple(
        map(
            group,
            (
                *(
                    "R {g}Z {B} {y}",
                    "{g}Z {B} {y}",
                    "O {g}Z {B} {Y}",
                    "P R {g}Z {B} {y}",
                    "R {g}Z{B}{y}",
                    "{g}Z {b} {y}",
                    "R {g} Z {B} {y}",
                ),
                *(
                    "R {g}Z {M} {Y}",
                    "R {d} {t}Z {B} {y}",
                    "R {g}Z-{B}-{y}",
                    "R {g}Z {B} {y} ZDK",
                    "R {g}Z/{B}/{y}",
                    "RR {g}Z {B} {y}",
                    "R\n{g}Z {B} {y}",
                ),
            ),
        )
    ),
    "DTG: misread digits": tuple(
        group(pattern, True) for pattern in ("R {g}Z {B} {y}", "{g}Z {B} {y}", "O {g}Z {B} {Y}")
    ),
    "classification line: forms": tuple(
        map(
            class_line,
            (
                *(
                    "{l} {p} {n}",
                    "{l} SECTION 01 OF 02 {p} {n}",
                    "{L} {p} {n}",
                    "{l} {p} {N}",
                    "{L} SECTION 1 OF 2 {p} {N}",
                    "{l}  {p}  {n}",
                ),
                *(
                    "{l} SECTION 01 OF 02\n{p} {n}",
                    "{l} NOFORN {p} {n}",
                    "{l}\n{p} {n}",
                    "{l} {p} {o}",
                    "{l} SIPDIS {p} {n}",
                    "{l} {p}{n}",
                ),
                *(
                    "{l} SECTION 01 OF 02 {p} {n} SIPDIS",
                    "{L} AMEMBASSY {p} {N}",
                    "{l} {p} {n}/01",
                    "{l} {p} #{N}",
                    "{L}//NOFORN {p} {N}",
                ),
            ),
        )
    ),
    "classification line: misprinted": tuple(
        class_line(pattern, True) for pattern in ("{l} {p} {n}", "{l} SECTION 01 OF 02 {p} {n}")
    ),
}


def cases(draw: Random, each: int) -> list[Case]:
    """`each` heads of every kind; a routing block tells its own id."""
    return [
        Case(kind, text, None if "id" in truth else "08LISBON418", truth)
        for kind, (text, truth) in drawn(FORMS, draw, each)
    ]
