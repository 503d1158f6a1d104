"""Subjects of duties and of messages to staff: what an administrator opens."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from app.kernel.words import Worded


class StaffSubjectKind(Worded):
    """Kinds of things that staff are told about, each with the page that shows it to them."""

    RESIDENCE_CLAIM = "residence_claim", "居住申请", "residence claim"
    GUARDIANSHIP = "guardianship", "监护关系", "guardianship"
    GRANT_PROPOSAL = "grant_proposal", "授权提议", "grant proposal"
    LIAISON_PROPOSAL = "liaison_proposal", "联络员提名", "proposal of a liaison"
    SIGNUP = "signup", "报名", "sign-up"
    ATTENDANCE = "attendance", "到场记录", "attendance"
    ACTIVITY = "activity", "活动", "activity"
    TOPIC = "topic", "议题", "topic"
    OPINION = "opinion", "意见", "opinion"
    BALLOT = "ballot", "表决", "ballot"
    TICKET = "ticket", "诉求", "ticket"
    UNIT_REGISTRATION = "unit_registration", "单位报到", "unit registration"
    OWN_UNIT_REGISTRATION = "own_unit_registration", "本单位报到", "registration of one's own unit"
    UNIT_ASSIGNMENT = "unit_assignment", "单位结对安排", "assignment of a unit"
    MEMBER_REGISTRATION = "member_registration", "党员报到", "member registration"
    POST_CLAIM = "post_claim", "岗位认领", "claim of a post"
    REDEMPTION = "redemption", "兑换", "redemption"
    POINT_DEBT = "point_debt", "积分差额", "debt of points"
    SERVICE_ENTRY = "service_entry", "服务时长", "service entry"
    SERVICE_OCCASION = "service_occasion", "服务场次", "service occasion"
    CERTIFICATE = "certificate", "志愿服务记录证明", "certificate of service"


_HERE = "/admin/v1/communities/{community_id}"
_OWN = "/admin/v1/party-organizations/{parent_id}"
K = StaffSubjectKind
PATHS: Mapping[StaffSubjectKind, str] = {
    K.RESIDENCE_CLAIM: f"{_HERE}/residence-claims/{{id}}",
    K.GUARDIANSHIP: f"{_HERE}/guardianships/{{id}}",
    K.GRANT_PROPOSAL: "/admin/v1/grant-proposals/{parent_id}/{id}",
    K.LIAISON_PROPOSAL: f"{_OWN}/liaison-proposals/{{id}}",
    K.SIGNUP: f"{_HERE}/signups/{{id}}",
    K.ATTENDANCE: f"{_HERE}/attendances/{{id}}",
    K.ACTIVITY: f"{_HERE}/activities/{{id}}",
    K.TOPIC: f"{_HERE}/topics/{{id}}",
    K.OPINION: f"{_HERE}/opinions/{{id}}",
    K.BALLOT: f"{_HERE}/ballots/{{id}}",
    K.TICKET: f"{_HERE}/tickets/{{id}}",
    K.UNIT_REGISTRATION: f"{_HERE}/unit-registrations/{{id}}",
    K.OWN_UNIT_REGISTRATION: f"{_OWN}/unit-registrations/{{id}}",
    K.UNIT_ASSIGNMENT: f"{_OWN}/unit-assignments/{{id}}",
    K.MEMBER_REGISTRATION: f"{_HERE}/member-registrations/{{id}}",
    K.POST_CLAIM: f"{_HERE}/claims/{{id}}",
    K.REDEMPTION: f"{_HERE}/redemptions/{{id}}",
    K.POINT_DEBT: f"{_HERE}/point-debts/{{id}}",
    K.SERVICE_ENTRY: f"{_HERE}/service-entries/{{id}}",
    K.SERVICE_OCCASION: f"{_HERE}/occasions/{{id}}/service-entries",
    K.CERTIFICATE: f"{_HERE}/certificates/{{id}}",
}
"""The operation that answers with the subject of each kind."""


class StaffSubject(NamedTuple):
    """The thing that a duty or a message is about."""

    kind: StaffSubjectKind
    id: UUID
    parent_id: UUID | None = None
    """Id of the user or the organization under which its page stands."""

    @property
    def stored(self) -> dict[str, str]:
        parent = {} if self.parent_id is None else {"parent_id": str(self.parent_id)}
        return {"kind": self.kind, "id": str(self.id), **parent}
