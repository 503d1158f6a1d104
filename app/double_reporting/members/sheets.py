"""The one reveal of a registration sheet: its parts in one answer, with one reason, one entry in
the audit and one message to the member."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.reveals.contact import ContactField, load_contacts
from app.double_reporting.members.lists import name_of
from app.double_reporting.members.schemas import MemberReveal, RevealedSheet
from app.double_reporting.models import MemberField, MemberRegistration, RegistrationForm
from app.double_reporting.models.membership import organization_of, read_form
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden, NotFound
from app.kernel.privacy.audit import Actor, record
from app.kernel.privacy.reveal import named_together

F = MemberField
NOT_FOR_LIAISONS = frozenset({F.PHONE, F.HOUSEHOLD})
"""Parts that the community alone knows of the person: their unit has no need of them."""


async def reveal_sheet(
    session: AsyncSession, row: MemberRegistration, body: MemberReveal, *, by: Actor
) -> RevealedSheet:
    """Opens the parts of a sheet that are asked for. The entry is about the registration, so that
    neither it nor its message names the member outside of what is sealed."""
    if by.community_id != row.community_id:
        raise NotFound
    person = await get_row(session, Participant, row.community_id, row.participant_id)
    fields = list(dict.fromkeys(body.fields))
    record(
        *(session, by, "sealed.revealed", row, person.id),
        fields=named_together(fields),
        reason=body.reason,
    )
    opened = _of_form(read_form(row), fields)
    if F.ORGANIZATION in fields:
        opened["organization_name"] = await name_of(session, organization_of(row))
    asked = [ContactField(field) for field in fields if field in NOT_FOR_LIAISONS]
    contact = (await load_contacts(session, [person], asked))[person.id]
    opened |= {name.value: value for name, value in contact.values.items()}
    return RevealedSheet.model_validate(opened)


async def reveal_sheet_to_liaison(
    session: AsyncSession, row: MemberRegistration, body: MemberReveal, *, by: Actor
) -> RevealedSheet:
    """Opens what the member has written, for the liaison of their unit. Raises Forbidden where
    nothing else is asked for."""
    allowed = [field for field in body.fields if field not in NOT_FOR_LIAISONS]
    if not allowed:
        raise Forbidden
    return await reveal_sheet(session, row, body.model_copy(update={"fields": allowed}), by=by)


def _of_form(form: RegistrationForm, fields: list[MemberField]) -> dict[str, object]:
    parts: dict[MemberField, dict[str, object]] = {
        F.REAL_NAME: {"real_name": form.real_name},
        F.CONTACT: {"contact": form.contact or None},
        F.ORGANIZATION: {"organization_id": form.organization_id},
        F.OFFER: form.offer,
    }
    return {name: value for field in fields for name, value in parts.get(field, {}).items()}
