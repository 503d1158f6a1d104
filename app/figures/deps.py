"""Guard of the figures of a community."""

from typing import Annotated

from fastapi import Depends

from app.communities.deps import staff_who_may
from app.communities.permissions import Staff

StaffMayReadFigures = Annotated[Staff, Depends(staff_who_may("figures:read"))]
