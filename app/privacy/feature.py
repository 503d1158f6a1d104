"""The feature privacy: a person's export and erasure, over the personal data of all features."""

from collections.abc import Sequence

from app.kernel.feature import Feature
from app.kernel.jobs.personal_retention import sweeps_over
from app.kernel.privacy.personal_data import PersonalData
from app.privacy import models
from app.privacy.listeners import listeners_for
from app.privacy.personal_data import PERSONAL_DATA
from app.privacy.router import public_router, router
from app.privacy.sweeps import sweeps_for


def privacy(others: Sequence[PersonalData]) -> Feature:
    """Makes the feature over what the other features declare."""
    declared = (*others, *PERSONAL_DATA)
    return Feature(
        name="privacy",
        tags={"privacy": "Rights over my data (我的数据): export and erasure."},
        resident=(router, public_router),
        listeners=listeners_for(declared),
        sweeps=(*sweeps_for(declared), *sweeps_over(declared)),
        models=(models,),
        personal_data=PERSONAL_DATA,
        examples={
            "html_path": "/v1/data-exports/AaIe4D…?form=html",
            "json_path": "/v1/data-exports/AaIe4D…?form=json",
        },
    )
