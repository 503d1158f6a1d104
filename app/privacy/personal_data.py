"""Personal data in the exercise of a person's rights."""

from datetime import timedelta

from app.kernel.errors import Text
from app.kernel.privacy.personal_data import Deleted, Period, PersonalData, mine
from app.privacy.models import DataExport

PERSONAL_DATA = (
    PersonalData(
        model=DataExport,
        title=Text("数据导出", "Exports of your data"),
        rows=mine(DataExport.user_id),
        erasure=Deleted(),
        withheld={"content_sealed": "the export itself"},
        retention=Period(timedelta(0), DataExport.expires_at, by="privacy.delete_exports"),
    ),
)
