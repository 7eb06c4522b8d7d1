"""What a sentence says of a word that can name an event, whether or not the event is one to keep."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import actors, timex
from timeline import text as texts
from timeline.events.carriers import carry
from timeline.events.document import Document
from timeline.events.reading import read
from timeline.events.status import status
from timeline.model import Article

# trigger as written, its status, the sentence
EXAMPLES = [
    ("زار", "past", "زار الوزير الجزائر أمس."),
    ("سيزور", "future", "سيزور الوزير الجزائر غدا."),
    ("يجري", "future", "يصل الوفد القاهرة، وسوف يجري الوزير المصري مباحثات."),
    ("يوقع", "negated", "وصل الوفدان، ولم يوقع الطرفان الاتفاق."),
    ("تتم", "hypothetical", "زيارة البابا ربما لا تتم في الربيع."),
    ("ستهاجم", "hypothetical", "في حال فشل المفاوضات فإن إسرائيل ستهاجم المدينة."),
    ("ستجري", "hypothetical", "إن وافق البرلمان فإن الحكومة ستجري الاستفتاء."),
    ("ستهاجم", "future", "قال الوزير إن إسرائيل ستهاجم المدينة."),
    ("مواجهات", "ongoing", "تشهد المدينة الآن مواجهات عنيفة."),
    ("بضربات", "future", "سيرد الحوثيون على الهجوم بضربات جديدة."),
    ("الهجوم", "past", "سيرد الحوثيون على الهجوم بضربات جديدة."),
    ("صفقة", "hypothetical", "قد يسعى الطرفان إلى صفقة محدودة."),
    ("لقنص", "past", "نشرت القناة صورا قالت إنها لقنص ضابط."),
    ("باعتقال", "past", "قامت الشرطة باعتقال عمال كانوا ينوون السفر."),
    ("قنص", "past", "ذكرت الصحيفة تمكن حراسها من قنص ذئب."),
    ("تراجع", "past", "عدد السياح في إسبانيا تراجع كثيرا."),
    ("تراجع", "past", "الجيش السوداني تراجع عن قراره."),
    ("تعرض", "past", "لبنان تعرض لقصف عنيف."),
    ("تراجع", "ongoing", "الحكومة تراجع الموازنة."),
    ("تطلق", "hypothetical", "في حال انسحبت إسرائيل فسوف تطلق حماس سراح الأسرى."),
    ("وإبرام", "hypothetical", "تظاهر الآلاف مطالبين بإقالة الوزير وإبرام صفقة."),
]


@pytest.mark.parametrize(("trigger", "expected", "sentence"), EXAMPLES)
def test_status(trigger: str, expected: str, sentence: str) -> None:
    text = texts.read(sentence)
    article = Article("test", sentence, published=date(2024, 6, 18))
    document = Document(article, text, timex.tag(text, article.published), actors.find(text))
    reading = read(text, text.sentences[0], document.actor_ends, document.skipped, document.feminine)
    found = next(each for each in carry(text, reading) if text.slice(each.first, each.last) == trigger)
    assert status(text, reading, found, headline=False) == expected
