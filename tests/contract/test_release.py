"""`linli release-openapi`"""

import json
from pathlib import Path

from typer.testing import CliRunner

from app.cli import app
from tests.contract.test_changes import RELEASED


def test_documents_are_released_unless_clients_would_break(tmp_path: Path) -> None:
    folder, path = ["--folder", str(tmp_path)], tmp_path / "resident.json"
    assert CliRunner().invoke(app, ["release-openapi", *folder]).exit_code == 0
    document = json.loads(path.read_text(encoding="utf-8"))
    document["paths"]["/v1/former"] = {"get": {"operationId": "getFormer", "responses": {}}}
    path.write_text(json.dumps(document), encoding="utf-8")
    refused = CliRunner().invoke(app, ["release-openapi", *folder])
    assert refused.exit_code == 1
    assert "GET /v1/former: the operation is gone" in refused.output
    assert "/v1/former" in path.read_text(encoding="utf-8")
    assert CliRunner().invoke(app, ["release-openapi", "--breaks", *folder]).exit_code == 0
    assert "/v1/former" not in path.read_text(encoding="utf-8")


def test_the_changelog_names_what_was_released() -> None:
    changelog = (RELEASED.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    for path in RELEASED.glob("*.json"):
        released = json.loads(path.read_text(encoding="utf-8"))
        assert f"\n## {released['info']['version']}\n" in changelog, path.name
