"""Words for the values of an activity, as messages name them."""

from app.kernel.errors import Text
from app.kernel.jobs.messages import Worded


class RiskWords(Worded):
    """Levels of risk, as messages name them."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def words(self) -> Text:
        return RISKS[self]


RISKS = {
    RiskWords.LOW: Text("低", "low"),
    RiskWords.MEDIUM: Text("中", "medium"),
    RiskWords.HIGH: Text("高", "high"),
}


class InsuranceWords(Worded):
    INSURED = "insured"
    UNINSURED = "uninsured"

    @property
    def words(self) -> Text:
        if self is InsuranceWords.INSURED:
            return Text("已为志愿者投保", "the volunteers are insured")
        return Text("未为志愿者投保", "the volunteers are not insured")


class PeopleWords(Worded):
    """Audiences and ages, as messages name them together."""

    EVERYONE = "everyone/all"
    EVERYONE_FROM_14 = "everyone/from_14"
    ALL_ADULTS = "everyone/adults"
    RESIDENTS = "residents/all"
    RESIDENTS_FROM_14 = "residents/from_14"
    ADULT_RESIDENTS = "residents/adults"

    @property
    def words(self) -> Text:
        return PEOPLE[self]


PEOPLE = {
    PeopleWords.EVERYONE: Text("所有人", "everybody"),
    PeopleWords.EVERYONE_FROM_14: Text("年满14周岁的人", "everybody from 14 on"),
    PeopleWords.ALL_ADULTS: Text("成年人", "adults"),
    PeopleWords.RESIDENTS: Text("本社区居民", "residents"),
    PeopleWords.RESIDENTS_FROM_14: Text("年满14周岁的本社区居民", "residents from 14 on"),
    PeopleWords.ADULT_RESIDENTS: Text("本社区成年居民", "adult residents"),
}
