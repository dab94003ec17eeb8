"""Serves moto's AWS on the loopback port given; ends when its standard input does."""

import logging
import sys

from moto.core.responses import ActionResult
from moto.server import ThreadedMotoServer
from moto.ssm.responses import SimpleSystemManagerResponse


def describe_parameters(self: SimpleSystemManagerResponse) -> ActionResult:
    """As moto's own, whose pages always have 10 entries: those of AWS have up to 50, as they are asked for."""
    start = int(self._get_param("NextToken") or 0)
    end = start + min(int(self._get_param("MaxResults") or 10), 50)
    found = self.ssm_backend.describe_parameters(
        self._get_param("Filters"), self._get_param("ParameterFilters")
    )
    more = {"NextToken": str(end)} if end <= len(found) else {}
    return ActionResult(
        {"Parameters": [one.describe_response_object(False) for one in found[start:end]], **more}
    )


SimpleSystemManagerResponse.describe_parameters = describe_parameters

logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = ThreadedMotoServer(ip_address="127.0.0.1", port=int(sys.argv[1]), verbose=False)
server.start()
sys.stdin.read()
server.stop()
