"""Those whose e-mails the references of a cable name: `A. STATE 125 B. KELLER-MORIMOTO E-MAIL (12/10/2008)`."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.entities.caption_words import is_known, is_office, is_plain
from cablerdf.parse.entities.names import NameFound

# "KELLER-MORIMOTO E-MAIL (12/10/2008)", "DOE JUNE 18 E-MAIL"
_MAIL = re.compile(r"\b(?P<names>[A-Z'’]{3,}(?:[-/][A-Z'’]{3,}){0,5})\s(?:[A-Z]{3,9} \d{1,2} )?E-?MAILS?\b")
_WRITER = re.compile(r"[A-Z'’]{3,}")


def mail_writers(clean: str, zone: Span) -> list[NameFound]:
    """The people whose e-mails a cable refers to, in order.

    >>> text = "A. STATE 125 B. KELLER-MORIMOTO E-MAIL (12/10/2008) C. MADRID E-MAIL"
    >>> [" ".join(f.tokens) for f in mail_writers(text, Span(0, len(text)))]
    ['KELLER', 'MORIMOTO']
    """
    if clean.find("MAIL", zone.start, zone.end) < 0:
        return []
    return [
        NameFound(Span(word.start(), word.end()), (word.group(),), "bare")
        for mail in _MAIL.finditer(clean, zone.start, zone.end)
        for word in _WRITER.finditer(clean, mail.start("names"), mail.end("names"))
        if not is_office(word.group()) and (is_known(word.group()) or not is_plain(word.group().lower()))
    ]
