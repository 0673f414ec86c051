"""What kind of message a cable is: some kinds report no meeting whatever they mention."""

from __future__ import annotations

import re

from cablerdf.parse.draft import Draft

# "SCENESETTER FOR CODEL POE", "MEDIA REACTION", "BIOGRAPHIC SKETCHES"
_SUBJECT = re.compile(
    r"\b(?:scene[- ]?setter|setting the scene|media reaction|press (?:summary|reaction|review)|media (?:summary|review)"
    r"|biograph\w+|bios?\b|your (?:visit|trip|meeting)|demarche request|request for (?:guidance|information)"
    r"|talking points|action request|guidance for)",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"\b(?:this is an action (?:request|message|cable)|action request|posts? (?:is|are) (?:requested|instructed))", re.I
)
_LETTER = re.compile(
    r"\b(?:your (?:visit|trip|upcoming|meeting)|you will (?:be |find|meet|hear|arrive)|welcomes? your)\b", re.IGNORECASE
)
_HEAD = 1500


def reports_nothing(draft: Draft) -> bool:
    """Whether a cable sets a scene, instructs posts or sums up the press, and so reports no meeting."""
    subject = draft.subject or ""
    if _SUBJECT.search(subject):
        return True
    start = draft.zones.body.start if draft.zones.body else 0
    head = draft.clean[start : start + _HEAD]
    if (draft.origin or draft.post or "").upper() in ("STATE", "SECSTATE") and _ACTION.search(head):
        return True
    return "you" in head.lower() and len(_LETTER.findall(head)) > 1
