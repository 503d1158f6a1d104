"""Words for the values of an activity, as messages name them."""

from app.kernel.words import Worded


class InsuranceWords(Worded):
    INSURED = "insured", "已为志愿者投保", "the volunteers are insured"
    UNINSURED = "uninsured", "未为志愿者投保", "the volunteers are not insured"


class PeopleWords(Worded):
    """Audiences and ages, as messages name them together."""

    EVERYONE = "everyone/all", "所有人", "everybody"
    EVERYONE_FROM_14 = "everyone/from_14", "年满14周岁的人", "everybody from 14 on"
    ALL_ADULTS = "everyone/adults", "成年人", "adults"
    RESIDENTS = "residents/all", "本社区居民", "residents"
    RESIDENTS_FROM_14 = "residents/from_14", "年满14周岁的本社区居民", "residents from 14 on"
    ADULT_RESIDENTS = "residents/adults", "本社区成年居民", "adult residents"
