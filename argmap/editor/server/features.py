"""Messages and what answers them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pygls.exceptions import JsonRpcException

from argmap.editor.server.session import Server


@dataclass(frozen=True, slots=True)
class Feature:
    """A message and what answers it.

    Attributes:
        method: Its name in the protocol.
        answer: Takes the server and what the message holds.
        options: What the editor is told of it at the start.
    """

    method: str
    answer: Callable[[Server, Any], Any]
    options: Any = None


def register(server: Server, features: Iterable[Feature]) -> None:
    """Have messages answered. Where that fails, the editor's log is told, and the answer is nothing."""
    for feature in features:
        server.feature(feature.method, feature.options)(_guarded(server, feature))


def _guarded(server: Server, feature: Feature) -> Callable[[Any], Any]:
    def answered(params: Any) -> Any:
        try:
            return feature.answer(server, params)
        except JsonRpcException:  # a refusal is an answer
            raise
        except Exception:  # whatever a text holds, the server lives on
            server.report(feature.method)
            return None

    return answered
