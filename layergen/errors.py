"""The one exception that reaches the user bare; anything else is our bug and keeps its traceback."""

from __future__ import annotations


class LayergenError(Exception):
    """A mistake of the user's, told in full: where, what was read, what was expected, what to do.

    Args:
        message: The text that is printed as it stands, with no traceback.
        exit_status: 2 (bad usage or a bad spec) unless told otherwise.
    """

    def __init__(self, message: str, exit_status: int = 2) -> None:
        super().__init__(message)
        self.exit_status = exit_status

    def as_data(self) -> list[dict[str, str]]:
        """The mistakes one by one, for `--format json`."""
        return [{"message": str(self)}]
