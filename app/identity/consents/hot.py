"""One consent, read by the statement of a hot lane."""

from uuid import UUID

from app.identity.consents.texts import TEXTS
from app.identity.models import SENSITIVE_PURPOSES, Purpose
from app.kernel.lane.lane import Lane

NEWEST = """
SELECT c.is_granted, c.text_version FROM consents c
WHERE c.user_id = $1 AND c.purpose = $2
ORDER BY c.decided_at DESC, c.id DESC
LIMIT 1
"""


async def has_consent(lane: Lane, user_id: UUID, purpose: Purpose) -> bool:
    """Returns whether the user's consent to an ordinary purpose holds."""
    assert purpose not in SENSITIVE_PURPOSES
    rows = await lane.fetch(NEWEST, user_id, purpose.value)
    return any(row["is_granted"] and TEXTS[purpose].holds(row["text_version"]) for row in rows)
