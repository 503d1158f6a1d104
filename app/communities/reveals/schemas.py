"""Schemas of reveals: what staff ask for and see, and allowances of more."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field

from app.communities.reveals.contact import Contact, ContactField, WhyMissing
from app.kernel.web.schemas import Out, ReasonIn

ContactFields = Annotated[
    list[ContactField],
    Field(min_length=1, max_length=len(ContactField)),
    AfterValidator(lambda fields: list(dict.fromkeys(fields))),
]


class RevealContact(ReasonIn):
    """The fields to show, all for one reason."""

    fields: ContactFields


class MissingField(Out):
    field: ContactField
    because: WhyMissing = Field(
        description="`not_given`: never verified. `no_account`: only the desk knows the person."
        " `no_consent`: the person does not agree to the use of their number, or no longer does."
        " `has_left`: the person has left the community. `unreadable`: the stored value is damaged."
    )

    @classmethod
    def all_of(cls, contact: Contact) -> list[Self]:
        missing = contact.missing.items()
        return [cls(field=field, because=because) for field, because in missing]


class ParticipantContact(Out):
    """The contact of a person. A field that nobody asked for is null; one that is not there is null
    and stands in `missing`."""

    participant_id: UUID
    display_name: str
    real_name: str | None
    phone: str | None
    household: str | None = Field(description="The address: the names of the places on its path.")
    missing: list[MissingField]

    @classmethod
    def of(cls, contact: Contact) -> Self:
        return cls(
            participant_id=contact.participant_id,
            display_name=contact.display_name,
            real_name=contact.real_name,
            phone=contact.phone,
            household=contact.household,
            missing=MissingField.all_of(contact),
        )


class RevealAllowanceIn(ReasonIn):
    administrator_id: UUID
    """Id of the user who may reveal more."""


class RevealAllowanceOut(Out):
    id: UUID
    administrator_id: UUID
    administrator_name: str | None
    allowed_by: UUID
    allowed_by_name: str | None
    allowed_at: datetime
