"""A person of whom something is stored in every table, with a canary in each personal column."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from httpx import AsyncClient
from sqlalchemy import Column, Enum, String, inspect
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Channel, GuardianCode, Participant
from app.consultations.models import Endorsement, OpinionReport, TopicSecond, TopicStatus
from app.features import PERSONAL_DATA
from app.feedback.models import EntryKind, Side, Solved, TicketEntry, TicketRating
from app.identity.models import Purpose, UsedCode, WechatIdentity
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.kernel.privacy.at_rest import ChoiceAtRest, PointerAtRest
from app.kernel.privacy.personal_data import (
    DERIVED,
    Person,
    PersonalData,
    find_rows,
    personal_columns,
    sealed_fields,
)
from app.kernel.privacy.sealed import SealedField, SealedJson
from app.notifications.followers import follow
from app.notifications.inbox import notify
from app.notifications.security_messages import LoginEnded
from app.service_records.models import CalendarFeed, PointDebt, Redemption, RedemptionStatus
from app.volunteering.models import ShiftRating
from tests.communities.guardians import a_guardianship
from tests.consultations.ballots import a_ballot, vote
from tests.double_reporting.duties import on_duty
from tests.double_reporting.members import a_post, a_post_claim, a_registration, an_organization
from tests.factories import (
    a_claim,
    a_household,
    a_participant,
    a_person_without_phone,
    a_shift,
    a_signup,
    a_topic,
    an_opinion,
    consented,
    saved,
)
from tests.feedback.rows import a_ticket
from tests.service_records.certificates import a_certificate
from tests.service_records.entries import an_anomaly, an_entry, an_objection
from tests.service_records.points import a_reward, granted, points_on
from tests.service_records.rows import a_leader
from tests.subjects import about

OPENID = "canary-openid"
CARD_OF_TICKET, CARD_OF_TOPIC = "canary-card-of-ticket", "canary-card-of-topic"
"""Words that stand a second time in the card of their row."""
READ_BY_THE_PROGRAM = {
    *(
        "votes.content",
        "inbox_messages.content",
        "tickets.notices",
        "member_registrations.person",
        "member_registrations.proceedings_json",
    ),
    "sensitive_consents.user",
}
"""Fields whose values the program reads by itself: they keep what it wrote."""
FORMED = {
    "member_registrations.organization": str(uuid4()),
    "users.phone": "+8619912345678",
    "wechat_identities.openid": OPENID,
}
"""Canaries of fields whose values have a form."""


async def a_whole_person(
    http: AsyncClient, database: Database, community_id: UUID, *, openid: str = OPENID
) -> Participant:
    """Makes a person with a row in each table that has personal data of people like them."""
    me = await a_participant(database, community_id)
    assert me.user_id is not None
    await a_claim(database, me, await a_household(database, community_id), approved=True)
    await _of_account(database, me.user_id, openid)
    await a_guardianship(database, me, await a_person_without_phone(database, community_id))
    code = {"code_digest": me.id.bytes, "expires_at": clock.now() + timedelta(days=1)}
    await saved(database, GuardianCode(community_id=community_id, participant_id=me.id, **code))
    await _of_points(database, me)
    shift = await a_shift(database, community_id)
    signup = await a_signup(database, shift, me)
    stars = {"id": signup.id, "shift_id": shift.id, "stars": 5, "comment": ""}
    await _entered(database, ShiftRating, me, rated_at=clock.now(), **stars)
    await a_leader(database, community_id, shift.activity_id, me.id)
    await a_certificate(database, me)
    served = await an_entry(database, me)
    await an_objection(database, served, me)
    await an_anomaly(database, served)
    await _of_consultations(database, me)
    ballot = await a_ballot(database, community_id)
    assert (await vote(http, ballot, me)).status_code == 201
    ticket = await a_ticket(database, community_id, me, text=CARD_OF_TICKET, visibility="public")
    rating = {"solved": Solved.NO, "satisfied": 1, "comment": "", "rated_at": clock.now()}
    rating |= {"resolution": 1}
    await _entered(database, TicketRating, me, ticket_id=ticket.id, **rating)
    entry = {"kind": EntryKind.SUPPLEMENTED, "side": Side.AUTHOR, "text": "", "is_public": False}
    await _entered(database, TicketEntry, me, ticket_id=ticket.id, at=clock.now(), **entry)
    organization = await an_organization(database, community_id)
    await a_registration(database, me, organization.id)
    await a_post_claim(database, await a_post(database, community_id), me)
    await on_duty(database, me)
    async with database.transaction() as session:
        notify(session, community_id, [me.id], LoginEnded(), subject=about(me.id))
        await follow(session, community_id, ticket.id, me.id)
    return me


async def _of_points(database: Database, me: Participant) -> None:
    await points_on(database, me.community_id)
    await granted(database, me, 50)
    debt = {"amount": 1, "cause_id": uuid4(), "noted_at": clock.now()}
    here = {"community_id": me.community_id, "participant_id": me.id}
    await saved(database, PointDebt(**here, **debt))
    reward = await a_reward(database, me.community_id)
    paid = {"reward_id": reward.id, "cost": 20, "status": RedemptionStatus.REQUESTED}
    await _entered(database, Redemption, me, **paid, requested_at=clock.now())


async def _of_account(database: Database, user_id: UUID, openid: str) -> None:
    now = clock.now()
    for purpose in (Purpose.PARTY_MEMBERSHIP, Purpose.RESIDENCE):
        await consented(database, user_id, purpose)
    identity = WechatIdentity(
        user_id=user_id, appid="wx-canary", openid=openid, unionid="u", created_at=now
    )
    await saved(database, identity)
    await saved(database, UsedCode(user_id=user_id, step=1, used_at=now))
    feed = CalendarFeed(user_id=user_id, secret_hash=bytes(32), created_at=now)
    await saved(database, feed)


async def _of_consultations(database: Database, me: Participant) -> None:
    topic = await a_topic(
        database, me.community_id, by=me, status=TopicStatus.OPEN, title=CARD_OF_TOPIC
    )
    others = await a_topic(database, me.community_id)
    opinion = await an_opinion(database, topic, me)
    now = clock.now()
    await _entered(database, TopicSecond, me, topic_id=others.id, at=now)
    await _entered(database, Endorsement, me, opinion_id=opinion.id, at=now)
    await _entered(database, OpinionReport, me, opinion_id=opinion.id, reason="", at=now)


async def _entered(database: Database, model: type[Any], me: Participant, **columns: Any) -> None:
    names = {column.name for column in inspect(model).columns}
    mine = {"participant_id": me.id} if "participant_id" in names else {}
    row = model(
        community_id=me.community_id,
        entered_by=None if "ticket_id" in names else me.user_id,
        channel=Channel.SELF,
        **mine,
        **columns,
    )
    await saved(database, row)


async def canaries(database: Database, user_id: UUID, participant: Participant) -> dict[str, str]:
    """Writes a canary into each personal column of the person that can hold words, and returns
    them by table and field. A column that is added later gets one by itself."""
    found: dict[str, str] = {}
    here = Person(user_id, participant.community_id, participant.id)
    async with database.transaction() as session:
        for data in PERSONAL_DATA:
            person = here if data.is_in_community else Person(user_id)
            for row in await find_rows(session, data, person):
                for name, canary in _canaries_of(data):
                    if await _write(session, row, name, canary):
                        found[f"{data.model.__tablename__}.{name}"] = _said(canary)
    return found


def _canaries_of(data: PersonalData) -> Iterator[tuple[str, Any]]:
    """Yields the attributes that can hold a canary, each with its own."""
    sealed = sealed_fields(data.model)
    for column in personal_columns(data.model):
        field = sealed.get(column.name)
        name = column.name if field is None else field.name
        full = f"{data.model.__tablename__}.{name}"
        if not column.name.endswith(DERIVED) and full not in READ_BY_THE_PROGRAM:
            value = _value(column, field, FORMED.get(full, f"canary-{full}"))
            if value is not None:
                yield name, value


async def _write(session: AsyncSession, row: Any, name: str, canary: Any) -> bool:
    """Returns whether the row takes it: a CHECK may say that a field is empty in this state."""
    try:
        async with session.begin_nested():
            if name == "witness":
                row.channel, row.entered_by = Channel.DESK, row.entered_by or PLATFORM
            setattr(row, name, canary)
    except IntegrityError:
        await session.refresh(row)
        return False
    return True


def _said(canary: Any) -> str:
    """The text that is looked for."""
    match canary:
        case {"canary": said} | [said]:
            return str(said)
    return str(canary)


def _value(column: Column[Any], field: SealedField[Any] | None, canary: str) -> Any:
    if field is not None:
        if isinstance(field, ChoiceAtRest | PointerAtRest):
            return None
        return {"canary": canary} if isinstance(field, SealedJson) else canary
    if isinstance(column.type, Enum) or column.foreign_keys:
        return None
    kinds: tuple[tuple[Any, Any], ...] = (
        (String, canary),
        (JSONB, {"canary": canary}),
        (ARRAY, [canary] if isinstance(getattr(column.type, "item_type", None), String) else None),
    )
    return next((value for kind, value in kinds if isinstance(column.type, kind)), None)
