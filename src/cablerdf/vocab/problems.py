"""What each problem code means, and what to do about it."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.errors import OptionError
from cablerdf.vocab.tables import rows


class Explanation(NamedTuple):
    """A row of `problem_codes.csv`."""

    code: str
    severity: str
    meaning: str
    cure: str

    def text(self) -> str:
        """The explanation for a reader.

        >>> print(explain("redaction").text())
        redaction (info)
          Words of the body were blacked out (`xxxxx`) by who published it.
          What to do: Nothing.
        """
        return f"{self.code} ({self.severity})\n  {self.meaning}\n  What to do: {self.cure}"


def explanations() -> tuple[Explanation, ...]:
    """Every code, sorted."""
    return tuple(Explanation(*(row[name] for name in Explanation._fields)) for row in rows("problem_codes"))


def explain(code: str) -> Explanation:
    """What a code means.

    Raises:
        OptionError: there is no such code.
    """
    for known in explanations():
        if known.code == code:
            return known
    near = [known.code for known in explanations() if code and (code in known.code or known.code in code)]
    hint = f": is it {' or '.join(near)}?" if near else "; `cablerdf explain` lists all"
    raise OptionError(f"no problem code {code!r}{hint}")
