"""Messages to minors and their guardians. They stand here, because communities lie below
notifications."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import GuardianConsentChanged, GuardianshipChanged
from app.communities.models import (
    Community,
    GuardianConsent,
    GuardianConsentKind,
    GuardianConsentStatus,
    Guardianship,
    GuardianshipStatus,
)
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound, Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class AboutGuardianship(Message):
    """It names nobody: the page of the guardianship does, as long as both are known."""

    community: str


class GuardianshipIsActive(AboutGuardianship):
    kind = "communities.guardianship_active"
    template = Template(
        Text("监护关系已生效", "A guardianship is in force"),
        Text(
            "您在{community}的一项监护关系已生效。不属实的，请联系社区服务站。",
            "A guardianship of yours in {community} is in force. If that is not right, please tell"
            " the community's desk.",
        ),
    )


class GuardianshipWaits(AboutGuardianship):
    kind = "communities.guardianship_in_review"
    template = Template(
        Text("监护关系待社区核实", "A guardianship is being checked"),
        Text(
            "监护人已确认监护关系。双方不在同一户，请带证明到{community}的社区服务站核实。",
            "A guardian has confirmed a guardianship of yours. You two do not live in one"
            " household: please show papers at the desk of {community}.",
        ),
    )


@dataclass(frozen=True, slots=True)
class GuardianshipIsRejected(AboutGuardianship):
    kind = "communities.guardianship_rejected"
    template = Template(
        Text("监护关系未通过核实", "A guardianship was not accepted"),
        Text(
            "您在{community}的一项监护关系未通过核实。原因：{reason}",
            "A guardianship of yours in {community} was not accepted: {reason}",
        ),
    )
    reason: str


class GuardianshipHasEnded(AboutGuardianship):
    kind = "communities.guardianship_ended"
    template = Template(
        Text("监护关系已结束", "A guardianship has ended"),
        Text(
            "您在{community}的一项监护关系已结束，监护人的同意随之失效。",
            "A guardianship of yours in {community} has ended, and the guardian's consents with"
            " it.",
        ),
    )


@dataclass(frozen=True, slots=True)
class AboutConsent(AboutGuardianship):
    what: GuardianConsentKind


class ConsentIsGiven(AboutConsent):
    kind = "communities.guardian_consent_given"
    template = Template(
        Text("监护人已同意", "A guardian has consented"),
        Text(
            "监护人已同意孩子在{community}：{what}。",
            "A guardian has consented in {community}: {what}.",
        ),
    )


class ConsentHasEnded(AboutConsent):
    kind = "communities.guardian_consent_ended"
    template = Template(
        Text("监护人的同意已结束", "A guardian's consent has ended"),
        Text(
            "监护人在{community}的同意已结束：{what}。没有其他监护人同意的，相应的报名随之取消。",
            "A guardian's consent in {community} has ended: {what}. Unless another guardian"
            " consents, what the minor has signed up for is withdrawn.",
        ),
    )


BY_STATUS: Mapping[str, type[AboutGuardianship]] = {
    GuardianshipStatus.ACTIVE: GuardianshipIsActive,
    GuardianshipStatus.IN_REVIEW: GuardianshipWaits,
    GuardianshipStatus.ENDED: GuardianshipHasEnded,
}


async def notify_guardianship(
    session: AsyncSession, community_id: UUID, event: GuardianshipChanged
) -> None:
    """Tell both, unless it has changed again or is erased."""
    key = {"community_id": community_id, "id": event.guardianship_id}
    guardianship = await session.get(Guardianship, key)
    if guardianship is None or guardianship.status != event.status:
        return
    name = await _name(session, community_id)
    if guardianship.status is GuardianshipStatus.REJECTED:
        _notify(session, guardianship, GuardianshipIsRejected(name, guardianship.reason or ""))
    else:
        _notify(session, guardianship, BY_STATUS[guardianship.status](name))


async def notify_guardian_consent(
    session: AsyncSession, community_id: UUID, event: GuardianConsentChanged
) -> None:
    consent = await session.get(
        GuardianConsent, {"community_id": community_id, "id": event.consent_id}
    )
    if consent is None or consent.status != event.status:
        return
    guardianship = await get_row(session, Guardianship, community_id, consent.guardianship_id)
    is_given = consent.status is GuardianConsentStatus.GIVEN
    message = ConsentIsGiven if is_given else ConsentHasEnded
    name = await _name(session, community_id)
    _notify(session, guardianship, message(name, consent.kind))


async def _name(session: AsyncSession, community_id: UUID) -> str:
    community = await session.get(Community, community_id)
    if community is None:
        raise NotFound
    return community.name


def _notify(session: AsyncSession, guardianship: Guardianship, message: Message) -> None:
    people = [guardianship.participant_id]
    if guardianship.guardian_id is not None:
        people.append(guardianship.guardian_id)
    subject = Subject(SubjectKind.GUARDIANSHIP, guardianship.id)
    notify(session, guardianship.community_id, people, message, subject=subject)


MESSAGES: tuple[type[Message], ...] = (
    GuardianshipIsActive,
    GuardianshipWaits,
    GuardianshipIsRejected,
    GuardianshipHasEnded,
    ConsentIsGiven,
    ConsentHasEnded,
)
LISTENERS = (
    Listener("communities.notify_guardianship", GuardianshipChanged, notify_guardianship),
    Listener(
        "communities.notify_guardian_consent", GuardianConsentChanged, notify_guardian_consent
    ),
)
