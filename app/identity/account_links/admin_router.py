"""/admin/v1/auth/account-links: administrators set their password and second factor by a one-time
link.

These requests and answers hold secrets, which are not stored: no Idempotency-Key is taken.
"""

from app.identity.account_links import service as account_links
from app.identity.account_links.schemas import AccountLinkIn, OpenedAccountLink, UsedAccountLink
from app.identity.deps import CurrentLoginContext
from app.identity.errors import AccountLinkInvalid, PasswordWeak, SecondFactorWrong
from app.kernel.web.limits import TooManyRequests
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(prefix="/auth/account-links", tags=["administrators"])


@router.post(
    "/open",
    response_model=OpenedAccountLink,
    responses=problems(AccountLinkInvalid, TooManyRequests),
)
async def open_account_link(body: AccountLinkIn, context: CurrentLoginContext) -> OpenedAccountLink:
    """Open a one-time link that I was given. It shows whose account it is for, and a second factor
    to add to an authenticator app; each time another one, of which the last counts."""
    return await account_links.open_link(context, body.token)


@router.post(
    "/use",
    status_code=204,
    responses=problems(AccountLinkInvalid, PasswordWeak, SecondFactorWrong, TooManyRequests),
)
async def use_account_link(body: UsedAccountLink, context: CurrentLoginContext) -> None:
    """Set my password and my second factor by a one-time link. It is then used up. All logins of
    the account end; log in again."""
    await account_links.use(context, body)
