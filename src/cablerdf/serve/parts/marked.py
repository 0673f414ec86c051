"""A paragraph's pieces as HTML: sentences around mentions around what a search found, each escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from cablerdf.serve.parts.segments import Mark, Segment, Sentence


def marked(segments: Iterable[Segment], href: Callable[[str], str]) -> Markup:
    """The text of a paragraph with its links; its text content is the text itself."""
    out: list[str] = []
    sentence: Sentence | None = None
    mention: Mark | None = None
    for piece in segments:
        if mention is not None and piece.mark is not mention:
            out.append("</a>")
            mention = None
        if piece.sentence is not sentence:
            out.append("</span>" if sentence is not None else "")
            sentence = piece.sentence
            out.append(opened(sentence) if sentence is not None else "")
        if piece.mark is not None and mention is None:
            mention = piece.mark
            out.append(link(mention, href))
        text = str(escape(piece.text))
        text = f"<mark>{text}</mark>" if piece.found else text
        out.append(f'<span class="comment">{text}</span>' if piece.comment else text)
    out.append("</a>" if mention is not None else "")
    out.append("</span>" if sentence is not None else "")
    return Markup("".join(out))  # every text in it is escaped  # nosec B704


def opened(sentence: Sentence) -> str:
    """The start of a sentence; each further thing that rests on it has an anchor inside."""
    first, *more = (escape(anchor) for anchor in sentence.anchors)
    meeting = " of-meeting" if "meeting" in sentence.kinds else ""
    return f'<span class="sentence{meeting}" id="{first}">' + "".join(f'<i id="{anchor}"></i>' for anchor in more)


def link(mention: Mark, href: Callable[[str], str]) -> str:
    """The start of a mention's link."""
    return (
        f'<a class="m m-{escape(mention.kind)}" id="{escape(mention.anchor)}" href="{escape(href(mention.iri))}"'
        f' data-begin="{mention.begin}" data-end="{mention.end}">'
    )
