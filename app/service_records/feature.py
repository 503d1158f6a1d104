"""The feature service records: occasions, attendances, and leaders."""

from app.kernel.feature import Feature
from app.service_records import models
from app.service_records.check_ins import admin_router as admin_check_ins
from app.service_records.check_ins import router as check_ins
from app.service_records.check_ins.sweeps import SWEEPS
from app.service_records.personal_data import PERSONAL_DATA

SERVICE_RECORDS = Feature(
    name="service_records",
    tags={"check-ins": "Check-in and check-out (签到、签退), by code, by a leader, or offline."},
    hot=(check_ins.hot_router,),
    resident_in_community=(
        check_ins.router,
        check_ins.unstored_router,
        check_ins.leaders_router,
    ),
    admin_in_community=(admin_check_ins.router,),
    sweeps=SWEEPS,
    models=(models,),
    examples={
        "occasion_title": "清扫楼道",
        "scanned": "0192d3f4-5a6b-7c8d-9e0f-a1b2c3d4e5f6.7KQ2M9XD",
    },
    personal_data=PERSONAL_DATA,
)
