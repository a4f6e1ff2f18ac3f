"""Words of findings: an exception's message cut to one line."""

from __future__ import annotations

LONGEST = 220


def first_line(message: str) -> str:
    """The first line of what an exception says."""
    lines = message.strip().splitlines()
    return cut(lines[0].strip() if lines else "(no message)", LONGEST)


def cut(text: str, longest: int = 80) -> str:
    """The text, or the beginning of it."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


NO_KERNEL = (
    "OpKernel",
    "not implemented for",
    "Could not find device",
    "not in the list of allowed values",
    "no kernel",
    "not supported",
    "Unimplemented",
    "No registered",
    "Expected dtype",
    "unsupported",
    "does not support",
    "doesn't support",
)


def lacks_kernel(message: str) -> bool:
    """Whether a framework says that it has no code for an operation with these dtypes on this device."""
    return any(part.lower() in message.lower() for part in NO_KERNEL)
