"""Those who wrote the e-mails that a cable refers to, and those who drafted, cleared and approved it."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.entities.captions.words import is_known, is_office, is_plain, is_run_together, is_spoken
from cablerdf.parse.entities.names.reader import NameFound

# "KELLER-MORIMOTO E-MAIL (12/10/2008)", "DOE JUNE 18 E-MAIL"
_MAIL = re.compile(r"\b(?P<names>[A-Z'’]{3,}(?:[-/][A-Z'’]{3,}){0,5})\s(?:[A-Z]{3,9} \d{1,2} )?E-?MAILS?\b")
_WRITER = re.compile(r"[A-Z'’]{3,}")
# "DRAFTED: P/E:MROE", "CLEARED: P/E: ROE, DCM: JDOE"
_CLEARED = re.compile(r"^ *(?:APPROVED|CLEARED|DRAFTED)(?: BY)?:(.{4,200})", re.MULTILINE)
_BY = re.compile(r"[A-Z/]{1,12}: ?([A-Z][A-Z'’]{2,}(?:-[A-Z]{2,})?)\b(?!:)")


def mail_writers(clean: str, zone: Span) -> list[NameFound]:
    """The people whose e-mails a cable refers to, in order.

    >>> text = "A. STATE 125 B. KELLER-MORIMOTO E-MAIL (12/10/2008) C. MADRID E-MAIL"
    >>> [" ".join(f.tokens) for f in mail_writers(text, Span(0, len(text)))]
    ['KELLER', 'MORIMOTO']
    """
    if clean.find("MAIL", zone.start, zone.end) < 0:
        return []
    found = []
    for mail in _MAIL.finditer(clean, zone.start, zone.end):
        writers = list(_WRITER.finditer(clean, mail.start("names"), mail.end("names")))
        offices = [is_office(w.group()) for w in writers]
        several = len(writers) > 1 and not any(offices) and any(_is_name(w.group()) for w in writers)
        found += [
            NameFound(Span(w.start(), w.end()), (w.group(),), "bare")
            for w, office in zip(writers, offices, strict=True)
            if not office and (several or _is_name(w.group()))
        ]
    return found


def _is_name(word: str) -> bool:
    return is_known(word) or not is_plain(word.lower())


def clerks(clean: str, zone: Span) -> list[NameFound]:
    """Those who drafted, cleared and approved a cable, in order.

    >>> text = "DRAFTED: P/E:MHOLM\\nCLEARED: P/E: KELLER, DCM: JDALTON\\n"
    >>> [" ".join(f.tokens) for f in clerks(text, Span(0, len(text)))]
    ['M. HOLM', 'KELLER', 'J. DALTON']
    """
    if clean.find("DRAFTED", zone.start, zone.end) < 0:
        return []
    return [
        NameFound(Span(*by.span(1)), (f"{by[1][0]}.", by[1][1:]) if _is_joined(by[1]) else (by[1],), "full")
        for line in _CLEARED.finditer(clean, zone.start, zone.end)
        for by in _BY.finditer(clean, *line.span(1))
    ]


def _is_joined(name: str) -> bool:
    """Whether an initial stands before a family name without a blank."""
    return not is_known(name) and (is_run_together(name, True) or is_spoken(name[1:]))
