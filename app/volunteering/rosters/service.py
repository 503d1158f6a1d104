"""The roster of a shift: who comes on the day, and how to reach them."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.reveals.contact import Contact, ContactField, reveal_contacts
from app.communities.reveals.schemas import MissingField
from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.volunteering.models import Activity, Shift, ShiftRole, Signup, SignupStatus
from app.volunteering.rosters.schemas import Roster, RosterRow

FIELDS = tuple(ContactField)


def _confirmed(shift: Shift) -> Select[Signup, ShiftRole, Participant]:
    """Selects the confirmed sign-ups of a shift, each with its role and its person."""
    return (
        select(Signup, ShiftRole, Participant)
        .join(
            ShiftRole,
            (ShiftRole.community_id == shift.community_id) & (ShiftRole.id == Signup.role_id),
        )
        .join(
            Participant,
            (Participant.community_id == shift.community_id)
            & (Participant.id == Signup.participant_id),
        )
        .where(
            Signup.community_id == shift.community_id,
            Signup.shift_id == shift.id,
            Signup.status == SignupStatus.CONFIRMED,
        )
    )


async def reveal_roster(session: AsyncSession, shift: Shift, reason: str, *, by: Staff) -> Roster:
    """Returns the people of a shift with how to reach them. It is one audited reveal, of which
    each of them is told."""
    activity = await get_row(session, Activity, shift.community_id, shift.activity_id)
    rows = (await session.execute(_confirmed(shift))).all()
    matter = Text(f"志愿活动“{activity.title}”报名", f"sign-up for “{activity.title}”")
    people = [person for _, _, person in rows]
    contacts = await reveal_contacts(session, by, people, FIELDS, reason, matter, subject=shift)
    found = [(signup, role, contacts[person.id]) for signup, role, person in rows]
    return Roster(
        shift_id=shift.id,
        activity_id=activity.id,
        activity_title=activity.title,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        items=_printed(found),
    )


def _printed(rows: Sequence[tuple[Signup, ShiftRole, Contact]]) -> list[RosterRow]:
    """Puts the rows into the order of the print: by role, name and household."""
    ordered = sorted(
        rows,
        key=lambda row: (
            row[1].name,
            row[2].real_name or row[2].display_name,
            row[2].household or "",
            row[0].id,
        ),
    )
    return [
        RosterRow(
            number=number,
            signup_id=signup.id,
            participant_id=contact.participant_id,
            role_id=role.id,
            role_name=role.name,
            status=signup.status,
            display_name=contact.display_name,
            real_name=contact.real_name,
            phone=contact.phone,
            place_path=contact.household,
            missing=MissingField.all_of(contact),
        )
        for number, (signup, role, contact) in enumerate(ordered, start=1)
    ]
