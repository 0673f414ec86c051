"""What the register answers: whom a printed form means, and why."""

from __future__ import annotations

from typing import NamedTuple

BY_INITIALS = "the initials printed after the name"


class Answer(NamedTuple):
    """Whom a form means, by the index of the person; by which rule; who else might have been meant and is not."""

    person: int
    rule: str
    instead: tuple[int, ...] = ()
