"""A stateful imitation of NebulaECN's account service, which is a deployment of the open-source Barong 2.6.

`create(world)` gives the venue; `Settings` are its switches.
"""

from __future__ import annotations

from venuekit_sandbox.nebulaecn.settings import Settings
from venuekit_sandbox.nebulaecn.wire import NebulaEcn, create

__all__ = ["NebulaEcn", "Settings", "create"]
