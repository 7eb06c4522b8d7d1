from datetime import date

import pytest

from timeline import pipeline, text
from timeline.merge.title import LONGEST, phrase, untagged
from timeline.model import ActorMention, Annotation, Article, EventMention, Participant


def titled(written: str, trigger: str, source: str | None = None) -> str:
    tokens = text.read(written)
    at = written.index(trigger)
    sentence = tokens.sentence_at(at)
    assert sentence is not None
    actors, parts = (), ()
    if source:
        start = written.index(source)
        actors = (ActorMention(start, start + len(source), source, "person:x", source, "person"),)
        parts = (Participant(0, "source"),)
    span = (at, at + len(trigger))
    event = EventMention("e", (sentence.start, sentence.end), span, "CONSULT", "past", actors=parts)
    return phrase(tokens, Annotation(Article("a", written), actors=actors), event)


@pytest.mark.parametrize(
    ("written", "trigger", "source", "title"),
    [
        ("ووصل الوزير إلى الدوحة، حيث التقى نظيره.", "وصل", None, "وصل الوزير إلى الدوحة"),
        ("وقبيل زيارة بوتين لبيونغ يانغ، أشاد كيم بها.", "زيارة", None, "زيارة بوتين لبيونغ يانغ"),
        ("قالت الوكالة إن بوتين زار كوريا مرتين.", "زار", "بوتين", "بوتين زار كوريا مرتين"),
        ("وقع الرئيسان معاهدة الشراكة التي تنص على الدفاع.", "وقع", None, "وقع الرئيسان معاهدة الشراكة"),
        ("ارتفع السعر 3.5 بالمئة أمس.", "ارتفع", None, "ارتفع السعر 3.5 بالمئة أمس"),
        ("زار الوفد مصر في\nالقاهرة", "زار", None, "زار الوفد مصر"),
    ],
)
def test_titles_are_clauses_as_written(written: str, trigger: str, source: str | None, title: str) -> None:
    assert titled(written, trigger, source) == title
    assert title in written


def test_a_title_of_an_endless_sentence_is_short() -> None:
    assert len(titled("زار " + "مدينة " * 5000, "زار").split()) == LONGEST


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("انتهى اللقاء في 28 شباط/فبراير بلا اتفاق.", "اللقاء في 28 شباط/فبراير بلا اتفاق"),
        ("ولم يوقع الطرفان الاتفاق أمس.", "لم يوقع الطرفان الاتفاق أمس"),
        ("قال بوتين للصحفيين، إن روسيا مستعدة للحوار.", "قال بوتين للصحفيين، إن روسيا مستعدة للحوار"),
        ('وأضاف: "القيمة الاستراتيجية تزداد كل يوم".', 'أضاف: "القيمة الاستراتيجية تزداد كل يوم"'),
        ("وتسلم سيارة ثانية من طراز «أوروس» أمس.", "تسلم سيارة ثانية من طراز «أوروس» أمس"),
        (
            "وكانت الولايات المتحدة واليابان قد أعلنت أمس إنشاء فريق.",
            "الولايات المتحدة واليابان قد أعلنت أمس إنشاء فريق",
        ),
        ("ذكرت الشرطة أن سفنا حربية روسية نقلت الجنود أمس.", "سفنا حربية روسية نقلت الجنود أمس"),
        ("وعرض المتحدث أمس صورا قال إنها تظهر حاويات.", "عرض المتحدث أمس صورا"),
        ("«فيتو» روسي ينهي مراقبة العقوبات أمس.", "«فيتو» روسي ينهي مراقبة العقوبات أمس"),
    ],
)
def test_titles_of_what_is_read_are_whole(sentence: str, title: str) -> None:
    read = pipeline.read(Article("a", f"آخر الأخبار\n{sentence}", published=date(2024, 6, 18)))
    tokens = text.read(read.article.text)
    assert title in [phrase(tokens, read, event) for event in read.events]


def test_words_that_are_never_said_end_no_title() -> None:
    read = pipeline.read(Article("a", "آخر الأخبار\nقال بوتين أمس:", published=date(2024, 6, 18)))
    titles = [phrase(text.read(read.article.text), read, event) for event in read.events]
    assert titles[-1] == "قال بوتين أمس"


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("عاجل.. بوتين يصل إلى بيونغ يانغ", "بوتين يصل إلى بيونغ يانغ"),
        ("عاجل| محكمة تأمر بالإفراج عن الصحفي", "محكمة تأمر بالإفراج عن الصحفي"),
        ("شاهد الدمار في درنة", "شاهد الدمار في درنة"),
        ("صور: أمطار في الرياض", "أمطار في الرياض"),
        ("عاجل..", "عاجل.."),
        ("", ""),
    ],
)
def test_a_tag_is_no_part_of_a_title(headline: str, title: str) -> None:
    assert untagged(headline) == title
