"""Waiting until a save is over: several writes one after the other are one save."""

from collections.abc import Callable

from argmap.watching.looking import PATIENCE, Looks, Patience


def wait_for_stillness(
    look: Callable[[], Looks],
    before: Looks,
    *,
    clock: Callable[[], float],
    sleep: Callable[[float], None],
    patience: Patience = PATIENCE,
) -> Looks:
    """How files look once they have been left alone for a moment.

    Args:
        look: How they look now.
        before: How they looked before; one that was there then may come back.
        clock: Seconds, from wherever.
        sleep: Waits so many seconds.
        patience: How long to wait.
    """
    seen = look()
    began = since = clock()
    while (now := clock()) - began < patience.longest:
        away = any(stamp is None and before.get(path) is not None for path, stamp in seen.items())
        if now - since >= (patience.missing if away else patience.quiet):
            break
        sleep(patience.step)
        if (looked := look()) != seen:
            seen, since = looked, clock()
    return seen
