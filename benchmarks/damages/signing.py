"""Classified By lines: titles against names, the words that lead to the reasons, misprints of both."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from cablerdf.vocab.tables import rows
from damages.cases import Case, drawn

TITLES = (
    *("Ambassador", "DCM", "Deputy Chief of Mission", "Charge d'Affaires", "CDA", "Political Counselor", "PolCouns"),
    *("Consul General", "Economic Officer", "Acting DCM", "A/DCM", "EconOff", "Pol/Econ Counselor", "Pol/C", "POL M/C"),
    *(
        "Minister-Counselor for Political Affairs",
        "Economic Minister Counselor",
        "Regional Security Officer",
        "ESTH Officer",
    ),
    *("Counselor for Sudan Affairs", "Director for Central Asia", "Deputy Assistant Secretary for South Asia", "Amb."),
    *(
        "EUR Acting Assistant Secretary",
        "NEA A/S",
        "ISN/MTR Director",
        "PRT Leader",
        "Deputy Principal Officer",
        "ADCM",
    ),
    *("Acting Principal Officer", "Principal Officer", "Political Section Chief", "Management Counselor", "Charge"),
    *("Public Affairs Officer", "Agricultural Attache", "Defense Attache", "Commercial Counselor", "Polchief", "EMIN"),
    *("Deputy Economic Counselor", "Global Affairs Officer", "Labor Officer", "RSO", "Consul", "Vice Consul", "Poloff"),
    *(
        "Refugee Coordinator",
        "Special Envoy for Sudan",
        "Senior Advisor for Iraq",
        "Office Director for Brazil",
        "ECONCOUNS",
    ),
    *("Executive Secretary", "Under Secretary", "Charge d'Affaires, a.i.", "USUN Political Officer", "Political Chief"),
)
GIVEN = (
    "Jane",
    "Robert",
    "Dean",
    "Margaret",
    "Luis",
    "Anne-Marie",
    "J. Thomas",
    "Marshall",
    "Ellen",
    "Charles",
    "Price",
)
MIDDLE = ("", "", "", "B.", "Q.", "de", "Marie")
KNOWN_GIVEN = [row["name"] for row in rows("given_names") if row["name"].isascii() and len(row["name"]) > 3]
KNOWN_FAMILY = [row["name"] for row in rows("family_names") if row["name"].isascii() and len(row["name"]) > 3]
OFFICERS = [row["form"].upper() for row in rows("officers") if len(row["form"]) > 2 and "watcher" not in row["form"]]
SYLLABLES = ("bar", "ken", "lo", "mar", "ti", "wick", "sen", "holm", "dra", "vo", "nier", "stad", "gal", "ow", "pre")
FAMILY = (
    *("Whitcombe", "Okafor", "Dean", "McNally", "O'Dea", "Miles", "Marshall", "Price", "Roe", "Lindqvist", "Alvarez"),
    *("Van Dorn", "Le Clerc", "Judge", "Chase", "Young", "Mines", "Ferrand", "Carl-Yardley", "Stone", "Field", "Banks"),
)


class Signed(NamedTuple):
    """What a line says."""

    title: str | None
    name: str
    reasons: tuple[str, ...]


REASONS = (
    *(
        (text, "bd")
        for text in ("1.4 (b) and (d)", "1.4 (b/d)", "1.4 (b), (d)", "1.4(b,d)", "1.4 B AND D", "1.4 (b) (d)")
    ),
    *((text, "bd") for text in ("1.4 b and d", "1.4 (b & d)", "1. 4 (b) and (d)", "1.4b,d", "1.4 (b)/(d)")),
    *(("1.4(d)", "d"), ("1.4 (B), (C) and (D)", "bcd"), ("1.4 (a), (b), and (d)", "abd"), ("1.4 (c)", "c")),
)
LEADS = (
    *(
        " for reasons ",
        ", for reasons ",
        ", reasons ",
        "; reasons: ",
        ". Reason: ",
        ". Reasons ",
        " for reason ",
        " per ",
    ),
    *(", reason: ", " For Reasons ", " FOR REASONS ", ": ", ", ", " for reasons: ", "; REASON: "),
)
OTHER_LEADS = (
    *(
        " based on ",
        " based upon ",
        " by reason of ",
        " under section ",
        " for E.O. 12958 reasons ",
        " for E.O. 12958, ",
    ),
    *(" by ", ", E.O. 12958, reasons ", ". For reasons of ", ", under reasons ", " - reasons ", " -- ", " due to "),
    *(" based on section ", " in accordance with ", " pursuant to ", " because of ", ", Section ", " as per "),
)
Form = Callable[[Random], tuple[str, Signed]]


def signed(draw: Random) -> tuple[Signed, str]:
    """Somebody, and his reasons as printed."""
    printed, letters = draw.choice(REASONS)
    middle = draw.choice(MIDDLE)
    unknown = "".join(draw.sample(SYLLABLES, 3)).capitalize()
    given = draw.choice([draw.choice(GIVEN), draw.choice(KNOWN_GIVEN)])
    family = draw.choice([draw.choice(FAMILY), draw.choice(KNOWN_FAMILY), unknown])
    name = " ".join(word for word in (given, middle, family) if word)
    return Signed(
        draw.choice([*TITLES, draw.choice(OFFICERS)]), name, tuple(f"1.4({letter})" for letter in letters)
    ), printed


def line(pattern: str, leads: tuple[str, ...] = LEADS, change: Callable[[Random, str], str] | None = None) -> Form:
    """A line by a pattern; `change` damages the words that lead to the reasons."""

    def form(draw: Random) -> tuple[str, Signed]:
        who, reasons = signed(draw)
        lead = draw.choice(leads)
        lead = lead if change is None else change(draw, lead)
        given, _, family = who.name.rpartition(" ")
        while "{f}" in pattern and given.endswith(" de"):  # nobody is called by his particle first
            who, reasons = signed(draw)
            given, _, family = who.name.rpartition(" ")
        text = pattern.format(
            t=who.title, T=(who.title or "").upper(), n=who.name, N=who.name.upper(), f=family, g=given
        )
        return text + lead + reasons, who if "{t}" in pattern or "{T}" in pattern else who._replace(title=None)

    return form


def misprint(draw: Random, lead: str) -> str:
    """A letter of the words lost, doubled, wrong, or a nought."""
    places = [at for at, letter in enumerate(lead) if letter.isalpha()]
    at = draw.choice(places)
    changes = [
        lead[:at] + lead[at + 1 :],
        lead[:at] + lead[at] + lead[at:],
        lead[:at] + draw.choice("wxnp") + lead[at + 1 :],
    ]
    if "o" in lead.lower():
        changes.append(lead.replace("o", "0").replace("O", "0"))
    return draw.choice(changes)


def tear(draw: Random, lead: str) -> str:
    places = [at for at in range(1, len(lead)) if lead[at - 1].isalpha() and lead[at].isalpha()]
    at = draw.choice(places)
    return lead[:at] + draw.choice(["\n", " \n", " "]) + lead[at:]


def torn_name(draw: Random) -> tuple[str, Signed]:
    """A word of the name or title torn by the end of a line."""
    text, who = line("{t} {n}")(draw)
    places = [at for at in range(2, len(text) - 12) if text[at - 2 : at].islower() and text[at : at + 2].islower()]
    at = draw.choice(places)
    return text[:at] + "\n" + text[at:], who


def misspelt_title(draw: Random) -> tuple[str, Signed]:
    who, reasons = signed(draw)
    title = draw.choice([title for title in TITLES if len(title) >= 8 and title.isascii()])
    word = max(title.split(), key=len)
    at = draw.randrange(1, len(word))
    wrong = draw.choice(
        [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word[:at] + "x" + word[at + 1 :]]
    )
    title = title.replace(word, wrong)
    return f"{title} {who.name} for reasons {reasons}", who._replace(title=title)


def noughts(draw: Random) -> tuple[str, Signed]:
    """Noughts for the letter O in a line of capitals."""
    text, who = line("{T} {N}", (" FOR REASONS ",))(draw)
    head, lead, reasons = text.partition(" FOR REASONS ")
    return head.replace("O", "0") + lead.replace("O", "0") + reasons, who


def derived(draw: Random) -> tuple[str, Signed]:
    who, reasons = signed(draw)
    text = draw.choice(["Derived from {}", "DERIVED FROM: {}", "Derived From {}, reasons " + reasons])
    source = draw.choice(["GUIDE 05-01", "multiple sources", "DSCG 05-1", "State Department Guide 05-01", "IIR 6 123"])
    return text.format(source), Signed(None, "", who.reasons if "reasons" in text else ())


FORMS: dict[str, tuple[Form, ...]] = {
    "Classified By: clean": tuple(map(line, ("{t} {n}", "{T} {N}", "{n}, {t}", "{n}", "By {t} {n}"))),
    "Classified By: other words before reasons": (line("{t} {n}", OTHER_LEADS), line("{T} {N}", OTHER_LEADS)),
    "Classified By: misprinted words before reasons": tuple(
        line(pattern, LEADS[:7], misprint) for pattern in ("{t} {n}", "{T} {N}")
    ),
    "Classified By: torn words before reasons": tuple(
        line(pattern, LEADS[:6], tear) for pattern in ("{t} {n}", "{n}, {t}")
    ),
    "Classified By: torn name or title": (torn_name,),
    "Classified By: glued": tuple(map(line, ("{t}:{n}", "{t}/{n}", "{t},{n}", "{t}-{n}", "{t}: {n}"))),
    "Classified By: other orders": tuple(
        map(
            line,
            (
                *("{t} {f}, {g}", "{n}, {t}, State", "{n} ({t})", "{t} ({n})", "{n}, {t} (acting)", "{t} {n} (acting)"),
                *("{t} - {n}", "{t}; {n}", "{t}, {n}", "{n} - {t}", "{n}; {t}"),
            ),
        )
    ),
    "Classified By: misspelt title": (misspelt_title,),
    "Classified By: noughts": (noughts,),
    "Classified By: derived": (derived,),
}
LABELS = ("Classified By: ", "CLASSIFIED BY: ", "Classified by ", "CLASSIFIED BY ", "Classified By: Classified By: ")


def cases(draw: Random, each: int) -> list[Case]:
    """`each` bare lines of every kind."""
    found = []
    for kind, (text, who) in drawn(FORMS, draw, each):
        label = "Classified By: " if kind.endswith("derived") else draw.choice(LABELS)
        truth = {"name": who.name or None, "reasons": who.reasons}
        if not kind.endswith("derived") and "(acting)" not in text and "State" not in text:
            truth["title"] = who.title
        found.append(Case(kind, label + text, "08LISBON418", truth))
    return found
