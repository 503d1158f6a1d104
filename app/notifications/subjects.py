"""Subjects of messages: what a client opens when somebody taps on one."""

from collections.abc import Mapping
from typing import NamedTuple, Self
from uuid import UUID

from app.kernel.words import Worded


class SubjectKind(Worded):
    """Kinds of things that messages are about, each with the page that shows it."""

    COMMUNITY = "community", "社区", "community"
    RESIDENCE_CLAIM = "residence_claim", "居住申请", "residence claim"
    GUARDIANSHIP = "guardianship", "监护关系", "guardianship"
    ACTIVITY = "activity", "活动", "activity"
    SIGNUP = "signup", "报名", "sign-up"
    ATTENDANCE = "attendance", "到场记录", "attendance"
    TOPIC = "topic", "议题", "topic"
    OPINION = "opinion", "意见", "opinion"
    TICKET = "ticket", "诉求", "ticket"
    POINTS = "points", "积分", "points"
    REDEMPTION = "redemption", "兑换", "redemption"
    POST = "post", "岗位", "post"
    POST_CLAIM = "post_claim", "岗位认领", "claim of a post"
    DUTY = "duty", "值守", "duty"
    SERVICE_ENTRY = "service_entry", "服务时长", "service entry"
    REGISTRATION = "registration", "报到", "registration"
    CERTIFICATE = "certificate", "志愿服务记录证明", "certificate of service"
    ACCOUNT = "account", "账号", "account"
    ACCESS_LOG = "access_log", "谁看过我的信息", "access log"


PATHS: Mapping[SubjectKind, str] = {
    SubjectKind.COMMUNITY: "/v1/communities/{community_id}",
    SubjectKind.RESIDENCE_CLAIM: "/v1/communities/{community_id}/residence-claims/{id}",
    SubjectKind.GUARDIANSHIP: "/v1/communities/{community_id}/guardianships/{id}",
    SubjectKind.ACTIVITY: "/v1/communities/{community_id}/activities/{id}",
    SubjectKind.SIGNUP: "/v1/communities/{community_id}/signups/{id}",
    SubjectKind.ATTENDANCE: "/v1/communities/{community_id}/attendances/{id}",
    SubjectKind.TOPIC: "/v1/communities/{community_id}/topics/{id}",
    SubjectKind.OPINION: "/v1/communities/{community_id}/opinions/{id}",
    SubjectKind.TICKET: "/v1/communities/{community_id}/tickets/{id}",
    SubjectKind.POINTS: "/v1/communities/{community_id}/points/me",
    SubjectKind.REDEMPTION: "/v1/communities/{community_id}/redemptions/{id}",
    SubjectKind.POST: "/v1/communities/{community_id}/posts/{id}",
    SubjectKind.POST_CLAIM: "/v1/communities/{community_id}/claims/{id}",
    SubjectKind.DUTY: "/v1/communities/{community_id}/duties/{id}",
    SubjectKind.SERVICE_ENTRY: "/v1/communities/{community_id}/service-entries/{id}",
    SubjectKind.REGISTRATION: "/v1/communities/{community_id}/member-registrations/{id}",
    SubjectKind.CERTIFICATE: "/v1/communities/{community_id}/certificates/{id}",
    SubjectKind.ACCOUNT: "/v1/me",
    SubjectKind.ACCESS_LOG: "/v1/me/access-log",
}
"""The operation that answers with the subject of each kind."""


class Subject(NamedTuple):
    """The thing that a message is about. A community's id is its own, an account's that of its
    user, and that of the access log names the entry."""

    kind: SubjectKind
    id: UUID

    @classmethod
    def read(cls, stored: Mapping[str, str]) -> Self:
        """Parses what `stored` has made; ValueError or KeyError for anything else."""
        return cls(SubjectKind(stored["kind"]), UUID(stored["id"]))

    @property
    def stored(self) -> dict[str, str]:
        return {"kind": self.kind, "id": str(self.id)}
