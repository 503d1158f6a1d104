"""/admin/v1/party-organizations/{organization_id}/liaisons, and the reach of a liaison"""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Role, ScopeKind
from app.kernel import clock
from app.kernel.database.engine import Database
from app.organizations.models import OrganizationKind
from tests.audit import audited
from tests.client import as_admin
from tests.factories import a_community, an_administrator, granted, staff
from tests.now import NOW
from tests.organizations.units import a_liaison, a_unit, an_organization

ADMIN = "/admin/v1/party-organizations"
LETTER: dict[str, object] = {"letter_number": "云山党函〔2026〕12号"}


class Liaisons:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.party = await staff(database, self.community, Role.PARTY_ADMIN)
        self.unit = await a_unit(database, self.community)
        self.committee = await an_organization(
            database, self.unit, name="党委", kind=OrganizationKind.COMMITTEE
        )
        self.branch = await an_organization(database, self.unit, parent=self.committee)
        self.person = await an_administrator(database, "chen.lan")

        self.second = await staff(database, self.community, Role.COMMUNITY_ADMIN)

    async def propose(self, by: UUID | None, key: str = "liaison-01", **body: object) -> Response:
        return await self.http.post(
            f"{ADMIN}/{self.committee.id}/liaison-proposals",
            json=LETTER | (body or {"login_name": "chen.lan"}),
            headers=as_admin(by, key),
        )

    async def confirm(self, by: UUID | None, proposal: Response) -> Response:
        path = f"{ADMIN}/{self.committee.id}/liaison-proposals/{proposal.json()['id']}"
        return await self.http.post(f"{path}/confirm", headers=as_admin(by))

    async def appoint(self, key: str = "liaison-01") -> Response:
        return await self.confirm(self.second, await self.propose(self.party, key))

    async def revoke(self, by: UUID | None, user: UUID) -> Response:
        path = f"{ADMIN}/{self.committee.id}/liaisons/{user}/revoke"
        return await self.http.post(path, headers=as_admin(by))

    async def reaches(self, by: UUID, organization: UUID) -> int:
        path = f"{ADMIN}/{organization}/unit-registrations"
        return (await self.http.get(path, headers=as_admin(by))).status_code


class TestProposeLiaison(Liaisons):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.propose(None)).status_code == 401

    async def test_an_unknown_organization_is_not_found(self) -> None:
        answer = await self.http.post(
            f"{ADMIN}/{uuid4()}/liaison-proposals",
            json=LETTER | {"login_name": "chen.lan"},
            headers=as_admin(self.party, "liaison-01"),
        )
        assert answer.status_code == 404

    async def test_workers_and_those_of_elsewhere_may_not(self) -> None:
        worker = await staff(self.database, self.community)
        elsewhere = await staff(self.database, await a_community(self.database), Role.PARTY_ADMIN)
        assert (await self.propose(worker)).status_code == 403
        assert (await self.propose(elsewhere)).status_code == 403

    async def test_a_liaison_does_not_propose_others(self) -> None:
        liaison = await a_liaison(self.database, self.committee)
        assert (await self.propose(liaison)).status_code == 403

    async def test_malformed_or_no_administrator(self) -> None:
        both = await self.propose(self.party, login_name="chen.lan", user_id=str(self.person))
        assert both.status_code == 422
        nameless = await self.propose(self.party, login_name="chen.lan", letter_number="")
        assert nameless.status_code == 422
        answer = await self.propose(self.party, login_name="nobody")
        assert answer.json()["code"] == "communities.not_an_administrator"

    async def test_nobody_proposes_themselves(self) -> None:
        await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM, user_id=self.person)
        answer = await self.propose(self.person)
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "communities.grant_exceeds_yours",
        )

    async def test_once_is_enough(self) -> None:
        await self.propose(self.party)
        answer = await self.propose(self.party, "liaison-02")
        assert (answer.status_code, answer.json()["code"]) == (409, "communities.grant_proposed")


