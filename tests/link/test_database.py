"""A database is closed with its owner."""

from __future__ import annotations

import sqlite3
from threading import Thread

import pytest

from cablerdf.link.database import held


class Owner:
    """Something that holds a database."""

    def __init__(self) -> None:
        self.base = held(self, "")


def test_it_is_closed_when_another_thread_lets_go_of_its_owner_last() -> None:
    owners = [Owner()]
    base = owners[0].base
    other = Thread(target=owners.clear)
    other.start()
    other.join()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        base.execute("SELECT 1")


def test_it_stays_open_as_long_as_its_owner() -> None:
    owner = Owner()
    base = owner.base
    assert base.execute("SELECT 1").fetchone() == (1,)
    del owner
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        base.execute("SELECT 1")
