"""The import contracts of pyproject.toml hold, and each is broken by an import that it forbids."""

from copy import deepcopy
from pathlib import Path

import pytest
from grimp import ImportGraph, build_graph
from importlinter import Contract
from importlinter.api import read_configuration
from importlinter.contracts.acyclic_siblings import AcyclicSiblingsContract
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.layers import LayersContract
from importlinter.contracts.protected import ProtectedContract

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
OPTIONS = read_configuration(str(PYPROJECT))
KINDS: dict[str, type[Contract]] = {
    "layers": LayersContract,
    "forbidden": ForbiddenContract,
    "protected": ProtectedContract,
    "acyclic_siblings": AcyclicSiblingsContract,
}


CONTRACTS = {
    options["name"]: KINDS[options["type"]](options["name"], OPTIONS["session_options"], options)
    for options in OPTIONS["contracts_options"]
}
LAYERS = "who may import whom"
KERNEL = "the folders of the kernel"
INSIDE = "inside a feature, and inside each of its aggregates"
CYCLES = "no cycles: aggregates form a tree, and what their feature shares knows none of them"
NO_WEB = "rules know no web"
FEATURES = "only features.py imports features"
ROUTERS = "only a feature imports its routers"
PLANTED = [
    (LAYERS, "app.kernel.clock", "app.identity.models"),
    (LAYERS, "app.identity.me.service", "app.communities.models"),
    (LAYERS, "app.communities.events", "app.organizations.models"),
    (LAYERS, "app.links.models", "app.notifications.inbox"),
    (LAYERS, "app.volunteering.events", "app.feedback.events"),
    (LAYERS, "app.worker", "app.main"),
    (LAYERS, "app.newcomer", "app.kernel.errors"),
    (KERNEL, "app.kernel.database.engine", "app.kernel.web.pages"),
    (KERNEL, "app.kernel.jobs.sweeps", "app.kernel.ops.health"),
    (KERNEL, "app.kernel.privacy.audit", "app.kernel.web.problems"),
    (KERNEL, "app.kernel.clock", "app.kernel.newcomer"),
    (INSIDE, "app.volunteering.series.schemas", "app.volunteering.series.service"),
    (INSIDE, "app.communities.documents.schemas", "app.communities.documents.hot"),
    (INSIDE, "app.consultations.topics.queries", "app.consultations.topics.service"),
    (INSIDE, "app.links.schemas", "app.links.service"),
    (INSIDE, "app.feedback.models.ticket", "app.feedback.messages"),
    (INSIDE, "app.volunteering.policies", "app.volunteering.deps"),
    (CYCLES, "app.volunteering.signups.service", "app.volunteering.activities.service"),
    (CYCLES, "app.volunteering.deps", "app.volunteering.shifts.queries"),
    (CYCLES, "app.feedback.models.ticket", "app.feedback.tickets.rules"),
    (NO_WEB, "app.volunteering.signups.rules", "fastapi"),
    (NO_WEB, "app.double_reporting.models.post", "starlette"),
    (NO_WEB, "app.consultations.messages.topics", "httpx"),
    (NO_WEB, "app.feedback.tickets.service", "app.feedback.deps"),
    (FEATURES, "app.main", "app.volunteering.feature"),
    (FEATURES, "app.volunteering.listeners", "app.volunteering.feature"),
    (ROUTERS, "app.api", "app.volunteering.activities.router"),
    (ROUTERS, "app.feedback.tickets.service", "app.feedback.tickets.desk_router"),
    ("only integrations call out", "app.identity.sessions.service", "httpx"),
    ("only identity.tokens knows python-jose", "app.identity.deps", "jose"),
    ("what serves holds nothing of the command line", "app.serve", "typer"),
    (
        "only the demo knows the simulator of WeChat",
        "app.main",
        "app.integrations.wechat.simulator.run",
    ),
    ("inside wechat", "app.integrations.wechat.wire", "app.integrations.wechat.client"),
]


@pytest.fixture(scope="module")
def graph() -> ImportGraph:
    return build_graph("app", include_external_packages=True, cache_dir=None)


def plant(graph: ImportGraph, importer: str, imported: str) -> ImportGraph:
    """Returns the graph with one import more, and with the modules that it needs."""
    planted = deepcopy(graph)
    for module in (importer, imported):
        parent, _, _ = module.rpartition(".")
        for name in (parent, module):
            if name and name not in planted.modules:
                planted.add_module(name)
    planted.add_import(importer=importer, imported=imported, line_number=1, line_contents="planted")
    return planted


def is_kept(contract: Contract, graph: ImportGraph) -> bool:
    return contract.check(deepcopy(graph), verbose=False).kept


def test_every_contract_is_kept(graph: ImportGraph) -> None:
    assert [name for name, contract in CONTRACTS.items() if not is_kept(contract, graph)] == []


def test_every_contract_is_planted_against() -> None:
    assert {name for name, _, _ in PLANTED} == set(CONTRACTS)


def test_what_is_forbidden_is_found(graph: ImportGraph) -> None:
    unseen = [
        f"{importer} -> {imported}: {name}"
        for name, importer, imported in PLANTED
        if is_kept(CONTRACTS[name], plant(graph, importer, imported))
    ]
    assert unseen == []
