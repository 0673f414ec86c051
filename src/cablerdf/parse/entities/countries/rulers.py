"""Kings, presidents and prime ministers named by one name: whose they may be."""

from __future__ import annotations

from cablerdf.parse.entities.names.someone import RULERS, Someone
from cablerdf.parse.lexicon import same_name
from cablerdf.parse.lexicon.nationality import countries_with, figures

_ROYAL = frozenset(("king", "queen", "prince", "princess", "duke", "duchess"))


def crowned_elsewhere(someone: Someone, host: str | None) -> bool:
    """Whether somebody is a king, a queen or of their house, and the host country has none."""
    if host in countries_with("monarchy"):
        return False
    return any(title.rpartition(" ")[2] in _ROYAL for title in someone.plain_titles)


def rules_elsewhere(someone: Someone, host: str | None) -> bool:
    """Whether somebody is called a ruler by a name that well-known people bear, none of the host country."""
    bearers = bearers_of(someone)
    return bool(bearers) and not _is_king(someone) and host not in bearers  # many kings have one given name


def bearers_of(someone: Someone) -> set[str]:
    """The countries of the well-known people whose name somebody who is called a ruler bears."""
    if len(someone.tokens) > 1 or not someone.plain_titles.intersection(RULERS):
        return set()
    name = same_name.folded(someone.tokens[0])
    named = figures().get(someone.tokens[0].lower(), ())
    if _is_king(someone):
        return {country for words, country in named if same_name.folded(words[0]) == name} & countries_with("monarchy")
    return {country for words, country in named if same_name.short_forms(words)[0] == name}


def _is_king(someone: Someone) -> bool:
    return "king" in someone.plain_titles
