"""/v1/me/service-record, and /v1/communities/{community_id}/service-record"""

from fastapi import Response

from app.communities.deps import AnyParticipant, MyCommunities
from app.communities.display_names import community_names
from app.kernel.web.dependencies import Session
from app.kernel.web.routing import Router
from app.service_records.certificates.pdf_response import PDF, PdfResponse
from app.service_records.records import queries
from app.service_records.records.export import STANDARD, csv_of, services_across
from app.service_records.records.printed import pdf_of
from app.service_records.records.schemas import CommunityRecord, ServiceExportOut, ServiceRecordOut

router = Router(prefix="/me/service-record", tags=["service record"])
CSV = {"schema": {"type": "string"}, "example": "志愿者编号,服务组织"}


class CsvResponse(Response):
    media_type = "text/csv"


community_router = Router(prefix="/service-record", tags=["service record"])


@router.get("", response_model=ServiceRecordOut)
async def get_my_service_record(mine: MyCommunities, session: Session) -> ServiceRecordOut:
    """Get my confirmed service, by community and year, with the star level of each. Nobody else
    sees it."""
    return await queries.record_across(session, mine)


@router.get("/pdf", response_class=PdfResponse, responses=PDF)
async def download_my_service_record(mine: MyCommunities, session: Session) -> Response:
    """Download my service record as a PDF, for myself. It is no certificate and names nobody."""
    content = await pdf_of(await queries.record_across(session, mine))
    return PdfResponse.of(content, "service-record.pdf")


@router.get("/export", response_model=ServiceExportOut)
async def export_my_services(mine: MyCommunities, session: Session) -> ServiceExportOut:
    """Export my confirmed services in the data items of MZ/T 061, without my name."""
    services = await services_across(session, mine)
    return ServiceExportOut(standard=STANDARD, services=list(services))


@router.get(
    "/csv",
    response_class=CsvResponse,
    responses={200: {"content": {CsvResponse.media_type: CSV}}},
)
async def download_my_services(mine: MyCommunities, session: Session) -> Response:
    """Download my confirmed services as a sheet (CSV), in the data items of MZ/T 061."""
    content = csv_of(await services_across(session, mine))
    headers = {"Content-Disposition": 'attachment; filename="services.csv"'}
    return CsvResponse(content, headers=headers)


@community_router.get("/me", response_model=CommunityRecord)
async def get_my_service_record_in_community(
    me: AnyParticipant, session: Session
) -> CommunityRecord:
    """Get my confirmed service in this community, by year."""
    names = await community_names(session, {me.community_id})
    return await queries.record_in(session, me.community_id, me.id, names[me.community_id])
