"""RDF of strangers that would exhaust a parser, and honest RDF that would not."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cablerdf.errors import CablerdfError, FormatError
from cablerdf.rdf import intake
from cablerdf.rdf.intake import Looked, refuse_remote

RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="urn:a">'
ABOUT = f'{RDF}<rdf:Description rdf:about="urn:x"><a:b>{{}}</a:b></rdf:Description></rdf:RDF>'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
HOSTILE = {
    ".jsonld deep": ('{"urn:a":' * 10_000 + "1" + "}" * 10_000, "more than 200 deep"),
    ".jsonld deep lists": ('{"@id":"urn:x","urn:a":' + "[" * 10_000 + "]" * 10_000 + "}", "more than 200 deep"),
    ".jsonld deep behind strings": ('{"]}\\\\\\"]":"}}]]' + '"' + ',"urn:a":[' + "[[" * 5_000, "more than 200 deep"),
    ".rdf a billion": (f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>{ABOUT.format("&a11;")}', "entity a1"),
    ".rdf quadratic": (f'<!DOCTYPE x [<!ENTITY a "{"ha" * 50_000}">]>{ABOUT.format("&a;" * 5_000)}', "entity a"),
    ".rdf a file": (f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>{ABOUT.format("&a;")}', "elsewhere"),
    ".nq a long line": ('<urn:a> <urn:b> "' + "x" * 17_000_000, "more than 16 MB"),
    ".nt a long line": ('<urn:a> <urn:b> "' + "x" * 17_000_000, "more than 16 MB"),
}


def pieces(data: bytes, format: str, size: int) -> bytes:
    """What a parser gets of the data, so many bytes at once."""
    stream = Looked(io.BytesIO(data), format)
    return b"".join(iter(lambda: stream.read(size), b""))


@pytest.mark.parametrize("size", [1_000, 8_192, 1 << 25])
@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_exhaust_a_parser_is_refused(name: str, size: int) -> None:
    text, words = HOSTILE[name]
    format = {".jsonld": "jsonld", ".rdf": "rdfxml", ".nq": "nquads", ".nt": "ntriples"}[name.partition(" ")[0]]
    with pytest.raises(FormatError, match=words):
        pieces(text.encode(), format, size)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1_000])
def test_honest_rdf_passes_whole(size: int) -> None:
    value = {'a"\\[': ["\\", "[[[{", {"b": 'x\\"', "c\n": [1, [2, ["]"]]]}], "é": "\\\\"}
    deep: object = "x"
    for _ in range(intake.MAX_DEPTH - 1):
        deep = [deep]
    honest = {
        "jsonld": json.dumps([value, value, deep], ensure_ascii=False),
        "rdfxml": f'<!DOCTYPE x [<!ENTITY xsd "http://www.w3.org/2001/XMLSchema#">]>{ABOUT.format("&xsd; &amp; é")}',
        "nquads": '<urn:a> <urn:b> "x" <urn:g> .\n' * 99,
        "turtle": "<urn:a> <urn:b> " + "( " * 999 + ")" * 999 + " .",
    }
    for format, text in honest.items():
        assert pieces(text.encode(), format, size) == text.encode()


def test_a_line_is_counted_over_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MAX_LINE", 100)
    assert len(pieces((b"x" * 99 + b"\n") * 50, "nquads", 7)) == 5_000
    with pytest.raises(FormatError, match="a line"):
        pieces((b"x" * 99 + b"\n") * 50 + b"x" * 101, "nquads", 7)


@pytest.mark.parametrize(
    "document",
    [
        {"@context": "http://127.0.0.1:9/c.jsonld"},
        {"@context": [{"a": "urn:a"}, "file:///etc/hostname"]},
        [{"urn:a": {"@context": "c.jsonld"}}],
        {"@context": {"@import": "http://127.0.0.1:9/c.jsonld"}},
    ],
)
def test_contexts_elsewhere_are_not_fetched(document: object) -> None:
    with pytest.raises(FormatError, match="not fetched"):
        refuse_remote(document)


def validated(path: Path) -> object:
    from cablerdf.pipeline.validating import validate_files

    return validate_files([path], None)


def linked(path: Path) -> object:
    from cablerdf.pipeline.links.files import Asked, link_files

    return link_files((path,), path.with_name("links.nq"), Asked())


def loaded(path: Path) -> object:
    pytest.importorskip("pyoxigraph", reason="the extra 'store' is not installed")
    from cablerdf.pipeline.stores import Access, LoadOptions, load

    return load([path], str(path.with_name("store")), Access(), LoadOptions(), index=False)


@pytest.mark.parametrize("use", [validated, linked, loaded])
@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_reads_rdf_refuses_it(tmp_path: Path, name: str, use: Callable[[Path], object]) -> None:
    path = tmp_path / f"x{name.partition(' ')[0]}"
    path.write_text(HOSTILE[name][0])
    with pytest.raises(CablerdfError, match=r"deep|entity|16 MB"):
        use(path)
