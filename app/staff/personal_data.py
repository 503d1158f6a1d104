"""Personal data of the staff's own view."""

from datetime import timedelta

from app.kernel.privacy.personal_data import Kept, Period, PersonalData
from app.staff.models import StaffMessage

PERSONAL_DATA = (
    PersonalData(
        model=StaffMessage,
        nobody="an office, under the user of an administrator; their grants are exported",
        erasure=Kept("who acts in an office has no account erased before the office is given up"),
        retention=Period(timedelta(days=365), StaffMessage.told_at),
    ),
)
