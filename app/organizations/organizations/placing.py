"""The order of the tree of Party organizations: which kind may be below which."""

from typing import Any

from app.kernel.database.columns import uuid7
from app.organizations.models import ABOVE, OrganizationKind, PartyOrganization

MAX_DEPTH = 12
"""Number of organizations on the longest path; the country's own tree is not deeper."""


def fits(kind: OrganizationKind, parent: PartyOrganization | None) -> bool:
    if parent is None:
        return None in ABOVE[kind]
    return parent.kind in ABOVE[kind] and len(parent.path) < MAX_DEPTH


def placed(parent: PartyOrganization | None) -> dict[str, Any]:
    """Makes the id and the path of a new organization below `parent`."""
    id_ = uuid7()
    return {"id": id_, "path": [*(parent.path if parent else ()), id_]}
