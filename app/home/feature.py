"""The feature home: a resident's home screen, over all jobs."""

from app.home import router
from app.kernel.feature import Feature

HOME = Feature(name="home", resident=(router.hot_router, router.router))
