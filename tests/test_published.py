"""The article's own date: which source is trusted, and what stays open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given as forall
from hypothesis import settings
from hypothesis import strategies as st

from timeline.articles.published import Published, date_of, in_address, in_page
from timeline.text import read

NOW = date(2026, 1, 1)


def found(text: str, **known: object) -> Published:
    return date_of(read(text), now=NOW, **known)  # type: ignore[arg-type]


def test_given_comes_before_all() -> None:
    answer = found(
        "القاهرة 12 يونيو 2024 (رويترز) - قال", given=date(2024, 6, 18), url="https://a.example/2020/1/1/x"
    )
    assert (answer.date, answer.source) == (date(2024, 6, 18), "given")


def test_metadata_comes_before_the_address() -> None:
    answer = found("نص", metadata=date(2024, 6, 18), url="https://a.example/2020/1/1/x")
    assert (answer.date, answer.source) == (date(2024, 6, 18), "metadata")


def test_a_page_says_its_day() -> None:
    meta = '<meta property="article:published_time" content="2024-06-18T10:00:00+03:00">'
    page = f"<html><head>{meta}</head><body>نص</body></html>"
    assert in_page(page) == date(2024, 6, 18)
    assert found("نص", html=page).source == "metadata"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/news/2024/6/18/slug", date(2024, 6, 18)),
        ("https://a.example/2024-06-18-slug", date(2024, 6, 18)),
        ("https://a.example/n/20240618/slug", date(2024, 6, 18)),
        ("https://a.example/2024/06/slug-18", None),
        ("https://a.example/2024/13/45/slug", None),
        ("https://a.example/2099/1/1/slug", None),
        ("https://a.example/1234567890123", None),
        ("not an address", None),
        ("http://[", None),
    ],
)
def test_address(url: str, day: date | None) -> None:
    assert in_address(url, NOW) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "عنوان الخبر\nموسكو 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م\nقال الوزير إن الاتفاق جاهز.",
            date(2015, 8, 11),
        ),
        ("عنوان الخبر\nالثلاثاء 18 يونيو 2024\nقال الوزير إن الاتفاق جاهز.", date(2024, 6, 18)),
        ("عنوان الخبر\nنشر في: 18/6/2024\nقال الوزير إن الاتفاق جاهز.", date(2024, 6, 18)),
        (
            "عنوان\nعمّان 18 حزيران 2024 (بترا) - قال الوزير اليوم إن المفاوضات بين الجانبين ستستأنف.",
            date(2024, 6, 18),
        ),
    ],
)
def test_byline(text: str, day: date) -> None:
    answer = found(text)
    assert (answer.date, answer.source) == (day, "byline")
    assert "«" in answer.why


def test_today_with_its_weekday_settles_the_year() -> None:
    text = "عنوان\nأعلنت الوزارة اليوم الاثنين 17 يونيو نتائج الانتخابات التي جرت في عام 2022 وفاز حزب جديد."
    answer = found(text)
    assert (answer.date, answer.source) == (date(2024, 6, 17), "inferred")
    assert "2022" in answer.why


def test_yesterday_settles_it_too() -> None:
    text = "عنوان\nأعلنت الوزارة أمس الأحد 16 يونيو نتائج الانتخابات التي جرت في عام 2022 وفاز حزب جديد."
    assert found(text).date == date(2024, 6, 17)


def test_the_year_that_it_calls_its_own_settles_it() -> None:
    text = (
        "عنوان\nأعلنت الوزارة اليوم 17 يونيو أن الصادرات زادت في العام الحالي 2015 كما زادت في العام الماضي."
    )
    assert found(text).date == date(2015, 6, 17)


def test_a_programme_is_of_the_day_of_its_episode() -> None:
    answer = found("عنوان\nناقشت حلقة (2024/7/5) من البرنامج الأسبوعي فرص التوصل إلى اتفاق بين الجانبين.")
    assert (answer.date, answer.source) == (date(2024, 7, 5), "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "عنوان\nتعود الرسالة (2024/7/5) من أرشيف العائلة إلى سنوات الحرب التي فرقت بين الأخوين في الشمال.",
        "عنوان\nقتل القائد يوم الخميس 17 أكتوبر 2024 في رفح بعد معركة طويلة مع جنود لم يعرفوا من هو.",
        "قال الوزير إن الاتفاق جاهز.",
        "أعلنت الوزارة يوم الاثنين نتائج الانتخابات.",
        "أعلنت الوزارة اليوم الاثنين 17 يونيو نتائج الانتخابات.",  # 2002, 2013, 2019 and 2024 fit
        "اندلعت الحرب في السابع من أكتوبر 2023 وقتل فيها آلاف المدنيين قبل أن تعلن الهدنة برعاية دولية.",
    ],
)
def test_what_is_open_stays_open(text: str) -> None:
    assert found(text) == Published(None, "unknown", found(text).why)


@settings(max_examples=60)
@forall(st.text(alphabet="اليوم اثنين17/-يونيو2024\n.(هـم", max_size=80), st.text(max_size=40))
def test_no_text_or_address_breaks_it(text: str, url: str) -> None:
    answer = found(text, url=url)
    assert answer.date is None or answer.date <= NOW
