"""A board on which one writes and any number read: nobody who reads keeps the writer waiting."""

import threading

from argmap.watching.editions import Edition


class Board:
    """The latest edition, how many there were, and whether there will be more."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._edition: Edition | None = None
        self._count = 0
        self._closed = False

    def post(self, edition: Edition) -> None:
        """Put an edition up in place of the one before."""
        with self._changed:
            self._edition, self._count = edition, self._count + 1
            self._changed.notify_all()

    def close(self) -> None:
        """Say that there will be no more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    @property
    def is_closed(self) -> bool:
        """Whether there will be no more."""
        with self._changed:
            return self._closed

    @property
    def edition(self) -> Edition | None:
        """The latest; None before the first."""
        with self._changed:
            return self._edition

    def later_than(self, count: int, *, within: float) -> tuple[int, Edition | None]:
        """The number of the latest edition, and the edition if it is later than the one of that number.

        Waits for one so many seconds, less if the board is closed. Whoever reads slowly misses those in between.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._count > count or self._closed, within)
            return self._count, self._edition if self._count > count else None
