"""Serves moto's AWS on the loopback port given; ends when its standard input does."""

import logging
import sys

from moto.core.responses import ActionResult
from moto.server import ThreadedMotoServer
from moto.ssm.models import SimpleSystemManagerBackend
from moto.ssm.responses import SimpleSystemManagerResponse


# moto goes through all parameters for every page; here a walk goes on with what its first page found.
walks = {}


def describe_parameters(self: SimpleSystemManagerResponse) -> ActionResult:
    """As moto's own, whose pages always have 10 entries: those of AWS have up to 50, as they are asked for."""
    start = int(self._get_param("NextToken") or 0)
    end = start + min(int(self._get_param("MaxResults") or 10), 50)
    filters = self._get_param("ParameterFilters")
    walk = (id(self.ssm_backend), repr(filters))
    if start == 0:
        walks[walk] = self.ssm_backend.describe_parameters(self._get_param("Filters"), filters)
    found = walks[walk]
    more = {"NextToken": str(end)} if end <= len(found) else {}
    return ActionResult(
        {"Parameters": [one.describe_response_object(False) for one in found[start:end]], **more}
    )


def get_parameters_by_path(
    self: SimpleSystemManagerBackend, path, recursive, filters=None, next_token=None, max_results=10
):
    self._validate_parameter_filters(filters, by_path=True)
    walk = (id(self), path, recursive, repr(filters))
    if not next_token:
        names = self._parameters.get_keys_beginning_with(path.rstrip("/") + "/", recursive)
        found = [self.get_parameter(name) for name in names]
        walks[walk] = [one for one in found if self._match_filters(one, filters)]
    return self._get_values_nexttoken(walks[walk], max_results, next_token)


SimpleSystemManagerBackend.get_parameters_by_path = get_parameters_by_path
SimpleSystemManagerResponse.describe_parameters = describe_parameters

logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = ThreadedMotoServer(ip_address="127.0.0.1", port=int(sys.argv[1]), verbose=False)
server.start()
sys.stdin.read()
server.stop()
