"""What a curator says is read row by row; what makes no sense is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablerdf.errors import InputError
from cablerdf.vocab.curated import Judgement, read_judgements

PREFIXES = {"meeting": "https://a.org/meeting/", "person": "https://a.org/person/", "schema": "https://schema.org/"}


def read(tmp_path: Path, text: str) -> tuple[Judgement, ...]:
    path = tmp_path / "judged.csv"
    path.write_text(text, encoding="utf-8")
    return read_judgements(path, PREFIXES)


def test_rows(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "\ufefffact,verdict,why,value,curator\n"
        'meeting:X1-1,Wrong,"no meeting, a dinner",,Ann\n'
        "\n"
        "meeting:X1-2 schema:startDate,instead,the letter,2009-06-16,\n"
        "https://a.org/meeting/X1-3,right,,,\n"
        "person:a,same,,person:b,\n",
    )
    meeting, person = PREFIXES["meeting"], PREFIXES["person"]
    assert found == (
        Judgement(f"{meeting}X1-1", None, "wrong", "no meeting, a dinner", "", "Ann"),
        Judgement(f"{meeting}X1-2", "https://schema.org/startDate", "instead", "the letter", "2009-06-16", ""),
        Judgement(f"{meeting}X1-3", None, "right", "", "", ""),
        Judgement(f"{person}a", None, "same", "", f"{person}b", ""),
    )


def test_three_columns_are_enough(tmp_path: Path) -> None:
    assert read(tmp_path, "fact,verdict,why\nmeeting:X1-1,right,seen\n")[0].why == "seen"


def test_a_table_with_columns_of_its_own_and_few_verdicts_can_be_given_back(tmp_path: Path) -> None:
    text = "fact,cable,verdict,why\nmeeting:X1-1,X1,,\nmeeting:X1-2,X1,wrong,\n"
    assert [one.fact[-4:] for one in read(tmp_path, text)] == ["X1-2"]
    with pytest.raises(InputError, match="the verdict '' is none"):
        read(tmp_path, text + "meeting:X1-3,X1,,no such day\n")


@pytest.mark.parametrize(
    ("text", "told", "line"),
    [
        ("fact,why\n", "no column verdict", None),
        ("", "no column fact, verdict, why", None),
        ("fact,verdict,why\nmeeting:X1-1,perhaps,\n", "the verdict 'perhaps' is none of wrong, right", 2),
        ("fact,verdict,why\nmeeting:X1-1,right,\nnobody,wrong,\n", "'nobody' is no IRI", 3),
        ("fact,verdict,why\nmeeting:X1-1,instead,\n", "needs a fact with its property", 2),
        ("fact,verdict,why,value\nperson:a,same,,b\n", "'b' is no IRI", 2),
        ('fact,verdict,why\nmeeting:X1-1,right,"no end\n', "unexpected end of data", 1),
    ],
)
def test_what_makes_no_sense(tmp_path: Path, text: str, told: str, line: int | None) -> None:
    with pytest.raises(InputError, match=told) as error:
        read(tmp_path, text)
    assert error.value.line == line and error.value.source.endswith("judged.csv")
