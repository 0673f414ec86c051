"""Where the cable came from, what was odd about it, and which of its words no table knows."""

from __future__ import annotations

from cablerdf.rdf.iris import concept, fingerprint
from cablerdf.rdf.mapping.scope import Scope, known_concepts
from cablerdf.rdf.quads import index, integer
from cablerdf.rdf.terms import CAB, DCTERMS, SKOS, SKOS_CONCEPT, VOCAB


def source_quads(scope: Scope) -> None:
    """The document that was read."""
    document, iri = scope.cable.document, scope.iris.source
    scope.add_type(iri, CAB + "SourceDocument")
    scope.add_text(iri, DCTERMS + "title", document.name)
    scope.add_text(iri, CAB + "documentFormat", document.format)
    scope.add_text(iri, CAB + "sha256", fingerprint(document))


def problem_quads(scope: Scope) -> None:
    """Everything odd that was repaired or could not be read."""
    for n, problem in enumerate(scope.cable.problems, 1):
        iri = scope.iris.part("problem", n)
        scope.add_type(iri, CAB + "Problem")
        scope.add_text(iri, CAB + "code", problem.code)
        scope.add(iri, CAB + "severity", scope.term("severity", problem.severity))
        scope.add_text(iri, DCTERMS + "description", problem.message)
        if problem.line is not None:
            scope.add(iri, CAB + "line", integer(problem.line))
        if problem.span is not None:
            scope.add(iri, CAB + "sourceStart", index(problem.span.start))
            scope.add(iri, CAB + "sourceEnd", index(problem.span.end))


def unknown_term_quads(scope: Scope) -> None:
    """Every code that the cable prints and no vocabulary has."""
    for iri, (scheme, notation) in scope.unknown.items():
        scope.add_type(iri, CAB + "UnknownTerm", SKOS_CONCEPT)
        scope.add(iri, SKOS + "inScheme", f"{VOCAB}{scheme}")
        scope.add_text(iri, SKOS + "notation", notation)
        scope.add_text(iri, SKOS + "prefLabel", notation)
        wider = _wider(scheme, notation)
        if wider is not None:
            scope.add(iri, SKOS + "broader", wider)


def _wider(scheme: str, notation: str) -> str | None:
    """The known marking with which an unknown one begins: S/REL for S/REL TO USA, S for S/XY."""
    words = notation.replace("/", " ").split()
    starts = ("/".join(words[:n]) for n in range(len(words) - 1, 0, -1))
    known = (concept(scheme, start) for start in starts if scheme == "portion-marking")
    return next((iri for iri in known if iri in known_concepts()), None)
