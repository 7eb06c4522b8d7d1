"""What an expression means before its dates are known: the grammar's output, the resolver's input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Unit: TypeAlias = Literal[
    "second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade", "century"
]
Calendar: TypeAlias = Literal["gregorian", "hijri", "before_christ"]
Lengths: TypeAlias = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Rel:
    """A unit counted from today: اليوم, الأسبوع الماضي (-1). `story` counts from the last date told.

    The unit "new year" is العام الجديد, that which has just begun or is about to.
    """

    unit: str
    shift: int
    story: bool = False


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date with whatever it leaves unsaid: 12 يونيو, سبتمبر المقبل, عام 2014.

    `era`: the calendar of a bare year is said (1406م), not guessed.
    """

    year: int | Rel | None = None
    month: int | Rel | None = None
    day: int | None = None
    calendar: Calendar = "gregorian"
    shift: int | None = None
    era: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """الخميس, الأحد المقبل (+1), ثلاثاء الأسبوع الفائت."""

    day: int
    shift: int | None = None
    week: Rel | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """Several names of one day: مساء أمس السبت 8 أغسطس."""

    parts: tuple[Rel | Weekday | Date, ...]
    daypart: str | None = None


@dataclass(frozen=True, slots=True)
class InYear:
    """The same day, week or month in another year: هذا اليوم من العام الماضي; None where none is said."""

    of: Rel
    year: int | Rel | None


@dataclass(frozen=True, slots=True)
class Part:
    """The START, MID or END of a period: أوائل يونيو."""

    which: str
    of: Node
    word: str = ""


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth (-1: last) weekday, day, week, month, quarter, half or third of a period.

    `place`: the number may be that of the day instead (الأربعاء الخامس من أغسطس).
    """

    n: int
    unit: str
    of: Node
    weekday: int = 0
    place: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """The first (end 1) or last (-1) n units of a period: الأشهر التسعة الأولى من العام."""

    n: float
    unit: str
    of: Node
    end: int


@dataclass(frozen=True, slots=True)
class Season:
    """صيف 2006, الشتاء الماضي."""

    code: str
    year: int | Rel | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """ثمانينيات القرن الماضي: tens 80, century 20 or unsaid."""

    tens: int
    century: int | None = None


@dataclass(frozen=True, slots=True)
class Century:
    """القرن العشرين."""

    n: int
    calendar: Calendar = "gregorian"


@dataclass(frozen=True, slots=True)
class Ago:
    """A distance from today: قبل ثلاثة أيام (sign -1), بعد أسبوع (+1); في 3 أيام (0) is one only ahead.

    `exact` is one counted from a day that is named: قبل عام من اليوم.
    """

    lengths: Lengths
    sign: int
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Last:
    """A stretch that touches today: الأشهر الستة الماضية; n None is vague (الأيام القليلة الماضية)."""

    n: float | None
    unit: str
    sign: int
    inclusive: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """From the first day of one to the last day of the other, both included."""

    a: Node
    b: Node


@dataclass(frozen=True, slots=True)
class Open:
    """منذ 2014 (since), حتى 2030 (until)."""

    of: Node
    edge: Literal["since", "until"]


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a period (rest), or will be from tomorrow (later)."""

    of: Node
    which: Literal["rest", "later"]


@dataclass(frozen=True, slots=True)
class Running:
    """لليوم السادس على التوالي: six days up to today."""

    n: int
    unit: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A row of ar/time/holidays.tsv, in a year where one is said; None is العيد, whichever is near."""

    row: int | None
    year: int | Rel | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Seasons:
    """موسم 2023-2024, الموسم الماضي (-1): a season or school year over two years."""

    first: int | None
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Weekend:
    """نهاية الأسبوع."""

    shift: int = 0


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: أربع سنوات."""

    lengths: Lengths


@dataclass(frozen=True, slots=True)
class Every:
    """A set of times: كل يوم."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """الآن، مؤخرا، قريبا: TIMEX3's PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str


Node: TypeAlias = (
    Rel
    | Date
    | Weekday
    | Day
    | InYear
    | Part
    | Nth
    | Edge
    | Season
    | Decade
    | Century
    | Ago
    | Last
    | Range
    | Open
    | Rest
    | Running
    | Holiday
    | Seasons
    | Weekend
    | Length
    | Every
    | Vague
)
