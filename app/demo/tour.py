"""`linli tour`: walks through the four jobs over HTTP against a running demo, as resident, Party
member, community worker and unit liaison."""

from app.demo.caller import Caller, Say, TourFailed, a_resident, an_administrator, home_of
from app.demo.tour_ballots import tour_ballots
from app.demo.tour_feedback import tour_feedback
from app.demo.tour_members import tour_members
from app.demo.tour_screens import tour_screens
from app.demo.tour_service import tour_service
from app.demo.tour_topics import tour_topics
from app.demo.tour_units import tour_units
from app.demo.tour_volunteering import tour_volunteering
from app.demo.town import LIAISON

__all__ = ["TourFailed", "tour"]


def tour(base: str, say: Say) -> None:
    """Walk through all jobs; raises TourFailed as soon as something is not as promised. Each job
    leaves the town so that the tour can be taken again."""
    resident = a_resident(Caller(base, "居民", say), "resident")
    neighbour = a_resident(Caller(base, "邻居", say), "neighbour")
    worker = an_administrator(Caller(base, "社区工作者", say), "yunqiao-worker")
    secretary = an_administrator(Caller(base, "社区书记", say), "yunqiao-admin")
    party = an_administrator(Caller(base, "社区党务", say), "yunqiao-party")
    liaison = an_administrator(Caller(base, "单位联络员", say), LIAISON)
    handler = an_administrator(Caller(base, "承办人", say), "handler")
    here = home_of(resident)
    say("\n== 志愿服务  Volunteer sign-ups")
    tour_volunteering(resident, neighbour, worker, here)
    say("\n== 签到、时长与证明  Check-in, hours, certificates")
    passer_by = Caller(base, "路人", say)
    tour_service(resident, neighbour, worker, secretary, passer_by, here)
    say("\n== 双报到  Double reporting")
    tour_units(Caller(base, "路人", say), liaison, secretary, here)
    tour_members(neighbour, party, here)
    say("\n== 民主协商  Consultation")
    tour_topics(resident, neighbour, worker, here)
    tour_ballots(resident, worker, secretary, here)
    say("\n== 诉求办理  Service feedback")
    tour_feedback(resident, neighbour, worker, handler, here)
    say("\n== 五个页面  Five screens")
    tour_screens(resident, here)
    say("\n与承诺一致  as promised")
