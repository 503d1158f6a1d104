"""Tables of communities: region ← community ← place ← participant ← residence claim; grants."""

from app.communities.models.calendar_day import CalendarDay
from app.communities.models.claim_code import ClaimCode
from app.communities.models.department import Department, DepartmentMember
from app.communities.models.document import (
    DocumentKind,
    NumberCounter,
    NumberedDocument,
)
from app.communities.models.entered import (
    Channel,
    Entered,
    EnteredInConfidence,
    Witnessed,
    witnessed,
)
from app.communities.models.grant import Role, RoleGrant, ScopeKind
from app.communities.models.grant_proposal import GrantProposal, GrantProposalStatus
from app.communities.models.guardianship import (
    GuardianCode,
    GuardianConsent,
    GuardianConsentKind,
    GuardianConsentStatus,
    Guardianship,
    GuardianshipStatus,
)
from app.communities.models.participant import (
    AgeBand,
    MyCommunity,
    Participant,
    ParticipantKind,
    ParticipantStatus,
)
from app.communities.models.place import ALLOWED_PARENTS, Place, PlaceKind
from app.communities.models.region import SIGNIFICANT_DIGITS, Community, Region, RegionKind
from app.communities.models.residence import RegisterEntry, ResidenceClaim, ResidenceClaimStatus
from app.communities.models.reveal_allowance import RevealAllowance

__all__ = [
    "ALLOWED_PARENTS",
    "SIGNIFICANT_DIGITS",
    "AgeBand",
    "CalendarDay",
    "Channel",
    "ClaimCode",
    "Community",
    "Department",
    "DepartmentMember",
    "DocumentKind",
    "Entered",
    "EnteredInConfidence",
    "GrantProposal",
    "GrantProposalStatus",
    "GuardianCode",
    "GuardianConsent",
    "GuardianConsentKind",
    "GuardianConsentStatus",
    "Guardianship",
    "GuardianshipStatus",
    "MyCommunity",
    "NumberCounter",
    "NumberedDocument",
    "Participant",
    "ParticipantKind",
    "ParticipantStatus",
    "Place",
    "PlaceKind",
    "Region",
    "RegionKind",
    "RegisterEntry",
    "ResidenceClaim",
    "ResidenceClaimStatus",
    "RevealAllowance",
    "Role",
    "RoleGrant",
    "ScopeKind",
    "Witnessed",
    "witnessed",
]
