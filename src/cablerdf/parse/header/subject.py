"""The SUBJECT line, joined where it is wrapped."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.draft import Draft

# "(S) ", "(C/NF) ", "(SBU) " before or behind the subject
MARKING = re.compile(r"\((?P<marking>U|C|S|SBU|LOU|FOUO|[UCS]//?[A-Z/]{2,12}|SBU//?[A-Z]{2,6})\)", re.I)


def read_subject(draft: Draft) -> None:
    """Set `subject`, on one line as printed with its own marking, and `subject_marking`."""
    text = draft.clean
    for run in draft.runs:
        if run.field != "subject":
            continue
        subject = " ".join(run.content.of(text).split())
        if not subject:
            continue
        draft.subject, draft.spans["subject"] = subject, (run.content,)
        marking = MARKING.match(subject) or MARKING.search(subject, max(0, len(subject) - 12))
        if marking is not None:
            draft.subject_marking = marking["marking"].upper()
            at = text.find(marking[0], run.content.start, run.content.end)
            if at >= 0:
                draft.spans["subject_marking"] = (Span(at, at + len(marking[0])),)
        return
