"""Which form of a resource a client gets: RFC 9110 §12.5.1, RDF by the table of formats."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cablerdf.rdf.formats import BY_NAME


class Form(NamedTuple):
    """A way to write a resource."""

    extension: str
    media_type: str
    label: str
    also: tuple[str, ...] = ()
    graphs: bool = False  # whether it tells in which named graph a statement stands

    @property
    def content_type(self) -> str:
        """The Content-Type header."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


HTML = Form("html", "text/html", "HTML", ("application/xhtml+xml",))
RDF_FORMS = tuple(
    Form(row.extensions[0][1:], row.media_types[0], row.label, row.media_types[1:], row.graphs)
    for row in map(BY_NAME.__getitem__, ("turtle", "jsonld", "ntriples", "rdfxml", "trig", "nquads"))
)
FORMS = (HTML, *RDF_FORMS)
BY_EXTENSION = {form.extension: form for form in FORMS}


def ranges(accept: str) -> list[tuple[str, float]]:
    """Media ranges of an Accept header with their quality; what is malformed is passed over.

    >>> ranges("text/turtle, */*;q=0.1")
    [('text/turtle', 1.0), ('*/*', 0.1)]
    """
    found: list[tuple[str, float]] = []
    for part in accept.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if not name:
            continue
        quality = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip().lower() == "q":
                try:
                    quality = min(max(float(value), 0.0), 1.0)
                except ValueError:
                    quality = 0.0
        found.append((name.lower(), quality))
    return found


def quality_of(media_type: str, accepted: list[tuple[str, float]]) -> float:
    """The quality that the most specific matching range gives."""
    kind = media_type.partition("/")[0]
    for wanted in (media_type, f"{kind}/*", "*/*"):
        for name, quality in accepted:
            if name == wanted:
                return quality
    return 0.0


@lru_cache(maxsize=1024)
def choose(accept: str | None) -> Form | None:
    """The best form for an Accept header, HTML on a tie; None where none is acceptable.

    Forms with graphs come last, whatever their quality: who follows a link looks for triples in the default graph.

    >>> choose("application/rdf+xml;q=0.9, text/html;q=0.5").label
    'RDF/XML'
    >>> choose("image/png") is None, choose(None).label, choose("*/*").label
    (True, 'HTML', 'HTML')
    """
    if accept is None or not accept.strip():
        return HTML
    accepted = ranges(accept)
    plain = [form for form in FORMS if not form.graphs]
    return best_of(plain, accepted) or best_of([form for form in FORMS if form.graphs], accepted)


def best_of(forms: Iterable[Form], accepted: list[tuple[str, float]]) -> Form | None:
    """The form of the highest quality, the first of several; None where none is acceptable."""
    best, best_quality = None, 0.0
    for form in forms:
        quality = max(quality_of(form.media_type, accepted), *(exact(name, accepted) for name in form.also), 0.0)
        if quality > best_quality:
            best, best_quality = form, quality
    return best


def exact(media_type: str, accepted: list[tuple[str, float]]) -> float:
    """The quality of a type that a client names itself; a little less than the type proper."""
    return max((quality * 0.99 for name, quality in accepted if name == media_type), default=0.0)


def split_extension(path: str) -> tuple[str, Form | None]:
    """A path without the extension of a known form, and that form.

    >>> split_extension("cable/05TOKYO1349.ttl")[0], split_extension("vocab/reason/1.4-b")[1]
    ('cable/05TOKYO1349', None)
    """
    stem, dot, extension = path.rpartition(".")
    form = BY_EXTENSION.get(extension)
    return (stem, form) if dot and stem and form is not None else (path, None)
