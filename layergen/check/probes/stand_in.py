"""A function in the place of a constructor of Keras's, which Keras, as it reads signatures, cannot tell from it."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

Function = Callable[..., Any]


def standing_in_for(original: Function) -> Callable[[Function], Function]:
    """Decorates the function that is put in the place of the original one."""

    def decorate(function: Function) -> Function:
        dressed = functools.wraps(original)(function)
        # Not every reader follows `__wrapped__`: Keras asks getfullargspec for the constructor's arguments.
        dressed.__signature__ = inspect.signature(original)  # type: ignore[attr-defined]
        return dressed

    return decorate
