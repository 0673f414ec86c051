"""Date-time group, originator, addressees."""

from __future__ import annotations

import pytest

ROUTING = """VZCZCXRO1111
OO RUEHLIS RUEHMD
DE RUEHLIS #0418/01 1001200
ZNY CCCCC ZZH
{dtg}
FM AMEMBASSY LISBON
TO RUEHC/SECSTATE WASHDC IMMEDIATE 1234
{rest}"""


@pytest.mark.parametrize(
    ("printed", "dtg", "precedence"),
    [
        ("O 101200Z APR 09", "2009-04-10T12:00Z", "IMMEDIATE"),
        ("P 101200Z APR 09", "2009-04-10T12:00Z", "PRIORITY"),
        ("O R 101200Z APR 09", "2009-04-10T12:00Z", "IMMEDIATE"),
        ("Z 101200Z APR 2009", "2009-04-10T12:00Z", "FLASH"),
        ("R 101200Z APR 66", "1966-04-10T12:00Z", "ROUTINE"),
        ("O 101200Z APR 09 (CCY ADX1234)", "2009-04-10T12:00Z", "IMMEDIATE"),
        ("0 1O12OOZ APR 09", "2009-04-10T12:00Z", "IMMEDIATE"),
        ("R 101200 APR 09", "2009-04-10T12:00Z", "ROUTINE"),
    ],
)
def test_date_time_group(read, printed: str, dtg: str, precedence: str) -> None:
    draft = read(ROUTING.format(dtg=printed, rest=""))
    assert (draft.dtg, draft.precedence) == (dtg, precedence)
    assert draft.issued == f"{dtg[:-1]}:00Z"


@pytest.mark.parametrize("printed", ["O 321200Z APR 09", "O 102500Z APR 09", "O 101200Z APX 09", "O APR 09"])
def test_no_date_is_made_up(read, printed: str) -> None:
    draft = read(ROUTING.format(dtg=printed, rest=""))
    assert draft.dtg is None
    assert "dtg-unreadable" in [problem.code for problem in draft.problems]


def addressees(draft) -> list[tuple[str, str, str | None, str | None]]:
    return [("TO" if a.action else "INFO", a.name, a.precedence, a.number) for a in draft.addressees]


TO = ("TO", "SECSTATE WASHDC", "IMMEDIATE", "1234")


@pytest.mark.parametrize(
    ("rest", "read_as"),
    [
        ("", []),
        ("RUEKJCS/SECDEF WASHDC PRIORITY", [("TO", "SECDEF WASHDC", "PRIORITY", None)]),
        ("INFO RUEHMD/AMEMBASSY MADRID 0099", [("INFO", "AMEMBASSY MADRID", None, "0099")]),
        ("INFO IBERIA COLLECTIVE", [("INFO", "IBERIA COLLECTIVE", None, None)]),
        ("INFO RHEHNSC/NSC WASHDC\nRUEAIIA/CIA WASHDC NIACT IMMEDIATE", [
            ("INFO", "NSC WASHDC", None, None), ("INFO", "CIA WASHDC", "NIACT IMMEDIATE", None)]),
        ("INFO RUEHMD/AMEMBASSY\nMADRID PRIORITY\n0099", [("INFO", "AMEMBASSY MADRID", "PRIORITY", "0099")]),
        ("INFO RUCPDOC/DEPT OF COMMERCE\nWASHDC", [("INFO", "DEPT OF COMMERCE WASHDC", None, None)]),
        ("INFO RUEHMD/AMEMBASSY MADRID 0099 RUEHRB/AMEMBASSY RABAT 0001", [
            ("INFO", "AMEMBASSY MADRID", None, "0099"), ("INFO", "AMEMBASSY RABAT", None, "0001")]),
        ("INFO AMEMBASSY MADRID 0099 AMEMBASSY RABAT", [
            ("INFO", "AMEMBASSY MADRID", None, "0099"), ("INFO", "AMEMBASSY RABAT", None, None)]),
        ("INFO RUEKJCS/JOINT STAFF WASHDC//J-3/J-5//\nRUEHRB/AMEMBASSY RABAT", [
            ("INFO", "JOINT STAFF WASHDC//J-3/J-5//", None, None), ("INFO", "AMEMBASSY RABAT", None, None)]),
        ("INFO RUEKJCS/SECDEF WASHINGTON DC// PRIORITY 6949", [
            ("INFO", "SECDEF WASHINGTON DC//", "PRIORITY", "6949")]),
        ("INFO RUEHMD/AMEMBASSY MADRID APR 0099", [("INFO", "AMEMBASSY MADRID", None, "0099")]),
        ("INFO RUEHLP/AMEMBASSY LA PAZ 0099", [("INFO", "AMEMBASSY LA PAZ", None, "0099")]),
        ("INFO USMISSION USUN/NEW YORK 0012\nUSUN/NEW YORK", [
            ("INFO", "USMISSION USUN/NEW YORK", None, "0012"), ("INFO", "USUN/NEW YORK", None, None)]),
        ("ZEN/AMEMBASSY MADRID IMMEDIATE 0099-0101", [("TO", "AMEMBASSY MADRID", "IMMEDIATE", "0099-0101")]),
    ],
)  # fmt: skip
def test_addressees(read, rest: str, read_as: list) -> None:
    assert addressees(read(ROUTING.format(dtg="O 101200Z APR 09", rest=rest))) == [TO, *read_as]


