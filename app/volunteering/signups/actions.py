"""Verbs that the person of a sign-up, or staff, may use on it now."""

from datetime import datetime

from app.volunteering.models import LIVE, Shift, Signup, SignupStatus

ANSWERS = ["accept_offer", "decline_offer"]
"""Verbs on an offered place, as the paths name them."""


def actions_of_person(signup: Signup, shift: Shift, now: datetime) -> list[str]:
    if shift.starts_at <= now or signup.is_offer_over(now):
        return []
    return [*_answer(signup), *signup.actions({"withdraw"}), *_agree(signup)]


def actions_of_staff(
    signup: Signup, shift: Shift, now: datetime, *, may_manage: bool, may_decide: bool
) -> list[str]:
    """Returns what staff may do: sign-ups are approved and withdrawn until the start, and may be
    rejected after it. Nobody decides about what they have entered themselves."""
    if not may_manage or signup.is_offer_over(now):
        return []
    if shift.starts_at <= now:
        return signup.actions({"reject"}) if may_decide else []
    verbs = {"approve", "reject", "withdraw"} if may_decide else {"withdraw"}
    return [*_answer(signup), *signup.actions(verbs), *_agree(signup)]


def _answer(signup: Signup) -> list[str]:
    """A place is accepted as the activity is now: whoever is asked about a change agrees first."""
    if signup.status is not SignupStatus.OFFERED:
        return []
    return ANSWERS if signup.agree_by is None else ANSWERS[1:]


def _agree(signup: Signup) -> list[str]:
    return ["agree"] if signup.agree_by is not None and signup.status in LIVE else []
