"""The tables of service records: occasion ← attendance ← entry; leaders; calendar feeds; points;
certificates."""

from app.service_records.models.attendance import (
    CHECKED_IN,
    LIVE,
    Accuracy,
    Attendance,
    AttendanceStatus,
    CheckMeans,
    Position,
)
from app.service_records.models.calendar_feed import MAX_FEEDS, CalendarFeed
from app.service_records.models.certificate import (
    Certificate,
    CertificateStatus,
    CertifiedEntry,
    IdentityDocument,
    NoRevocationRequested,
)
from app.service_records.models.entry import (
    OPEN_ENTRY,
    AnomalyKind,
    EntryObjection,
    EntryStatus,
    PendingEntry,
    ServiceAnomaly,
    ServiceEntry,
)
from app.service_records.models.leader import Leader
from app.service_records.models.occasion import (
    ROSTER_CLOSES_AFTER,
    Occasion,
    OccasionKind,
    OccasionStatus,
)
from app.service_records.models.points import (
    AccountKind,
    PointAccount,
    PointDebt,
    PointSettings,
    PointTransfer,
    TransferKind,
)
from app.service_records.models.reward import (
    Redemption,
    RedemptionStatus,
    Reward,
    RewardStatus,
)
from app.service_records.models.star_scheme import StarScheme

__all__ = [
    "CHECKED_IN",
    "LIVE",
    "MAX_FEEDS",
    "OPEN_ENTRY",
    "ROSTER_CLOSES_AFTER",
    "AccountKind",
    "Accuracy",
    "AnomalyKind",
    "Attendance",
    "AttendanceStatus",
    "CalendarFeed",
    "Certificate",
    "CertificateStatus",
    "CertifiedEntry",
    "CheckMeans",
    "EntryObjection",
    "EntryStatus",
    "IdentityDocument",
    "Leader",
    "NoRevocationRequested",
    "Occasion",
    "OccasionKind",
    "OccasionStatus",
    "PendingEntry",
    "PointAccount",
    "PointDebt",
    "PointSettings",
    "PointTransfer",
    "Position",
    "Redemption",
    "RedemptionStatus",
    "Reward",
    "RewardStatus",
    "ServiceAnomaly",
    "ServiceEntry",
    "StarScheme",
    "TransferKind",
]
