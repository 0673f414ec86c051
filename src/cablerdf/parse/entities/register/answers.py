"""What the register answers: whom a form means, and why."""

from __future__ import annotations

from typing import NamedTuple

BY_INITIALS = "the initials printed after the name"


class Answer(NamedTuple):
    """Whom a form means, by the index of the person; by which rule; who else might have been meant and is not."""

    person: int
    rule: str
    instead: tuple[int, ...] = ()


def once(bucket: list[int], index: int) -> None:
    """Adds an index to those that go by one form, where it is not there."""
    if bucket[-1:] != [index] and index not in bucket:
        bucket.append(index)
