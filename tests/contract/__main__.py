"""`python -m tests.contract`: schemathesis asks every operation of both documents, in this process.

First each operation alone, and each request is taken back: its example, generated values, values
that its schema refuses, other methods, no login. Then sequences, in which an operation is given
what another one has answered. Nothing may be a 5xx; every answer has a status, a media type,
headers and a body that its document knows; what has no login is 401, another method is 405 with
`Allow`. The short form is that of CI; `--long` asks far more, also values at the bounds of each
schema.
"""

import argparse
import asyncio
import sys
from copy import deepcopy
from time import monotonic
from typing import Any, NamedTuple

import schemathesis
from schemathesis import engine
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events
from schemathesis.python import asgi

from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database.migrations import migrate
from app.kernel.web.bodies import XLSX_TYPE
from bench.databases import a_database
from tests.contract.caller import Caller
from tests.contract.findings import Findings
from tests.contract.town import TownApp
from tests.generated.test_edges import SETTINGS
from tests.routes import DOCUMENTS

CHECKS = (
    *("not_a_server_error", "status_code_conformance", "content_type_conformance"),
    *("response_schema_conformance", "response_headers_conformance", "unsupported_method"),
    *("allow_header_conformance", "ignored_auth"),
)
ALONE, IN_SEQUENCE = ("examples", "coverage", "fuzzing"), ("stateful",)


class Form(NamedTuple):
    """How much is asked."""

    examples: int
    """Generated requests of each operation."""
    sequences: int
    has_bounds: bool


SHORT, LONG = Form(2, 20, has_bounds=False), Form(40, 400, has_bounds=True)


def config_of(form: Form, phases: tuple[str, ...], seed: int) -> SchemathesisConfig:
    phases_of_run: dict[str, Any] = {
        name: {"enabled": name in phases and (name != "coverage" or form.has_bounds)}
        for name in ALONE + IN_SEQUENCE
    }
    phases_of_run["fuzzing"]["generation"] = {"max-examples": form.examples}
    phases_of_run["stateful"] |= {"generation": {"max-examples": form.sequences}, "max-steps": 6}
    checks: dict[str, Any] = {"enabled": False} | {name: {"enabled": True} for name in CHECKS}
    return SchemathesisConfig.from_dict(
        {
            "seed": seed,
            "workers": 1,
            "base-url": "http://localhost",
            "continue-on-failure": True,
            "generation": {"no-shrink": True, "database": "none"},
            "checks": checks,
            "phases": phases_of_run,
        }
    )


def run(app: TownApp, audience: str, config: SchemathesisConfig) -> Findings:
    """Asks the operations of a document, in the town as it was at its beginning."""
    app.begins_anew = True
    schema = schemathesis.openapi.from_dict(deepcopy(DOCUMENTS[audience]), config=config)
    application: Any = app
    with asgi.get_client(application) as client:
        client.get("/healthz")  # The town is made when the first client comes.
    schema.app, schema.location = app, "/openapi.json"
    _call_as(Caller(app), schema)
    findings = Findings()
    for event in engine.from_schema(schema).execute():
        app.begins_anew |= isinstance(event, events.ScenarioStarted)
        findings.add(event)
    return findings


def _call_as(caller: Caller, schema: Any) -> None:
    """Has requests prepared and logged in. Hooks of requests are those of the whole process."""
    schemathesis.hooks.unregister_all()

    @schemathesis.hook("before_call")
    def before_call(_context: Any, case: Any, _kwargs: Any) -> None:
        caller.prepare(case)

    class Login:
        """The login, as schemathesis wants it: a class without arguments."""

        def get(self, case: Any, _context: Any) -> str:
            return caller.token(case)

        def set(self, case: Any, data: str, _context: Any) -> None:
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}

    schema.auth(refresh_interval=None)(Login)


@schemathesis.serializer(XLSX_TYPE)
def write_workbook(_context: Any, value: Any) -> bytes:
    """A generated workbook is bytes without a meaning."""
    return value if isinstance(value, bytes) else str(value).encode()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.contract", description=__doc__)
    parser.add_argument("--long", action="store_true", help="ask far more, for hours")
    parser.add_argument("--seed", type=int, default=1, help="another one asks other things")
    given = parser.parse_args()
    form, failed = LONG if given.long else SHORT, 0
    keys.use(SETTINGS.keys())
    clock.use_zone(SETTINGS.time_zone)
    with a_database("contract") as url:
        asyncio.run(migrate(url))
        app = TownApp(url)
        for audience in DOCUMENTS:
            for phases in (ALONE, IN_SEQUENCE):
                began = monotonic()
                app.is_undone = phases is ALONE
                findings = run(app, audience, config_of(form, phases, given.seed))
                findings.show()
                took = f"{monotonic() - began:.0f} s"
                print(f"{audience}, {', '.join(phases)}: {took}", flush=True)
                failed += len(findings.failures)
        asgi.shutdown_lifespans()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
