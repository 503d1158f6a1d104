"""Administration: the audit for auditors, and who has seen whose data for the people."""

from app.administration import admin_router, listeners, messages, router
from app.kernel.feature import Feature

ADMINISTRATION = Feature(
    name="administration",
    tags={
        "audit": "Audit entries (审计记录): what the staff did, for auditors.",
        "access log": "Access log (谁看过我的信息): who has seen my data.",
    },
    resident=(router.router,),
    admin=(admin_router.platform_router,),
    admin_in_community=(admin_router.router,),
    listeners=listeners.LISTENERS,
    messages=messages.MESSAGES,
    examples={
        "AuditEntryOut.action": "ticket.accepted",
        "actor_name": "李敏",
        "subject_kind": "ticket",
    },
)
