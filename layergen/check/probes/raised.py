"""Turns an exception of the layer under test into evidence: what, where in the user's file, and whose fault."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from typing import Any

from layergen.check.evidence import Raised

LONGEST = 1200  # characters of a message or traceback that are kept
OWN_MISTAKES = (
    AttributeError,
    NameError,
    TypeError,
    AssertionError,
    IndexError,
    KeyError,
    ZeroDivisionError,
)


# Keras 3.15 wraps what a call raises: a headline, the message in bold, and the values of all arguments.
# What `from_config` raises comes after the whole config.
WRAPPED = re.compile(
    r"(?:Exception encountered when calling [^\n]*\n+|Error when deserializing class .*?\n\nException encountered: )"
    r"(?P<message>.*?)(?:\s*Arguments received by .*)?\Z",
    re.DOTALL,
)
# Keras 3.15 makes an exception of the same class out of that text; JAX's classes take a tracer instead, and fail.
REMADE = "'str' object has no attribute '_error_repr'"
BOLD = re.compile(r"\x1b\[[01]m")


class FileUnderCheck:
    """The user's file, set once in each child: lines of a traceback that lie in it are the user's."""

    path = ""


def attempt(function: Callable[..., Any], *values: Any, **options: Any) -> Any:
    """What the function returns, or `Raised`: nothing goes through, not even `sys.exit` or a KeyboardInterrupt."""
    try:
        return function(*values, **options)
    except BaseException as error:
        return raised(error)


def raised(error: BaseException) -> Raised:
    """The record of an exception."""
    message = _text(error)
    if message == REMADE and error.__context__ is not None:
        error = error.__context__
        message = _text(error)
    message = unwrapped(message)
    frames = traceback.extract_tb(error.__traceback__)
    cause = error
    while cause.__cause__ is not None or cause.__context__ is not None:
        cause = cause.__cause__ or cause.__context__
        frames += traceback.extract_tb(cause.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == FileUnderCheck.path]
    last = traceback.extract_tb(error.__traceback__)[-1:]
    own = bool(last) and last[0].filename == FileUnderCheck.path
    text = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)[-4:]))
    return Raised(
        type=type(error).__name__,
        message=message if len(message) <= LONGEST else message[: LONGEST - 1] + "…",
        line=_line_of(error) or (lines[-1] if lines else None),
        traceback=text[-LONGEST:],
        own=own,
    )


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # an exception whose own text fails is still an exception
        return ""


def unwrapped(message: str) -> str:
    """What was raised, without what Keras puts round it; layers within layers wrap more than once."""
    message = BOLD.sub("", message)
    while found := WRAPPED.match(message):
        message = found["message"]
    return message


def _line_of(error: BaseException) -> int | None:
    """The deepest line in the user's file on the way to this exception itself."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == FileUnderCheck.path]
    if not lines and isinstance(error, SyntaxError) and error.filename == FileUnderCheck.path:
        return error.lineno
    return lines[-1] if lines else None
