"""Schemas of what guardians do for minors."""

from uuid import UUID

from app.volunteering.signups.schemas import SignUp


class MinorSignUp(SignUp):
    """A sign-up that a guardian makes for a minor; it is the guardian's consent to this shift."""

    shift_id: UUID
