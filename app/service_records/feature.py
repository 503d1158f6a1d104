"""The feature service records: occasions, attendances, and leaders."""

from app.kernel.feature import Feature
from app.service_records import models
from app.service_records.personal_data import PERSONAL_DATA

SERVICE_RECORDS = Feature(
    name="service_records",
    models=(models,),
    personal_data=PERSONAL_DATA,
)
