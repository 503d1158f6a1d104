"""The end of an operation is told in every answer of it, and in its document."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Annotated

import pytest
from fastapi import APIRouter, FastAPI, Query, Response
from httpx import AsyncClient
from openapi_spec_validator import validate

from app.kernel import clock
from app.kernel.errors import NotFound
from app.kernel.lane.hot_route import HotRoute
from app.kernel.web.deprecation import Deprecation
from app.kernel.web.problems import install, problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import In, Out
from app.openapi import documents
from tests.client import client_of_app

SINCE = datetime(2027, 1, 1, tzinfo=UTC)
SUNSET = datetime(2027, 12, 31, 16, tzinfo=UTC)
"""The first instant of 2028 in China: the document names the day that people there have."""
SUCCESSOR = "/v1/samples/{sample_id}/content"
END = Deprecation(since=SINCE, sunset=SUNSET, successor=SUCCESSOR)
HEADERS = {
    "deprecation": "@1798761600",
    "sunset": "Fri, 31 Dec 2027 16:00:00 GMT",
    "link": '</v1/samples/a%0D%0Ab/content>; rel="successor-version"',
}


class SampleQuery(In):
    limit: int = 1


class SampleOut(Out):
    id: str


def an_app() -> FastAPI:
    clock.use_zone("Asia/Shanghai")
    router, outer, app = Router(prefix="/samples", tags=["samples"]), APIRouter(), FastAPI()

    @router.get(
        "/{sample_id}", response_model=SampleOut, responses=problems(NotFound), deprecation=END
    )
    async def get_sample(sample_id: str, query: Annotated[SampleQuery, Query()]) -> SampleOut:
        """Get a sample. It is shown whole."""
        if query.limit == 2:
            raise NotFound
        return SampleOut(id=sample_id)

    @router.get("", response_model=SampleOut)
    async def get_samples() -> SampleOut:
        """Get all samples."""
        return SampleOut(id="all")

    hot = Router(prefix="/hot", tags=["samples"], route_class=HotRoute)

    @hot.get("/{sample_id}", response_model=SampleOut, deprecation=Deprecation(since=SINCE))
    async def get_hot_sample(sample_id: str, query: Annotated[SampleQuery, Query()]) -> Response:
        """Get a sample in haste."""
        return Response(b"{}", 200, media_type="application/json")

    router.mount(outer, "/v1")
    hot.mount(outer, "/v1")
    app.router.routes.extend(outer.routes)
    install(app)
    return app


@pytest.fixture
async def client() -> AsyncIterator[AsyncClient]:
    async with client_of_app(an_app()) as client:
        yield client


async def test_every_answer_tells(client: AsyncClient) -> None:
    for query, status in (("", 200), ("?limit=2", 404), ("?limit=x", 422), ("?other=1", 422)):
        answer = await client.get(f"/v1/samples/a%0D%0Ab{query}")
        assert answer.status_code == status
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, query


async def test_hot_routes_tell(client: AsyncClient) -> None:
    for query, status in (("", 200), ("?limit=x", 422)):
        answer = await client.get(f"/v1/hot/a{query}")
        assert answer.status_code == status
        assert answer.headers["deprecation"] == HEADERS["deprecation"]
        assert "sunset" not in answer.headers


async def test_others_do_not(client: AsyncClient) -> None:
    answer = await client.get("/v1/samples")
    assert answer.status_code == 200
    assert not HEADERS.keys() & answer.headers.keys()


def test_the_document_tells() -> None:
    document = documents(an_app())["resident"]
    validate(document)
    operation = document["paths"]["/v1/samples/{sample_id}"]["get"]
    assert operation["deprecated"] is True
    assert (operation["x-sunset"], operation["x-successor"]) == ("2028-01-01", SUCCESSOR)
    assert operation["description"].endswith(
        f"Deprecated since 2027-01-01. It may be gone after 2028-01-01. Call `{SUCCESSOR}` instead."
    )
    assert operation["responses"]["200"]["headers"].keys() >= {"Deprecation", "Sunset", "Link"}
    assert document["components"]["headers"].keys() >= {"Deprecation", "Sunset", "Link"}
    brief = document["paths"]["/v1/hot/{sample_id}"]["get"]
    assert brief["description"] == "Deprecated since 2027-01-01."
    other = document["paths"]["/v1/samples"]["get"]
    assert "deprecated" not in other
    assert "Sunset" not in other["responses"]["200"]["headers"]


def test_no_end_comes_before_it_is_told() -> None:
    with pytest.raises(ValueError, match="after it is deprecated"):
        Deprecation(since=SUNSET, sunset=SINCE)


def test_a_successor_has_no_parameters_of_its_own() -> None:
    with pytest.raises(ValueError, match="sample_id"):
        END.require_parameters_of("/v1/samples")
