"""What is no cable is told from what is one, however damaged; fragments of telegrams stay telegrams."""

from __future__ import annotations

from pathlib import Path

import pytest

import cablerdf
from cablerdf.model import SourceDocument
from cablerdf.read import Failure, items
from cablerdf.read.telegram import is_telegram

ROOT = Path(__file__).parents[2]
QUOTED = "UNCLAS UTOPIA 000001\n\nSIPDIS\n\nTAGS: PREL\nSUBJECT: A VISIT\n\n1. (U) Text.\n"
NO_CABLES = {
    "shopping list": "Milk\nBread\n2 apples\n1. (organic) flour\n",
    "licence": "Permission is hereby granted, free of charge, to any person.\n\n1. Definitions.\n\n(a) You\n",
    "mail": "From: ann@example.org\nTo: bob@example.org\nSubject: Re: lunch\nDate: 3 May 2011\n\nAt noon?\n\n> Yes\n",
    "minutes": "SUMMARY\n\n1. The board met on May 3. Mr Smith said that the fence was painted.\n\nREFERENCES\n",
    "diary": "Met the ambassador in Lisbon on 10 June. He said that the bridge would open. Comment: doubtful.\n",
    "python": 'import re\n\nTEXT = """\n' + QUOTED + '"""\n',
    "docstring": '"""A test."""\nTEXT = """\n' + QUOTED + '"""\n',
    "javascript": "/* MIT */\nconst TAGS = {a: 1};\n// REF: none\nfunction subject() { return TAGS; }\n",
    "notes on cables": "# How to read a cable\n\nThe header is\n\n" + QUOTED,
    "n-quads": '<https://example.org/a> <https://example.org/text> "SIPDIS\\nTAGS: PREL" <https://example.org/g> .\n',
    "turtle": "@prefix ex: <https://example.org/> .\nex:a ex:text '''\n" + QUOTED + "''' .\n",
    "json": '{"text": "SIPDIS"}\n\nTAGS: PREL\n',
    "metadata": "Metadata-Version: 2.1\nName: thing\nSummary: does it\nClassifier: Topic :: Text\nTags: a, b\n",
    "changelog": "thing (1.2-3) unstable; urgency=low\n\n  * Refs: #1234\n\n -- Ann <ann@example.org>  3 May 2011\n",
    "verse": "The sea is calm to-night.\nThe tide is full, the moon lies fair\n",
}
CABLES = {
    "header": QUOTED,
    "references": "REF: UTOPIA 1348",
    "references in small letters": "Ref: (A) 06 Utopia 1396",
    "tags": "TAGS: PREL, PGOV",
    "tags run together": "TAGS PRELPGOV",
    "authority": "CLASSIFIED BY AMBASSADOR RALPH ROBINSON FOR REASONS 1.4 (B) AND (D)",
    "subject": "SUBJECT: A VISIT",
    "routing": "VZCZCXRO1111\nPP RUEHAM\nDE RUEHUT #0001/01 1281530\n",
    "dtg": "O 081530Z MAY 07\n",
    "a marked paragraph": "2. (SBU) The minister said no.",
    "pilcrow": "¶4. (C) The minister said no.",
    "spaced level": "C O N F I D E N T I A L UTOPIA 000001\n",
    "an older telegram": "PAGE 01  UTOPIA 00123  081530Z\nACTION EA-09\n",
    "edition": "12. Telegram From the Embassy in Utopia to the Department of State\n\nThe minister said no.\n",
}


@pytest.mark.parametrize("name", NO_CABLES)
def test_no_cable(name: str) -> None:
    assert not is_telegram(NO_CABLES[name])


@pytest.mark.parametrize("name", CABLES)
def test_cable(name: str) -> None:
    assert is_telegram(CABLES[name])


@pytest.mark.parametrize("path", sorted((ROOT / "examples" / "cables").glob("*.txt")), ids=lambda p: p.stem)
def test_the_examples_are_cables(path: Path) -> None:
    assert is_telegram(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["README.md", "ontology/cablerdf.ttl", "examples/output/09HALIFAX44.ttl"])
def test_our_own_files_are_none(name: str) -> None:
    assert not is_telegram((ROOT / name).read_text(encoding="utf-8"))


def test_a_page_is_asked_only_where_it_does_not_say_which_cable_it_is(tmp_path: Path) -> None:
    table = "<table class='cable'><tr><th>Reference ID</th></tr><tr><td>07UTOPIA1</td></tr></table>"
    (tmp_path / "1.html").write_text("<html><body><pre>Milk and bread</pre></body></html>")
    (tmp_path / "2.html").write_text(f"<html><body>{table}<pre>Milk and bread</pre></body></html>")
    refused, read = items(tmp_path)
    assert isinstance(refused, Failure) and refused.code == "not-a-cable"
    assert isinstance(read, SourceDocument) and read.declared.id == "07UTOPIA1"


def test_read_raises_or_skips(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(NO_CABLES["shopping list"])
    with pytest.raises(cablerdf.FormatError, match=r"list\.txt: none of a telegram's marks .* --input-format text"):
        list(cablerdf.read(path))
    assert list(cablerdf.read(path, on_error="skip")) == []
    assert [document.text for document in cablerdf.read(path, "text")] == [NO_CABLES["shopping list"]]


def test_a_fragment_is_parsed_all_the_same() -> None:
    assert cablerdf.parse_text("He met the ambassador.").paragraphs[0].text == "He met the ambassador."
