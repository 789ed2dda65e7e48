"""The protocol as pygls speaks it, with an answer to every request."""

from typing import Any

from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol


class Protocol(LanguageServerProtocol):
    """Refuses requests whose parameters cannot be read; pygls would leave the editor waiting."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message as a value."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and isinstance(asked := data.get("id"), int | str):
                self._send_response(asked, None, error.to_response_error())
            raise
