"""A cable as plain JSON values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cablerdf.model.cable import Cable
    from cablerdf.model.statement import Statement

SCALARS = (
    "id", "same_as", "message_number", "post", "origin", "precedence", "dtg", "issued", "classification",
    "executive_order", "declassify_on", "subject", "subject_marking", "signer", "partial", "corrected_copy",
)  # fmt: skip
LISTS = ("caveats", "captions", "tags")


def plain(value: Any) -> Any:
    """A model value as JSON values: dataclasses become objects, spans and tuples lists."""
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if hasattr(value, "_asdict") and not isinstance(value[0], int):
        return {name: plain(item) for name, item in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def statement_to_dict(statement: Statement, cable: Cable) -> dict[str, Any]:
    text = cable.document.text
    found: dict[str, Any] = plain(statement)
    found |= {
        "paragraph": cable.paragraphs[statement.paragraph].number,
        "sentence": statement.readable or " ".join(statement.sentence.of(text).split()),
        "text": statement.readable_said or " ".join(statement.said.of(text).split()),
        "span": list(statement.sentence),
        "text_span": list(statement.said),
    }
    del found["said"], found["readable"], found["readable_said"]
    return found


def cable_to_dict(cable: Cable) -> dict[str, Any]:
    """Every key of the published JSON, in its order."""
    numbers = [p.number for p in cable.paragraphs]
    found: dict[str, Any] = {name: getattr(cable, name) for name in SCALARS}
    found |= {name: list(getattr(cable, name)) for name in LISTS}
    found |= {
        "section": list(cable.section) if cable.section else None,
        "to": list(cable.to),
        "info": list(cable.info),
        "addressees": plain(cable.addressees),
        "references": plain(cable.references),
        "inline_references": plain(cable.inline_references),
        "classified_by": plain(cable.classified_by),
        "co_classified_by": plain(cable.co_classified_by),
        "paragraphs": plain(cable.paragraphs),
        "headings": [h.text for h in cable.headings],
        "summary_paragraphs": cable.paragraph_numbers("summary"),
        "comment_paragraphs": cable.paragraph_numbers("comment"),
        "persons": plain(cable.persons),
        "orgs": plain(cable.orgs),
        "places": plain(cable.places),
        "mentions": plain(cable.mentions),
        "meetings": [
            {"name": meeting.name}
            | plain(meeting)
            | {"paragraphs": [numbers[i] for i in meeting.paragraphs if numbers[i] is not None]}
            for meeting in cable.meetings
        ],
        "statements": [statement_to_dict(s, cable) for s in cable.statements],
        "problems": plain(cable.problems),
        "spans": {name: plain(spans) for name, spans in cable.spans.items()}
        | {"headings": plain(tuple(h.span for h in cable.headings))},
        "source": cable.document.name,
    }
    for entity in (*found["persons"], *found["orgs"], *found["places"]):
        # the published `confidence` is that of the link; how sure the finding is, is `certainty`
        entity["certainty"], entity["confidence"] = entity["confidence"], entity.pop("link_confidence")
    return found
