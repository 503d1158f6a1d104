"""Runs revisions, one transaction each, on the connection that `database.migrations` gives; and
compares the models with the database for a new one."""

from alembic import context
from sqlalchemy import Connection

from app.communities.models.entered_columns import sealed_entered_columns
from app.features import METADATA
from app.kernel.database.autogenerate import RevisionForm
from app.kernel.database.check_comparison import PLUGIN


def run(connection: Connection) -> None:
    form = RevisionForm(sealed_entered_columns)
    context.configure(
        connection=connection,
        target_metadata=context.config.attributes.get("metadata", METADATA),
        transaction_per_migration=True,
        autogenerate_plugins=["alembic.autogenerate.*", PLUGIN],
        render_item=form.render_item,
        process_revision_directives=form.process,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
