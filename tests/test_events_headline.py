"""The main event of an article is what its headline says first, in the words of those who read news."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import pipeline
from timeline.model import Article, EventMention

REST = "ونقلت الوكالة عن شهود أن الطرق أغلقت في المدينة، ولم تصدر السلطات بعد أي بيان عن ذلك."


def main_of(headline: str, lead: str) -> EventMention | None:
    text = f"{headline}\n{lead}\n{REST}"
    events = pipeline.read(Article("test", text, published=date(2024, 9, 23))).events
    return next((event for event in events if event.main), None)


@pytest.mark.parametrize(
    ("headline", "lead", "type"),
    [
        (
            "ترحيب دولي واسع باتفاق وقف إطلاق النار",
            "رحبت دول عدة اليوم الاثنين باتفاق وقف إطلاق النار الذي أعلنته قطر أمس.",
            "SUPPORT",
        ),
        (
            "عشرات الشهداء في قصف عنيف على المدينة بعد إعلان الاتفاق",
            "قصفت الطائرات الإسرائيلية فجر اليوم الاثنين أحياء في المدينة فاستشهد عشرات المدنيين.",
            "ASSAULT",
        ),
        (
            "الحرب على غزة.. مظاهرات حاشدة في تل أبيب",
            "تظاهر آلاف الإسرائيليين مساء اليوم الاثنين في تل أبيب للمطالبة بصفقة تبادل.",
            "PROTEST",
        ),
        (
            "بعد لقاء الوزيرين.. محتجون يتظاهرون أمام البرلمان",
            "تظاهر مئات المحتجين اليوم الاثنين أمام البرلمان بعد أن التقى الوزيران في العاصمة.",
            "PROTEST",
        ),
        (
            "قطر تعلن التوصل إلى اتفاق بين الطرفين",
            "أعلنت وزارة الخارجية القطرية اليوم الاثنين التوصل إلى اتفاق بين طرفي النزاع.",
            "AGREE",
        ),
    ],
)
def test_the_first_deed_of_the_headline_is_the_news(headline: str, lead: str, type: str) -> None:
    main = main_of(headline, lead)
    assert main is not None
    assert main.type == type


def test_what_is_quoted_is_not_the_news_but_that_it_is_said() -> None:
    lead = "قال الرئيس التركي رجب طيب أردوغان في أنقرة إن قصف المدارس جريمة لن تمر دون حساب."
    main = main_of("أردوغان: قصف المدارس جريمة", lead)
    assert main is not None
    assert main.type == "OTHER"


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("إضراب المعلمين.. هل ترضخ الحكومة لمطالبهم؟", "أضرب المعلمون اليوم الاثنين في أنحاء البلاد."),
        ("5 أسئلة تشرح اتفاق المناخ", "أقر المجتمعون في دبي أمس اتفاقا يدعو إلى خفض الانبعاثات."),
        ("صحيفة: القصف لن يحسم الحرب", "يرى خبراء عسكريون أن القصف الذي تعرضت له المدينة أمس لن يحسم الحرب."),
        ("المدينة القديمة.. حكاية صمود", "قصفت الطائرات المدينة القديمة أمس وهدمت عشرات البيوت."),
    ],
)
def test_who_explains_reports_no_event(headline: str, lead: str) -> None:
    assert main_of(headline, lead) is None


def test_a_denied_guess_in_the_body_is_not_the_headlines_event() -> None:
    lead = "كثف الجيش القصف على المدينة فجر اليوم الاثنين في إطار تصعيد كبير للقصف قد يمهد لاجتياح بري."
    main = main_of("الجيش يكثف القصف على المدينة", lead)
    assert main is not None
    assert main.status in ("past", "ongoing")


@pytest.mark.parametrize(
    ("headline", "lead", "trigger"),
    [
        # of two clauses the first is the news, though the other names the deed more plainly
        ("عشرات القتلى في درعا والمعارضة تستهدف مطارا", "قتل عشرات المدنيين اليوم في درعا.", "القتلى"),
        ("ثلاثة قتلى في حمص واشتباكات في حماة", "قتل ثلاثة أشخاص اليوم في حمص.", "قتلى"),
        # what is only talked about is not reported
        ("مديرا الاستخبارات يتحدثان عن الصفقة", "قال مديرا الاستخبارات اليوم إن الصفقة قريبة.", "يتحدثان"),
        # what a noun that is no event follows or fears
        ("ابتهاج في الخرطوم باتفاق السلام", "ابتهج سكان الخرطوم اليوم باتفاق السلام الذي وقع أمس.", "ابتهاج"),
        # the headline's first noun, though it is hardly an event by itself
        ("دخول شاحنات الوقود إلى عدن", "رصد مراسلون شاحنات محملة بالوقود في عدن اليوم.", "دخول"),
        # the lead's own verb, or what it carries, where the headline names nothing
        ("الوزير السعودي في طهران", "أجرى وزير الخارجية السعودي اليوم محادثات مع نظيره الإيراني.", "محادثات"),
        # a deed, not what it aims at or asks for
        (
            "عمان تستعين بخبراء أجانب لإنقاذ الشركة",
            "استعانت عمان اليوم بخبراء أجانب لإنقاذ الشركة.",
            "تستعين",
        ),
        ("النيابة تطلب إعدام قاتل الطبيب", "طلبت النيابة اليوم الاثنين إعدام قاتل الطبيب.", "تطلب"),
        # who announces tells news
        ("تسارع التضخم في مصر", "تسارع التضخم السنوي في مصر إلى 26% في أغسطس الماضي.", "التضخم"),
        ("مصر: اكتشاف مقبرة في سقارة", "أعلنت وزارة الآثار المصرية اليوم اكتشاف مقبرة في سقارة.", "اكتشاف"),
        (
            "قطر تعلن عن افتتاح سفارة في كيغالي",
            "أعلنت قطر اليوم الاثنين افتتاح سفارة لها في كيغالي.",
            "افتتاح",
        ),
        ("الأردن يتغلب على عمان في تصفيات كأس العالم", "تغلب الأردن على عمان مساء الأحد في عمان.", "يتغلب"),
        # what is said, in the words of the lead
        ("جوبا: لا بديل عن الحوار", "نفت حكومة جنوب السودان اليوم أن تكون قد رفضت الحوار.", "نفت"),
    ],
)
def test_the_news_is_what_the_headline_is_about(headline: str, lead: str, trigger: str) -> None:
    text = f"{headline}\n{lead}\n{REST}"
    main = main_of(headline, lead)
    assert main is not None
    told = {text[slice(*span)] for span in (main.trigger, *main.also)}
    assert trigger in told


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        (
            "الشيخ جميل.. نصف قرن في خدمة القدس",
            "ولد الشيخ جميل في حي الثوري بالقدس عام 1931، وتوفي فيها في عام 1999.",
        ),
        ("عام على اتفاق بكين.. حصيلة هادئة", "لا تزال العواصم تترقب ما بعد اتفاق بكين الذي أبرم قبل عام."),
        ("معبر الجلمة.. حاجز بين جنين والناصرة", "يقع معبر الجلمة شمال جنين، ويمر به آلاف العمال."),
    ],
)
def test_a_life_a_place_or_what_is_remembered_is_no_news(headline: str, lead: str) -> None:
    assert main_of(headline, lead) is None


def test_the_dead_of_the_headline_belong_to_the_raid_that_killed_them() -> None:
    headline = "120 قتيلا في درعا ومعارك في حلب"
    lead = "قتل 120 شخصا اليوم الاثنين في غارات على درعا."
    main = main_of(headline, lead)
    assert main is not None
    assert f"{headline}\n{lead}"[slice(*main.trigger)] == "غارات"


def test_a_datelines_day_dates_only_what_has_no_other() -> None:
    lead = "بيروت 23 سبتمبر (وكالة الأفق) - ضرب زلزال بلغت قوته ست درجات جنوب البلاد ليل السبت، ودمر قرى."
    main = main_of("زلزال عنيف يضرب جنوب البلاد", lead)
    assert main is not None
    assert main.begin == date(2024, 9, 21)
    assert len(main.also) >= 2


@pytest.mark.parametrize(
    ("headline", "word"),
    [
        ("السلام بات قريبا في البلاد", "بات"),
        ("جوع وبرد في مخيمات النازحين", "جوع"),
        ("يهود من أنحاء أوروبا في مراكش", "يهود"),
        ("حاكم كاليفورنيا في بكين", "حاكم"),
        ("قطار يقل مئات المسافرين", "يقل"),
        ("بلدة في أقصى شمال النرويج", "أقصى"),
        ("الوزير يمضي عطلته في الجبل", "عطلته"),
        ("أحياء المدينة القديمة في حلب", "أحياء"),
        ("آثار رومانية في جرش", "آثار"),
        ("أمطار في أرجاء البلاد", "أرجاء"),
    ],
)
def test_no_event_is_read_where_another_word_is_meant(headline: str, word: str) -> None:
    text = f"{headline}\nنشرت الصحيفة اليوم الاثنين تحقيقا طويلا عن هذا الأمر وعما قاله الناس فيه.\n{REST}"
    events = pipeline.read(Article("test", text, published=date(2024, 9, 23))).events
    assert word not in {text[slice(*event.trigger)] for event in events}


def test_what_is_put_off_is_put_off_today() -> None:
    headline = "إرجاء القمة الأفريقية إلى ديسمبر"
    main = main_of(headline, "أرجأ الاتحاد الأفريقي اليوم الاثنين القمة الأفريقية إلى ديسمبر المقبل.")
    assert main is not None
    assert (main.status, main.begin) == ("past", date(2024, 9, 23))


def test_a_short_lead_is_the_lead() -> None:
    headline, lead = "انقلاب يطيح بالرئيس في النيجر", "أطاح عسكريون أمس برئيس النيجر في نيامي."
    main = main_of(headline, lead)
    assert main is not None
    text = f"{headline}\n{lead}\n{REST}"
    assert "أغلقت" not in {text[slice(*span)] for span in (main.trigger, *main.also)}
    assert main.begin == date(2024, 9, 22)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_any_day_of_publication_is_read(published: date) -> None:
    text = f"زلزال عنيف يضرب جنوب البلاد\nضرب زلزال عنيف جنوب البلاد أمس، وأعلنت السلطات الحداد.\n{REST}"
    events = pipeline.read(Article("test", text, published=published)).events
    assert events


def test_the_second_of_two_is_no_subject_of_its_own() -> None:
    headline = "محادثات السلام بين الحكومة والمعارضة تنطلق في جنيف"
    main = main_of(headline, "انطلقت في جنيف اليوم الاثنين محادثات السلام بين الحكومة السورية والمعارضة.")
    assert main is not None
    assert "تنطلق" in {headline[slice(*span)] for span in main.also}


def test_what_an_anniversary_recalls_is_not_the_news_but_that_it_is_kept() -> None:
    lead = "أحيا سكان الحوز اليوم الاثنين ذكرى الزلزال الذي ضرب قراهم في سبتمبر 2023."
    text = f"ذكرى زلزال الحوز: عام في الخيام\n{lead}"
    main = main_of("ذكرى زلزال الحوز: عام في الخيام", lead)
    assert main is not None
    assert text[slice(*main.trigger)] == "أحيا"
