"""Kings, presidents and prime ministers named by one name: whose they may be."""

from __future__ import annotations

from cablerdf.parse.entities import who
from cablerdf.parse.entities.nationality import figures
from cablerdf.parse.entities.people import RULERS, Someone

_KINGDOMS = frozenset(
    ("Bahrain", "Belgium", "Bhutan", "Cambodia", "Denmark", "Jordan", "Lesotho", "Malaysia", "Morocco", "Nepal",
     "Netherlands", "Norway", "Saudi Arabia", "Spain", "Swaziland", "Sweden", "Thailand", "Tonga",
     "United Arab Emirates", "Kuwait", "Qatar", "Brunei", "Japan", "Luxembourg", "Greece", "Afghanistan", "Laos",
     "Ethiopia", "Libya")
)  # fmt: skip


def crowned_elsewhere(someone: Someone, host: str | None) -> bool:
    """Whether somebody is a king or queen, and the host country has none, or one whose name is well known."""
    crowned = any(title.lower() in ("king", "queen", "crown prince") for title in someone.titles)
    return crowned and host not in _KINGDOMS


def rules_elsewhere(someone: Someone, host: str | None) -> bool:
    """Whether somebody is called a ruler by a name that well-known people bear, none of the host country."""
    bearers = bearers_of(someone)
    crowned = any(title.lower() == "king" for title in someone.titles)  # many kings have one given name
    return bool(bearers) and not crowned and host not in bearers


def bearers_of(someone: Someone) -> set[str]:
    """The countries of the well-known people whose name somebody who is called a ruler bears."""
    if len(someone.tokens) > 1 or not any(title.lower() in RULERS for title in someone.titles):
        return set()
    name = who.folded(someone.tokens[0])
    if any(title.lower() == "king" for title in someone.titles):
        return {
            c for words, c in figures().get(someone.tokens[0].lower(), ()) if who.folded(words[0]) == name
        } & _KINGDOMS
    return {c for words, c in figures().get(someone.tokens[0].lower(), ()) if who.short_forms(words)[0] == name}
