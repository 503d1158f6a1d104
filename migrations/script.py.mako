<%!
import re

def plain(body):
    """The statements alone, without Alembic's remarks around them."""
    return "\n".join(line for line in body.splitlines() if "# ###" not in line).strip()
%><%
up, down = plain(upgrades or "pass"), plain(downgrades or "pass")
if up == "pass":
    up = down = ""
body = up + down
ours = sorted(line for line in (imports or "").splitlines() if line.startswith("from app."))
%>"""${config.attributes["docstring"]}

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}
"""

% if "sa." in body:
import sqlalchemy as sa
% endif
% if "op." in body:
from alembic import op
% endif
% if "postgresql." in body:
from sqlalchemy.dialects import postgresql
% endif

from app.kernel.database.distribution import prepare
% for line in ours:
${line}
% endfor

revision = ${repr(up_revision)}
down_revision: str | None = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    ${up}


def downgrade() -> None:
    prepare()
    ${down}
