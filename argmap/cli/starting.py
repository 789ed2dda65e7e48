"""What starting up leaves out: a command on small maps is mostly that."""

import gc
import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, Final

_LOADER: Final = "pydantic.plugin._loader"


def lighten() -> None:
    """Pause the garbage collector, and let pydantic look for no plugins: 40 ms of 250."""
    gc.disable()  # a command is over before collecting would pay
    if os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1") == "1":
        sys.modules.setdefault(_LOADER, _NoPlugins(_LOADER))


class _NoPlugins(ModuleType):
    """In place of pydantic's module, which imports what reads the metadata of packages before it sees the variable.

    Whatever else pydantic may one day want of that module, it gets from the module itself.
    """

    @staticmethod
    def get_plugins() -> tuple[()]:
        """Pydantic's plugins: none."""
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked of every module by the import system and inspectors
            raise AttributeError(name)
        sys.modules.pop(_LOADER, None)
        return getattr(import_module(_LOADER), name)