class TestConfirmLiaison(Liaisons):
    async def test_a_party_administrator_alone_appoints_nobody(self) -> None:
        """It was so: one made a worker liaison, who then read members of another community."""
        proposal = await self.propose(self.party)
        answer = await self.confirm(self.party, proposal)
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "communities.second_person_needed",
        )
        assert await self.reaches(self.person, self.committee.id) == 404

    async def test_workers_and_those_of_elsewhere_may_not(self) -> None:
        proposal = await self.propose(self.party)
        worker = await staff(self.database, self.community)
        elsewhere = await staff(self.database, await a_community(self.database), Role.PARTY_ADMIN)
        assert (await self.confirm(None, proposal)).status_code == 401
        assert (await self.confirm(worker, proposal)).status_code == 403
        assert (await self.confirm(elsewhere, proposal)).status_code == 403

    async def test_a_proposal_of_another_organization_is_not_found(self) -> None:
        proposal = await self.propose(self.party)
        self.committee = self.branch
        assert (await self.confirm(self.second, proposal)).status_code == 404

    async def test_a_declined_one_is_over(self) -> None:
        proposal = await self.propose(self.party)
        path = f"{ADMIN}/{self.committee.id}/liaison-proposals/{proposal.json()['id']}"
        declined = await self.http.post(f"{path}/decline", headers=as_admin(self.second))
        assert declined.json()["status"] == "declined"
        names = declined.json()["user_name"], declined.json()["organization_name"]
        assert names == ("李敏", "党委")
        assert (await self.confirm(self.second, proposal)).status_code == 409
        listed = await self.http.get(path.rpartition("/")[0], headers=as_admin(self.party))
        assert listed.json()["items"] == [declined.json()]

    async def test_who_is_liaison_already_is_not_proposed(self) -> None:
        await self.appoint()
        answer = await self.propose(self.party, "liaison-02")
        assert answer.json()["code"] == "double_reporting.already_liaison"

    async def test_they_act_for_the_organization_and_what_is_below_and_nothing_else(self) -> None:
        other = await an_organization(self.database, self.unit, name="其他党委")
        assert await self.reaches(self.person, self.committee.id) == 404
        proposal = await self.propose(self.party)
        assert await self.reaches(self.person, self.committee.id) == 404
        answer = await self.confirm(self.second, proposal)
        assert answer.status_code == 200
        path = f"{ADMIN}/{self.committee.id}/liaisons/{self.person}"
        shown = await self.http.get(path, headers=as_admin(self.party))
        assert shown.json() == answer.json()
        assert await self.reaches(self.person, self.committee.id) == 200
        assert await self.reaches(self.person, self.branch.id) == 200
        assert await self.reaches(self.person, other.id) == 404
        assert await self.reaches(self.person, uuid4()) == 404
        path = f"/admin/v1/communities/{self.community}/unit-registrations"
        assert (await self.http.get(path, headers=as_admin(self.person))).status_code == 404

    async def test_of_a_branch_they_do_not_reach_what_is_above(self) -> None:
        liaison = await a_liaison(self.database, self.branch)
        assert await self.reaches(liaison, self.branch.id) == 200
        assert await self.reaches(liaison, self.committee.id) == 404

    async def test_another_role_on_an_organization_is_no_liaison(self) -> None:
        admin = await granted(
            self.database, Role.PARTY_ADMIN, ScopeKind.ORGANIZATION, self.committee.id
        )
        assert await self.reaches(admin, self.committee.id) == 404

    async def test_it_is_audited(self) -> None:
        await self.appoint()
        entries = await audited(self.database)
        assert [(entry.action, entry.actor_id) for entry in entries] == [
            ("role_grant.proposed", self.party),
            ("role_grant.confirmed", self.second),
        ]


class TestListAndRevokeLiaisons(Liaisons):
    async def test_who_may_not(self) -> None:
        worker = await staff(self.database, self.community)
        assert (await self.revoke(None, self.person)).status_code == 401
        assert (await self.revoke(worker, self.person)).status_code == 403
        assert (await self.http.get(f"{ADMIN}/{self.committee.id}/liaisons")).status_code == 401

    async def test_who_is_none_cannot_be_revoked(self) -> None:
        answer = await self.revoke(self.party, self.person)
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "double_reporting.not_liaison",
        )

    async def test_from_the_next_request_on_they_reach_nothing(self) -> None:
        await self.appoint()
        path = f"{ADMIN}/{self.committee.id}/liaisons"
        with clock.frozen(NOW + timedelta(minutes=1)):
            listed = await self.http.get(path, headers=as_admin(self.party))
            [item] = listed.json()["items"]
            assert item["user_id"] == str(self.person)
            assert (item["user_name"], item["organization_name"]) == ("李敏", "党委")
            assert (await self.revoke(self.party, self.person)).status_code == 200
            assert await self.reaches(self.person, self.committee.id) == 404
            assert (await self.revoke(self.party, self.person)).status_code == 409
            listed = await self.http.get(path, headers=as_admin(self.party))
            assert listed.json()["items"] == []
            one = await self.http.get(f"{path}/{self.person}", headers=as_admin(self.party))
            assert one.status_code == 404
            again = await self.appoint("liaison-03")
            assert again.status_code == 200


class TestProposeMany(Liaisons):
    async def propose_many(self, by: UUID | None, *lines: dict[str, object]) -> Response:
        return await self.http.post(
            "/admin/v1/liaison-proposals",
            json={"proposals": lines},
            headers=as_admin(by, "liaisons-01"),
        )

    def line(self, organization: UUID, login_name: str) -> dict[str, object]:
        return LETTER | {"organization_id": str(organization), "login_name": login_name}

    async def test_many_are_proposed_at_once_or_none(self) -> None:
        """Each liaison of a district's units took four requests."""
        await an_administrator(self.database, "li.min")
        first = self.line(self.committee.id, "chen.lan")
        assert (await self.propose_many(None, first)).status_code == 401
        worker = await staff(self.database, self.community)
        assert (await self.propose_many(worker, first)).status_code == 403
        refused = await self.propose_many(
            self.party, first, self.line(self.branch.id, "nobody.there")
        )
        assert (refused.status_code, refused.json()["line"]) == (422, 2)
        elsewhere = await staff(self.database, await a_community(self.database), Role.PARTY_ADMIN)
        other = await self.propose_many(elsewhere, first)
        assert (other.status_code, other.json()["line"]) == (403, 1)
        answer = await self.propose_many(self.party, first, self.line(self.branch.id, "li.min"))
        assert answer.status_code == 201, answer.text
        assert {one["status"] for one in answer.json()["items"]} == {"proposed"}
        assert len(answer.json()["items"]) == 2
