"""The contact of a participant: name, phone number and address, by which staff reach them, shown
together for one reason."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import ContactsRevealed
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.places.names import place_paths
from app.identity.consents.service import users_with_consent
from app.identity.models import Purpose, User
from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import REVEALED, Content, Subject, record
from app.kernel.privacy.reveal import named_together
from app.kernel.privacy.sealed import shown
from app.kernel.words import Worded


class ContactField(Worded):
    """Field by which a person is reached. The phone number lies with the user."""

    REAL_NAME = "real_name", "真实姓名", "real name"
    PHONE = "phone", "手机号码", "phone number"
    HOUSEHOLD = "household", "住址", "address"


class WhyMissing(Worded):
    """Reason for which a field that was asked for is empty."""

    NOT_GIVEN = "not_given", "本人没有提供", "not given"
    """The person has no verified name, no verified number or no residence."""
    NO_ACCOUNT = "no_account", "没有账号，号码未经核验", "no account, so no verified number"
    """The person is known to the desk alone, so nobody has verified a number."""
    NO_CONSENT = "no_consent", "本人没有同意", "no consent"
    """The person has not agreed, or no longer agrees, to the use of their number."""
    HAS_LEFT = "has_left", "已退出社区", "has left the community"
    """The person has left the community, whose staff no longer ring them."""
    UNREADABLE = "unreadable", "存储的内容损坏", "the stored value is damaged"
    """The stored value is damaged."""


F = ContactField
NOTHING: Mapping[ContactField, str | None] = MappingProxyType({})


class Reader(NamedTuple):
    """The member of staff who has seen the data, as the actor of an entry."""

    community_id: UUID
    id: UUID


@dataclass(frozen=True, slots=True)
class Contact:
    """The contact of one participant. What nobody asked for is empty, and not missing."""

    participant_id: UUID
    display_name: str
    values: Mapping[ContactField, str]
    missing: Mapping[ContactField, WhyMissing]

    def with_known(self, known: Mapping[ContactField, str | None]) -> "Contact":
        """Returns the contact with other values for fields that were asked for."""
        values, missing = dict(self.values), dict(self.missing)
        for name in known.keys() & (values.keys() | missing.keys()):
            values.pop(name, None)
            if (value := known[name]) is None:
                missing[name] = WhyMissing.UNREADABLE
            else:
                missing.pop(name, None)
                values[name] = value
        return replace(self, values=values, missing=missing)

    @property
    def real_name(self) -> str | None:
        return self.values.get(F.REAL_NAME)

    @property
    def phone(self) -> str | None:
        return self.values.get(F.PHONE)

    @property
    def household(self) -> str | None:
        """The address: the names of the places on the path of the household."""
        return self.values.get(F.HOUSEHOLD)


async def reveal_contact(
    session: AsyncSession,
    staff: Staff,
    participant_id: UUID,
    fields: Sequence[ContactField],
    reason: str,
    matter: Text | None = None,
    *,
    subject: Subject | None = None,
    known: Mapping[ContactField, str | None] = NOTHING,
) -> Contact:
    """Opens several fields of one participant with one audit entry, of which the person is told.
    The caller has asked whether the staff act in the person's matter, and its route counts the
    reveal (`RevealCounted`). `matter` stands after “your” in what the person reads, as 诉求
    1-2026-000012; there is none where its name would tell of a membership. `subject` is the row
    that the entry names, without one the participant; `known` are values that this row has itself,
    such as the name in a claim. Raises NotFound for a participant of another community."""
    person = await get_row(session, Participant, staff.community_id, participant_id)
    contact = (await load_contacts(session, [person], fields))[person.id].with_known(known)
    facts = {"reason": reason}
    if matter is not None:
        facts |= {"matter_zh": matter.zh, "matter_en": matter.en}
    # Where nothing could be shown, the person is not told that something was.
    verb = REVEALED if contact.values else ".sought"
    names = _named(contact.values or fields)
    record(session, staff, f"contact{verb}", subject or person, person.id, fields=names, **facts)
    return contact


async def reveal_contacts(
    session: AsyncSession,
    staff: Staff,
    people: Sequence[Participant],
    fields: Sequence[ContactField],
    reason: str,
    matter: Text,
    *,
    subject: Subject,
) -> dict[UUID, Contact]:
    """Opens several fields of several participants by one audited reveal. Its event has each of
    them told, and written into what they see of those who have seen their data."""
    contacts = await load_contacts(session, people, fields)
    shown_to = {str(id_): _named(one.values) for id_, one in contacts.items() if one.values}
    facts = {
        "reason": reason,
        "fields": _named(fields),
        "people": str(len(people)),
        "shown": json.dumps(shown_to),
        "matter_zh": matter.zh,
        "matter_en": matter.en,
    }
    entry = record(session, staff, "contacts.revealed", subject, **facts)
    if shown_to:
        emit(session, staff.community_id, ContactsRevealed(entry_id=entry.id))
    return contacts


def record_for_each(
    session: AsyncSession, community_id: UUID, content: Content, people: Iterable[Participant]
) -> None:
    """Writes an entry about each of the people whom a reveal of several has shown, by which they
    are told."""
    staff = Reader(community_id, content.actor_id)
    shown_to: dict[str, str] = json.loads(content.facts["shown"] or "{}")
    facts = {name: content.facts.get(name) for name in ("reason", "matter_zh", "matter_en")}
    for person in people:
        fields = shown_to[str(person.id)]
        record(session, staff, f"contact{REVEALED}", person, person.id, fields=fields, **facts)


def people_of(content: Content) -> list[UUID]:
    """Returns the ids of the people whom a reveal of several has shown."""
    return [UUID(id_) for id_ in json.loads(content.facts["shown"] or "{}")]


def _named(fields: Collection[ContactField]) -> str:
    return named_together(field for field in ContactField if field in fields)


async def load_contacts(
    session: AsyncSession, people: Sequence[Participant], fields: Collection[ContactField]
) -> dict[UUID, Contact]:
    """Opens the fields of participants of one community, whom the caller tells of it."""
    phones = await _phones(session, people) if F.PHONE in fields else {}
    homes = await _homes(session, people) if F.HOUSEHOLD in fields else {}
    contacts = {}
    for person in people:
        found: dict[ContactField, str | WhyMissing] = {}
        if F.REAL_NAME in fields:
            found[F.REAL_NAME] = _real_name(person)
        if F.PHONE in fields:
            found[F.PHONE] = phones[person.id]
        if F.HOUSEHOLD in fields:
            found[F.HOUSEHOLD] = homes.get(person.id, WhyMissing.NOT_GIVEN)
        contacts[person.id] = Contact(
            person.id,
            person.display_name,
            {name: it for name, it in found.items() if not isinstance(it, WhyMissing)},
            {name: it for name, it in found.items() if isinstance(it, WhyMissing)},
        )
    return contacts


def _real_name(person: Participant) -> str | WhyMissing:
    if person.real_name_sealed is None:
        return WhyMissing.NOT_GIVEN
    return shown(person, Participant.real_name) or WhyMissing.UNREADABLE


async def _phones(
    session: AsyncSession, people: Sequence[Participant]
) -> dict[UUID, str | WhyMissing]:
    """Maps participants to their verified numbers, as long as they agree to the use of them."""
    ids = [person.user_id for person in people if person.user_id and not person.has_left]
    users = {user.id: user for user in await session.scalars(select(User).where(User.id.in_(ids)))}
    agreed = await users_with_consent(session, ids, Purpose.PHONE)
    return {
        person.id: _phone(person, users.get(person.user_id or person.id), agreed)
        for person in people
    }


def _phone(person: Participant, user: User | None, agreed: Collection[UUID]) -> str | WhyMissing:
    if person.user_id is None:
        return WhyMissing.NO_ACCOUNT
    if person.has_left or user is None:
        return WhyMissing.HAS_LEFT
    if person.user_id not in agreed:
        return WhyMissing.NO_CONSENT
    if user.phone_sealed is None:
        return WhyMissing.NOT_GIVEN
    return shown(user, User.phone) or WhyMissing.UNREADABLE


async def _homes(session: AsyncSession, people: Sequence[Participant]) -> dict[UUID, str]:
    """Maps participants to the addresses of their households."""
    households = {person.household_id for person in people if person.household_id}
    if not households:
        return {}
    paths = await place_paths(session, people[0].community_id, households)
    return {
        person.id: paths[person.household_id]
        for person in people
        if person.household_id is not None and person.household_id in paths
    }
