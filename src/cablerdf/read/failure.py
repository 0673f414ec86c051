"""What takes the place of a document that could not be read."""

from __future__ import annotations

from typing import NamedTuple
from zipfile import BadZipFile

from cablerdf.errors import FormatError, InputError, MissingExtraError, TooLargeError

NOT_A_CABLE = "not-a-cable"  # a text without any mark of a telegram
BROKEN = ("format-unknown", "format-broken", "csv-row-broken", NOT_A_CABLE)
CODES = {FormatError: "format-broken", TooLargeError: "too-large", MissingExtraError: "extra-missing"}


class Failure(NamedTuple):
    """A document that could not be read: where, why, and at which line if one is known.

    `code` is a stable kebab-case word, as in `Problem`.
    """

    source: str
    code: str
    message: str
    line: int | None = None

    def error(self) -> InputError:
        """The exception that says the same."""
        kind = (
            FormatError
            if self.code in ("format-unknown", "format-broken", "csv-row-broken", NOT_A_CABLE)
            else InputError
        )
        return kind(f"{self.source}: {self.message}", source=self.source, line=self.line)


def failure_of(error: Exception, source: str, code: str = "unreadable") -> Failure:
    """A `Failure` with the reason that an exception gives, in words; `code` where the exception has none."""
    for kind, its_code in CODES.items():
        if isinstance(error, kind):
            return Failure(source, its_code, str(error), getattr(error, "line", None))
    if isinstance(error, BadZipFile):
        return Failure(source, "archive-broken", f"the zip archive is cut off or damaged: {error}")
    if isinstance(error, OSError) and error.strerror:
        return Failure(source, code, error.strerror)
    return Failure(source, code, str(error) or type(error).__name__, getattr(error, "line", None))
