"""/admin/v1: administrators log in, and change their password and second factor.

These requests and answers hold secrets, which are not stored: no Idempotency-Key is taken, except
for the confirmation of a second factor.
"""

from app.identity.administrators import login as logins
from app.identity.administrators import service as administrators
from app.identity.administrators.schemas import (
    AdministratorOut,
    AdminLogin,
    AdminSession,
    NewPassword,
    SecondFactorCode,
    SecondFactorOut,
    SecondFactorWish,
    SteppedUp,
    StepUp,
)
from app.identity.deps import (
    AdminLoginOutsideTransaction,
    CurrentAdminLogin,
    CurrentLoginContext,
    IdempotentForAdmin,
)
from app.identity.errors import (
    LoginRefused,
    PasswordWeak,
    PasswordWrong,
    SecondFactorNotBegun,
    SecondFactorRequired,
    SecondFactorWrong,
)
from app.identity.models import Administrator
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.limits import TooManyRequests
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(tags=["administrators"])
idempotent_router = Router(
    tags=["administrators"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin]
)


@router.post(
    "/auth/sessions",
    status_code=201,
    response_model=AdminSession,
    responses=problems(LoginRefused, SecondFactorRequired, TooManyRequests),
)
async def log_in(body: AdminLogin, context: CurrentLoginContext) -> AdminSession:
    """Log in with name, password and one-time code. The code is needed if a second factor is
    enrolled."""
    return await logins.log_in(context, body)


@router.post(
    "/auth/sessions/current/step-up",
    response_model=SteppedUp,
    responses=problems(PasswordWrong, SecondFactorWrong, TooManyRequests),
)
async def step_up(
    body: StepUp, login: AdminLoginOutsideTransaction, context: CurrentLoginContext
) -> SteppedUp:
    """Give my password and code once more. For five minutes this login may then do what
    `identity.step_up_required` has refused: export, grant, and change the register."""
    return SteppedUp(proven_until=await administrators.step_up(context, login, body))


@router.put(
    "/me/password",
    status_code=204,
    responses=problems(PasswordWrong, PasswordWeak, TooManyRequests),
)
async def change_my_password(
    body: NewPassword, login: AdminLoginOutsideTransaction, context: CurrentLoginContext
) -> None:
    """Change my password. It takes at least 12 characters. All my other logins end; this one
    continues with its refresh token."""
    await administrators.set_password(context, login, body)


@router.post(
    "/me/second-factor",
    response_model=SecondFactorOut,
    responses=problems(PasswordWrong, SecondFactorWrong, TooManyRequests),
)
async def enrol_my_second_factor(
    body: SecondFactorWish, login: AdminLoginOutsideTransaction, context: CurrentLoginContext
) -> SecondFactorOut:
    """Enrol a new second factor. Its secret is shown this once; it replaces the former one when a
    code of it is confirmed."""
    uri = await administrators.begin_second_factor(context, login, body)
    return SecondFactorOut(otpauth_uri=uri)


@idempotent_router.post(
    "/me/second-factor/confirm",
    response_model=AdministratorOut,
    responses=problems(SecondFactorNotBegun, SecondFactorWrong),
)
async def confirm_my_second_factor(
    body: SecondFactorCode, login: CurrentAdminLogin, session: Session
) -> Administrator:
    """Confirm my new second factor by a code. All my other logins end."""
    return await administrators.confirm_second_factor(session, login, body.code)
