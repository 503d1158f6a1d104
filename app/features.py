"""The one list of features, and what the application takes from it."""

from app.administration.feature import ADMINISTRATION
from app.communities.feature import COMMUNITIES
from app.consultations.feature import CONSULTATIONS
from app.double_reporting.feature import DOUBLE_REPORTING
from app.feedback.feature import FEEDBACK
from app.figures.feature import FIGURES
from app.home.feature import HOME
from app.identity.feature import IDENTITY
from app.integrations.wechat.feature import WECHAT
from app.kernel.database import idempotency
from app.kernel.database.engine import Base
from app.kernel.errors import Text
from app.kernel.feature import Feature
from app.kernel.files import personal_data as files
from app.kernel.files import records
from app.kernel.jobs import audit as audit_jobs
from app.kernel.jobs import events, failures, heartbeat, retention, sweeps
from app.kernel.privacy import audit, audit_chain, key_checks, reseal_positions
from app.kernel.web import limits
from app.kernel.words import worded_enums
from app.links.feature import LINKS
from app.notifications.feature import NOTIFICATIONS
from app.organizations.feature import ORGANIZATIONS
from app.privacy.feature import privacy
from app.service_records.feature import SERVICE_RECORDS
from app.staff.feature import staff
from app.staff.todo import Todo
from app.volunteering.feature import VOLUNTEERING

KERNEL = Feature(
    name="kernel",
    sweeps=(*retention.SWEEPS, *audit_jobs.SWEEPS),
    models=(
        audit,
        audit_chain,
        events,
        failures,
        heartbeat,
        idempotency,
        key_checks,
        limits,
        records,
        reseal_positions,
        sweeps,
    ),
    personal_data=(*retention.PERSONAL_DATA, *files.PERSONAL_DATA),
)
JOBS: tuple[Feature, ...] = (
    VOLUNTEERING,
    CONSULTATIONS,
    FEEDBACK,
    DOUBLE_REPORTING,
)
STAFF = staff(
    [todo for job in (SERVICE_RECORDS, *JOBS) for todo in job.todos if isinstance(todo, Todo)]
)
FEATURES_WITH_DATA: tuple[Feature, ...] = (
    *(KERNEL, WECHAT, IDENTITY, COMMUNITIES, ORGANIZATIONS, LINKS, NOTIFICATIONS, STAFF),
    SERVICE_RECORDS,
    *JOBS,
    HOME,
    FIGURES,
    ADMINISTRATION,
)
PRIVACY = privacy([data for feature in FEATURES_WITH_DATA for data in feature.personal_data])
FEATURES: tuple[Feature, ...] = (*FEATURES_WITH_DATA, PRIVACY)
LISTENERS = tuple(listener for feature in FEATURES for listener in feature.listeners)
LISTENED_KINDS = frozenset(listener.event.kind for listener in LISTENERS)
"""Kinds of events that are written; nobody would follow the others."""
TODOS = {
    todo.kind: todo for feature in FEATURES for todo in feature.todos if isinstance(todo, Todo)
}
"""Duties of the staff by their kinds."""
_MESSAGES = [message for feature in FEATURES for message in feature.messages]
_OF_DUTIES = [message for todo in TODOS.values() for message in todo.messages]
MESSAGES = {message.kind: message for message in (*_MESSAGES, *_OF_DUTIES)}
TAGS = {tag: text for feature in FEATURES for tag, text in feature.tags.items()}
EXAMPLES = {name: text for feature in FEATURES for name, text in feature.examples.items()}
ENUMS = {enum.__name__: enum for enum in worded_enums()}
LABELS: dict[str, dict[str, Text]] = {
    **{name: {one.value: one.words for one in enum} for name, enum in ENUMS.items()},
    **{name: dict(words) for feature in FEATURES for name, words in feature.labels.items()},
}
"""Words for each value of each enum, by the name of its schema in the API documents."""
PERSONAL_DATA = tuple(data for feature in FEATURES for data in feature.personal_data)
SWEEPS = tuple(sweep for feature in FEATURES for sweep in feature.sweeps)
METADATA = Base.metadata
"""Every table, since every feature names the modules of its tables."""
