"""Dates, counts and classes in words."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from cablerdf.days import MOMENT, MONTHS, date


def short(text: str) -> str:
    """A date for a narrow column.

    >>> short("2005-03-04T09:30:00Z"), short("2005-05"), short("2005")
    ('4 Mar 2005', 'May 2005', '2005')
    """
    return " ".join(word[:3] if word in MONTHS else word for word in date(text).split())


def moment(text: str) -> str:
    """A date with its time of day, where one is known.

    >>> moment("2005-03-04T09:30:00Z"), moment("2005-03-04")
    ('4 March 2005, 09:30 UTC', '4 March 2005')
    """
    match = MOMENT.fullmatch(text)
    if match is None or not match[4]:
        return date(text)
    zone = {"Z": " UTC", None: ""}.get(match[5], f" {match[5]}")
    return f"{date(text)}, {match[4]}{zone}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "cable"), count(1200, "cable"), count(0, "body", "bodies")
    ('1 cable', '1,200 cables', 'no bodies')
    """
    noun = one if number == 1 else many or f"{one}s"
    return f"{number:,} {noun}" if number else f"no {noun}"


def sure(certainty: str) -> str:
    """How sure a finding is, in a word; "" where nothing is said.

    >>> sure("0.98"), sure("0.8"), sure("0.5"), sure("")
    ('certain', 'likely', 'doubtful', '')
    """
    try:
        number = float(certainty)
    except ValueError:
        return ""
    return "certain" if number >= 0.95 else "likely" if number >= 0.7 else "doubtful"


def plain(code: str) -> str:
    """A code in plain words: `paragraph-number-repaired` is `Paragraph number repaired`."""
    return code.replace("-", " ").replace("_", " ").capitalize()


def within(text: str) -> str:
    """A text to stand between quotation marks: its own are single.

    >>> within("“Green” ships"), within('"Green" ships, "blue" ports')
    ('‘Green’ ships', '‘Green’ ships, ‘blue’ ports')
    """
    curly = re.sub(r'(?<!\w)"(?=\w)', "‘", text).replace('"', "’")
    return curly.replace("“", "‘").replace("”", "’")


def coded(text: str) -> Markup:
    """Words in which what stands between backticks is code.

    >>> coded("with `--within`: A & B")
    Markup('with <code>--within</code>: A &amp; B')
    """
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # escaped before  # nosec B704
