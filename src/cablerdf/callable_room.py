"""Rooms that may be called: `cablerdf.parse` is the room and, called, its function `parse`; so is `cablerdf.read`."""

from __future__ import annotations

import inspect
import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class CallableRoom(ModuleType):
    """A package whose function of the same name is what a call of it runs."""

    def __call__(self, *args: Any, **options: Any) -> Any:
        return self._function(*args, **options)

    @property
    def _function(self) -> Any:
        return vars(self)[self.__name__.rpartition(".")[2]]

    @property
    def __signature__(self) -> inspect.Signature:
        return inspect.signature(self._function)

    def __reduce__(self) -> tuple[Any, ...]:
        return import_module, (self.__name__,)  # a pool of processes can be given it


def make_callable(room: str) -> None:
    """Lets the room of a name be called, once its function stands in it."""
    sys.modules[room].__class__ = CallableRoom
