"""A write answers what a read answers: whoever acts on a row never has to read it again."""

from app.kernel.web.pages import StaffPage
from tests.routes import OPERATIONS, Operation

READS = {one.path: one for one in OPERATIONS if one.method == "GET"}
ELSEWHERE = {
    # What is sealed is shown once, audited, and is no part of the row.
    "revealRecordedVotes": "a reveal",
    "revealPostClaim": "a reveal",
    "revealMemberRegistration": "a reveal",
    "revealParticipant": "a reveal",
    "revealResidenceClaim": "a reveal",
    "revealUnitContact": "a reveal",
    "revealTicketContact": "a reveal",
    "revealRoster": "a reveal",
    # A secret is shown once, and the row never has it.
    "createAdministrator": "a secret",
    "issueAccountLink": "a secret",
    "issueClaimCode": "a secret",
    "issueGuardianCode": "a secret",
    "enrolMySecondFactor": "a secret",
    "makeCalendarFeed": "a secret",
    # The lane of a rush: more would be read while everybody waits.
    "signUpForShift": "a hot lane",
    "applyForPost": "a hot lane",
    "submitTicket": "a hot lane",
    "changeVote": "a hot lane",
    "checkInParticipant": "a leader's act, read in the roster",
    "checkOutParticipant": "a leader's act, read in the roster",
    "markAbsent": "a leader's act, read in the roster",
    # Many rows at once, or a report of what has become of each.
    "signUpForDates": "a report",
    "withdrawFromDates": "a report",
    "previewSeries": "a report",
    "reviseSeries": "the row, with a report of each date",
    "uploadCheckInPacket": "a report",
    "mergePlace": "a report",
    "mergeRegion": "a report",
    "proposeLiaisons": "many rows",
    # Another row than the one of the path comes of it.
    "confirmGrantProposal": "the grant",
    "confirmLiaisonProposal": "the liaison",
    "reportOpinion": "nothing: who reports is not told what becomes of it",
    "findCover": "a search for somebody else, which is no row",
    "rateShift": "the rating, read at its own path",
    "objectToServiceEntry": "the row of the notices, where others read it",
    # The person's real name stands in the read, and no stored answer has one.
    "takeOverParticipant": "without the real name",
    "updateMyParticipation": "without the real name",
    "leaveCommunity": "without the real name",
    # The read is a screen with counts; the write answers its row.
    "updateMe": "the row",
    "verifyPhone": "the row",
    "keepMe": "the row",
    "confirmMySecondFactor": "the row",
}
"""Writes that answer something else than the read of their path, and why."""
HOT_AND_PERSONAL = {"signUpForShift", "applyForPost", "submitTicket"}
"""Residents' operations in the list whose desk twin answers the row."""


def answers(operation: Operation) -> str:
    model = operation.route.response_model
    return getattr(model, "__name__", str(model))


def read_of(write: Operation) -> Operation | None:
    """Returns the read of the row that a write makes or changes; None where nobody can read it."""
    if write.method == "PUT":
        return READS.get(write.path)
    base, _, last = write.path.rpartition("/")
    is_of_a_list = write.path in READS and is_list(READS[write.path])
    if write.route.status_code == 201 or is_of_a_list:
        audience = "/admin/" if write.is_admin else "/v1/"
        rows = [
            read
            for path, read in READS.items()
            if path.startswith(audience)
            and path.endswith("}")
            and path.rpartition("/{")[0].endswith(f"/{last}")
        ]
        near = [read for read in rows if read.path.startswith(f"{write.path}/")]
        return next(iter(near or rows), None)
    for _ in range(2):
        if base in READS and not is_list(READS[base]):
            return READS[base]
        base = base.rpartition("/")[0]
    return None


def is_list(read: Operation) -> bool:
    model = read.route.response_model
    fields = getattr(model, "model_fields", {})
    return "items" in fields or (isinstance(model, type) and issubclass(model, StaffPage))


WRITES = [one for one in OPERATIONS if one.method in ("POST", "PUT")]


def test_a_write_answers_what_the_read_of_its_row_answers() -> None:
    different = {}
    same = set()
    for write in WRITES:
        read = read_of(write)
        if read is None:
            continue
        if answers(write) == answers(read):
            same.add(read.path)
        else:
            different[f"{write} {write.spec['operationId']}"] = (answers(write), answers(read))
    unexplained = {
        name: models
        for name, models in different.items()
        if name.rpartition(" ")[2] not in ELSEWHERE
        or (name.startswith("POST /admin/") and name.rpartition(" ")[2] in HOT_AND_PERSONAL)
    }
    assert unexplained == {}
    assert len(same) > 50
    excused = {name.rpartition(" ")[2] for name in different}
    assert ELSEWHERE.keys() - excused == set()
