"""Every table, for whoever needs the whole schema."""

from app.communities import models as communities
from app.consultations import models as consultations
from app.double_reporting import models as double_reporting
from app.feedback import models as feedback
from app.identity import models as identity
from app.integrations.wechat import models as wechat
from app.kernel.database import idempotency
from app.kernel.database.engine import Base
from app.kernel.jobs import events, heartbeat, sweeps
from app.kernel.privacy import audit
from app.kernel.web import limits
from app.links import models as links
from app.notifications import followers, inbox
from app.volunteering import models as volunteering

MODULES = (
    *(audit, events, heartbeat, idempotency, limits, sweeps),
    *(wechat, identity, communities, links, inbox, followers, volunteering, feedback),
    *(consultations, double_reporting),
)
METADATA = Base.metadata