def test_a_routing_block_on_one_line(read) -> None:
    text = "O 101200Z APR 09 FM AMEMBASSY LISBON TO SECSTATE WASHDC IMMEDIATE 1234 "
    text += (
        "INFO NSC WASHDC IMMEDIATE IBERIA COLLECTIVE PRIORITY CIA WASHDC FBI WASHDC AMEMBASSY MADRID 0099 DIA WASHDC"
    )
    assert addressees(read(text)) == [
        TO,
        ("INFO", "NSC WASHDC", "IMMEDIATE", None),
        ("INFO", "IBERIA COLLECTIVE", "PRIORITY", None),
        ("INFO", "CIA WASHDC", None, None),
        ("INFO", "FBI WASHDC", None, None),
        ("INFO", "AMEMBASSY MADRID", None, "0099"),
        ("INFO", "DIA WASHDC", None, None),
    ]


def test_what_a_collective_leaves_out(read) -> None:
    rest = "INFO IBERIA COLLECTIVE\nXMT AMEMBASSY MADRID\nAMCONSUL BARCELONA"
    last = read(ROUTING.format(dtg="O 101200Z APR 09", rest=rest)).addressees[-1]
    assert (last.name, last.excluded, last.collective) == (
        "IBERIA COLLECTIVE", ("AMEMBASSY MADRID", "AMCONSUL BARCELONA"), True)  # fmt: skip


def test_the_offices_of_a_distribution_list_are_no_addressees(read) -> None:
    text = "INFO  LOG-00   EEB-00   AF-00  \n      COME-00  INL-00\n\n"
    text += "R 161417Z APR 09\nFM SECSTATE WASHDC\nTO AMEMBASSY LISBON"
    draft = read(text)
    assert addressees(draft) == [("TO", "AMEMBASSY LISBON", None, None)]
    assert (draft.post, draft.origin) == ("SECSTATE WASHDC", "STATE")


def test_an_entry_points_at_its_line(read) -> None:
    text = ROUTING.format(dtg="O 101200Z APR 09", rest="INFO RUEHMD/AMEMBASSY MADRID 0099")
    assert [a.span.of(text) for a in read(text).addressees] == [
        "RUEHC/SECSTATE WASHDC IMMEDIATE 1234", "RUEHMD/AMEMBASSY MADRID 0099"]  # fmt: skip
