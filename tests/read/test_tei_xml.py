"""Volumes of Foreign Relations of the United States."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablerdf.model import SourceDocument
from cablerdf.read import Failure
from cablerdf.read.kinds import tei_xml
from cablerdf.read.kinds.tei_xml import read_tei, sniff_tei

VOLUME = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><publicationStmt>
<idno type="isbn-10"/><idno type="frus">frus1961-63v99</idno></publicationStmt></fileDesc></teiHeader>
<text><body><div type="compilation" xml:id="comp1"><head>Utopia</head>{}</div></body></text></TEI>"""
TELEGRAM = """<div type="document" xml:id="d7" n="7">
<head>7. Telegram From the <gloss type="from">Embassy in
   Utopia</gloss> to the <gloss type="to">Department of State</gloss><note n="1" type="source">Source: Central Files,
 701.00/1–362. Confidential; Priority. Drafted by <persName>Roe</persName>.</note></head>
<dateline><placeName>Amaurot</placeName>, <date when="1962-01-03T19:00:00+02:00">January 3,
   1962—7 p.m.</date></dateline>
<p>1234. Foreign Minister<note n="2">Hythloday.</note>
   told me of <gloss target="#t">UN</gloss><pb n="9"/>operations in <persName>Sir
      Harold</persName>'s office, manifest in President</p><pb n="10"/><p>Morus's words.</p>
<p>He left.</p>
<closer><signed><hi rend="strong"><persName>Giles</persName></hi></signed></closer></div>"""
MEMO = """<div type="document" xml:id="d8"><head>8. Memorandum of Conversation</head>
<list type="participants"><head>PARTICIPANTS</head><item><hi>U.S.</hi><list><item>The Secretary</item>
<item>Mr. Roe</item></list></item><item><gloss>NE</gloss>—Mr. Poe</item></list><p>They met.</p></div>"""


def read(*documents: str) -> list[SourceDocument | Failure]:
    return list(read_tei(VOLUME.format("".join(documents)).encode(), "v.xml"))


def test_telegram() -> None:
    (document,) = read(TELEGRAM)
    assert isinstance(document, SourceDocument)
    assert document.declared.id == "frus1961-63v99-d7"
    assert document.declared.date == "1962-01-03T19:00"
    assert document.declared.classification == "CONFIDENTIAL"
    assert document.declared.origin == "Embassy in Utopia"
    assert document.text.split("\n\n") == [
        "7. Telegram From the Embassy in Utopia to the Department of State",
        "Amaurot, January 3, 1962—7 p.m.",
        "1234. Foreign Minister told me of UN operations in Sir Harold's office, manifest in President Morus's words.",
        "He left.",
        "Giles\n",
    ]


def test_participants_nested() -> None:
    (document,) = read(MEMO)
    assert isinstance(document, SourceDocument)
    assert "PARTICIPANTS\nU.S.\n  The Secretary\n  Mr. Roe\nNE—Mr. Poe\n\nThey met." in document.text


def test_many_documents() -> None:
    assert [d.name for d in read(TELEGRAM, MEMO) if isinstance(d, SourceDocument)] == ["v.xml!/d7", "v.xml!/d8"]


def test_sniff() -> None:
    assert sniff_tei(VOLUME.encode())
    assert not sniff_tei(b"<html><body>TEI</body></html>")


def test_broken_xml_costs_what_follows_alone() -> None:
    first, failure = read(TELEGRAM, "<div type='document'><p>unclosed</div>")
    assert isinstance(first, SourceDocument)
    assert isinstance(failure, Failure)
    assert failure.line == 14


def test_volume_without_documents() -> None:
    (failure,) = read("<p>nothing</p>")
    assert isinstance(failure, Failure)


def test_includes_stay_closed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRETWORD")
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    text = VOLUME.format(MEMO.replace("They met.", f"They met {include}."))
    (document,) = read_tei(text.encode(), "v.xml")
    assert isinstance(document, SourceDocument)
    assert "SECRETWORD" not in document.text


def test_an_endless_document_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tei_xml, "MAX_DOCUMENT", 200_000)
    small = MEMO.replace("They met.", "They met. " * 5_000)
    many = [small.replace('xml:id="d8"', f'xml:id="d{n}"') for n in range(8)]
    assert [type(d) for d in read(*many)] == [SourceDocument] * 8
    *_, failure = read(TELEGRAM, MEMO.replace("<p>They met.</p>", "<p>They met.</p>" * 50_000))
    assert isinstance(failure, Failure)
    assert failure.code == "too-large"


FRUS = Path(__file__).parents[3] / "shared" / "corpus" / "frus"


@pytest.mark.skipif(not FRUS.is_dir(), reason="the sample volumes are not there")
def test_sample_volumes() -> None:
    documents = [d for path in sorted(FRUS.glob("*.xml")) for d in read_tei(path.read_bytes(), path.name)]
    assert len(documents) == 8
    assert all(isinstance(d, SourceDocument) and d.declared.date and d.declared.classification for d in documents)


def entities(definition: str, text: str) -> list[SourceDocument | Failure]:
    volume = f"<!DOCTYPE TEI [{definition}]><TEI xmlns='http://www.tei-c.org/ns/1.0'>"
    return list(read_tei(f"{volume}<div type='document' n='1'><p>Met {text}.</p></div></TEI>".encode(), "x"))


def test_entities_of_the_file_itself_are_read() -> None:
    [found] = entities("<!ENTITY amb 'Ambassador <hi>Roe</hi>'>", "&amb; &amp; us")
    assert isinstance(found, SourceDocument) and found.text == "Met Ambassador Roe & us.\n"


@pytest.mark.parametrize(
    ("definition", "text"),
    [
        ("<!ENTITY x SYSTEM 'file:///etc/hostname'>", "&x;"),
        ("<!ENTITY x SYSTEM 'http://127.0.0.1:9/x'>", "&x;"),
        ("<!ENTITY % x SYSTEM 'file:///etc/hostname'> %x;", "&y;"),
        ("", "&x;"),
        ("<!ENTITY a0 'ha '>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)), "&a11;"),
        (f"<!ENTITY a '{'ha ' * 50_000}'>", "&a;" * 5_000),
        ("<!ENTITY a '&b;'><!ENTITY b '&a;'>", "&a;"),
    ],
    ids=["a file", "the network", "a parameter", "undefined", "a billion", "quadratic", "a circle"],
)
def test_other_entities_are_an_error(definition: str, text: str) -> None:
    *_, found = entities(definition, text)
    assert isinstance(found, Failure) and found.code == "format-broken"
