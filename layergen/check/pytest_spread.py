"""How pytest-xdist spreads the tests of `--layergen`: a layer at a time, everything else one by one."""

from __future__ import annotations

import re

from xdist.scheduler.loadgroup import LoadGroupScheduling

RULE_TEST = re.compile(r"^(?P<layer>.+)::LG\d{3}-[a-z0-9-]+$")


class ByLayer(LoadGroupScheduling):
    """Tests of one layer stay together, so that one run of the checker serves them."""

    def _split_scope(self, nodeid: str) -> str:
        match = RULE_TEST.match(nodeid)
        return match["layer"] if match else super()._split_scope(nodeid)
