"""What a check says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from cablerdf.rdf.terms import DEFAULT_BASE, prefixes

if TYPE_CHECKING:
    from rdflib import Graph

SH = "http://www.w3.org/ns/shacl#"


class Finding(NamedTuple):
    """One validation result (SHACL section 3.6), its terms in N-Triples syntax.

    `severity` and `component` are local names (`Violation`, `MinCountConstraintComponent`);
    `shape` is the IRI of the nearest shape that has one; `path` is None for a node shape.
    """

    focus_node: str
    path: str | None
    value: str | None
    component: str
    severity: str
    message: str
    shape: str | None = None

    @property
    def key(self) -> tuple[str, str | None, str, str]:
        """What two engines must agree on."""
        return (self.focus_node, self.path, self.component, self.severity)


@dataclass(frozen=True)
class Report:
    """The outcome of a check: truthy where the data conforms.

    `conforms` is False where there is a violation; warnings and information alone leave it True.
    `results` are sorted by focus node, then path.
    """

    results: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Whether there is no violation."""
        return all(finding.severity != "Violation" for finding in self.results)

    def __bool__(self) -> bool:
        return self.conforms

    @cached_property
    def graph(self) -> Graph:
        """The report as a SHACL validation report graph; its nodes are IRIs, numbered in order."""
        from rdflib import Graph

        return Graph().parse(data=self.ntriples(), format="nt")

    def ntriples(self) -> str:
        """The report as N-Triples."""
        root, a = "<urn:cablerdf:report>", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
        boolean = "^^<http://www.w3.org/2001/XMLSchema#boolean>"
        lines = [
            f"{root} {a} <{SH}ValidationReport> .",
            f'{root} <{SH}conforms> "{str(self.conforms).lower()}"{boolean} .',
        ]
        for number, finding in enumerate(self.results, 1):
            node = f"<urn:cablerdf:report:{number}>"
            message = finding.message.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            fields = [
                ("result", None),
                ("focusNode", finding.focus_node),
                ("resultPath", finding.path if finding.path and finding.path.startswith("<") else None),
                ("value", finding.value),
                ("sourceConstraintComponent", f"<{SH}{finding.component}>"),
                ("resultSeverity", f"<{SH}{finding.severity}>"),
                ("sourceShape", finding.shape),
                ("resultMessage", f'"{message}"'),
            ]
            lines += [f"{root} <{SH}result> {node} .", f"{node} {a} <{SH}ValidationResult> ."]
            lines += [f"{node} <{SH}{name}> {term} ." for name, term in fields if term is not None]
        return "\n".join(lines) + "\n"

    def text(self, base: str = DEFAULT_BASE) -> str:
        """The report for a reader: a line for each finding, prefixed names for IRIs, then the count."""
        lines = [
            f"{f.severity.lower():9} {short(f.focus_node, base)}"
            + (f" {short(f.path, base)}" if f.path else "")
            + (f" {short(f.value, base)}" if f.value and f.value != f.focus_node else "")
            + f": {f.message}"
            for f in self.results
        ]
        counts = {name: sum(f.severity == name for f in self.results) for name in ("Violation", "Warning", "Info")}
        said = ", ".join(f"{n} {name.lower()}{'s' if n != 1 and name != 'Info' else ''}" for name, n in counts.items())
        return "\n".join([*lines, f"{'conforms' if self.conforms else 'does not conform'}: {said}"]) + "\n"


def short(term: str, base: str = DEFAULT_BASE) -> str:
    """An IRI in N-Triples syntax as a prefixed name, where one of our prefixes fits; others as they are.

    >>> short("<https://w3id.org/cablerdf/ontology#Cable>")
    'cab:Cable'
    """
    if not term.startswith("<") or " " in term:
        return term
    iri = term[1:-1]
    fitting = [(len(space), name, space) for name, space in prefixes(base).items() if iri.startswith(space)]
    if not fitting:
        return term
    _length, name, space = max(fitting)
    return f"{name}:{iri.removeprefix(space)}"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings sorted by focus node, path, component and value; the same one twice stays once."""
    return tuple(sorted(set(findings), key=lambda f: tuple(part or "" for part in f)))
