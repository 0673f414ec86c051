"""TAGS, the subject's end, the signer and what stands behind him."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from cablerdf.vocab.tables import rows
from damages.cases import Case, drawn

CODES = [
    row["code"] for row in rows("tags") if row["kind"] in ("subject", "program", "country") and row["code"].isalpha()
]
WORDS = (
    *(("ROE JANE", "ROE, JANE"), ("(ROE, JANE)", "ROE, JANE"), ("WHITCOMBE PAUL", "WHITCOMBE, PAUL")),
    *((words, words) for words in ("COUNTERTERRORISM", "ORGANIZED CRIME", "CROSS-STRAIT POLITICS")),
    ("EXTERNAL POLITICAL RELATIONS", "EXTERNAL POLITICAL RELATIONS"),
)
SUBJECTS = (
    *(
        "TALKS ON FISH AND OIL",
        "PRIME MINISTER MEETS WITH CODEL",
        "SCENESETTER FOR THE MAY VISIT",
        "NO DEAL YET ON THE PORT",
    ),
    *("GOVERNMENT SURVIVES VOTE OF CONFIDENCE", "OPPOSITION LEADERS ON REFORM", "TRADE MINISTER SEES PROGRESS, SLOWLY"),
)
SIGNERS = (
    "WHITCOMBE",
    "OKAFOR",
    "MCNALLY",
    "O'DEA",
    "MILES",
    "LINDQVIST",
    "DE LA ROSA",
    "FERRAND",
    "BRANDT",
    "VAN DORN",
)
END = "3. (C) The end of this report is near, and the minister knows it.\n\n"
Made = tuple[str, dict[str, Any]]


def codes(draw: Random) -> list[str]:
    return draw.sample(CODES, draw.randint(2, 6))


def joined(between: str) -> Callable[[Random], Made]:
    def make(draw: Random) -> Made:
        found = codes(draw)
        return "TAGS: " + between.join(found), {"tags": tuple(found)}

    return make


def run_together(draw: Random) -> Made:
    """Subject codes of four letters and one country; what may be cut otherwise is no fair question."""
    four = draw.sample([code for code in CODES if len(code) == 4], draw.randint(2, 4))
    country = draw.choice([code for code in CODES if len(code) == 2])
    return draw.choice(["TAGS: ", "TAGS "]) + "".join(four) + country, {"tags": (*four, country)}


def pair_together(draw: Random) -> Made:
    four = draw.sample([code for code in CODES if len(code) == 4], 4)
    return f"TAGS: {four[0]} {four[1]}{four[2]}, {four[3]}", {"tags": tuple(four)}


def with_words(draw: Random) -> Made:
    found = codes(draw)
    words, tag = draw.choice(WORDS)
    at = draw.randrange(len(found) + 1)
    between = draw.choice([" ", ", "])
    return "TAGS: " + between.join([*found[:at], words, *found[at:]]), {"tags": (*found[:at], tag, *found[at:])}


def not_tags(draw: Random) -> Made:
    found = codes(draw)
    return "TAGS: " + " ".join(found) + draw.choice([" SIPDIS", "\nSIPDIS", ", SIPDIS"]), {"tags": tuple(found)}


def signed_codes(pattern: str, each: str = "{}", between: str = " ") -> Callable[[Random], Made]:
    """Codes with other signs about them."""

    def make(draw: Random) -> Made:
        found = codes(draw)
        return pattern.format(between.join(map(each.format, found))), {"tags": tuple(found)}

    return make


def lettered(draw: Random) -> Made:
    """Codes in small letters, or the first letter large."""
    found = codes(draw)
    return "TAGS: " + draw.choice([" ", ", "]).join(map(draw.choice([str.lower, str.title]), found)), {
        "tags": tuple(found)
    }


def wrapped(draw: Random) -> Made:
    found = codes(draw)
    at = draw.randrange(1, len(found))
    text = f"TAGS: {', '.join(found[:at])},\n{', '.join(found[at:])}\nSUBJECT: TALKS"
    return text, {"tags": tuple(found), "subject": "TALKS"}


def subject(after: str, before: str = "") -> Callable[[Random], Made]:
    def make(draw: Random) -> Made:
        found = draw.choice(SUBJECTS)
        return f"SUBJECT: {before}{found}{after}", {"subject": found}

    return make


def signer(pattern: str) -> Callable[[Random], Made]:
    def make(draw: Random) -> Made:
        found = draw.choice(SIGNERS)
        return END + pattern.format(s=found, t=found.title()), {"signer": found if "{s}" in pattern else found.title()}

    return make


BEHIND_THE_SIGNER = (
    *(
        "",
        "\n",
        "##",
        ".",
        "*",
        " #",
        " BT",
        "\n\nCONFIDENTIAL",
        "\n\nSECRET",
        "\nUNCLASSIFIED",
        "\n\nLIMITED OFFICIAL USE",
    ),
    *(
        "\n\nNNNN",
        "\n\nMINIMIZE CONSIDERED",
        "\n\nLIMITED OFFICIAL USE NNNN",
        "\nBT\n#1234\nNNNN",
        "\n=======\n",
        "\n\n>",
    ),
    *("\n\nNote: this message has been edited.", "\n\nCONFIDENTIAL\n\nNNNN", "\n*** End of message ***", "\n(END)"),
    *("\n\nDeclassified/Released US Department of State EO Systematic Review", "\n\n-- \nSent from a mail client"),
    *("\n\n----------------------- Page 4-----------------------", "\nUNCLAS LISBON 00418", "\n\nReleased in full"),
)
FORMS: dict[str, tuple[Callable[[Random], Made], ...]] = {
    "TAGS: separators": tuple(map(joined, (" ", ", ", ",", ";", "; ", "/", ". ", " , ", "\n", " - ", ",\n"))),
    "TAGS: run together": (run_together, pair_together),
    "TAGS: names, subjects, bodies": (with_words,),
    "TAGS: no tags among them": (not_tags,),
    "TAGS: wrapped": (wrapped,),
    "TAGS: other signs": (
        *map(
            signed_codes,
            (
                "TAGS:{}",
                "TAGS:: {}",
                "TAGS: ({})",
                "TAGS {}",
                "TAGS - {}",
                "TAGS: {}.",
                "TAGS: {},",
                "TAGS: [{}]",
                "TAGS: {};",
            ),
        ),
        *(signed_codes("TAGS: {}", code) for code in ("({})", "{},,", "'{}'", "{}:", "#{}", "{}*")),
        *(
            signed_codes("TAGS: {}", between=sign)
            for sign in (" AND ", " & ", " | ", " -- ", ":", "\t", " + ", "  /  ", ", AND ")
        ),
        lettered,
    ),
    "SUBJECT: its end": (
        subject("\n\n1. (C) The minister told us that he was pleased."),
        subject("\n\nThe minister told us on Monday that the bridge would be opened."),
        subject("\nThe minister told us on Monday that the bridge would be opened in the spring."),
        subject("\n\n(C) The minister told us on Monday that he was pleased with the result of the talks."),
        subject("\n\nSummary\n-------\n\n1. (C) The minister told us."),
        subject("\nSummary: The minister told us that he was pleased with the result of the talks."),
        subject("\n\nREF: LISBON 12"),
        subject("\n---------\n\n1. (C) The minister told us."),
        subject("", "\n\n"),
        subject("\n\nThis cable is sensitive but unclassified."),
        subject("  REF: LISBON 12"),
    ),
    "signer: what stands behind": tuple(signer("{s}" + after) for after in BEHIND_THE_SIGNER),
    "signer: how it is printed": tuple(
        map(signer, ("{s}", "{t}", "({s})", "  {s}", "-{s}-", "{s} {s}", ".{s}", "Minimize considered.\n{s}"))
    ),
}


def cases(draw: Random, each: int) -> list[Case]:
    """`each` fragments of every kind."""
    return [Case(kind, text, "08LISBON418", truth) for kind, (text, truth) in drawn(FORMS, draw, each)]
