"""Permissions of roles, as `openapi/roles.json` has them: a console's menu and the documentation
read them there."""

from app.communities.permissions import PERMISSIONS


def roles() -> dict[str, list[str]]:
    """Returns the permissions of each role, in the order of their names."""
    return {role.value: sorted(permissions) for role, permissions in PERMISSIONS.items()}
