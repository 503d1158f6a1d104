"""Personal data in records of imports: sheets that wait, and what an undo would bring back."""

from sqlalchemy import or_

from app.kernel.files.records import UNDO_PERIOD, ImportRecord
from app.kernel.privacy.personal_data import Blanked, Kept, Period, PersonalData

PERSONAL_DATA = (
    PersonalData(
        model=ImportRecord,
        nobody="a sheet of the staff, under the administrator who sent it: it names no account",
        erasure=Kept("the sheet goes when it is imported, and what an undo needs after 30 days"),
        retention=Period(
            UNDO_PERIOD,
            ImportRecord.submitted_at,
            only=or_(
                ImportRecord.journal_sealed.is_not(None), ImportRecord.upload_sealed.is_not(None)
            ),
            then=Blanked({"journal": None, "upload": None}),
        ),
    ),
)
