from datetime import date

from timeline.merge import originals
from timeline.model import Article

REPORT = """
وصل الرئيس الروسي فلاديمير بوتين إلى بيونغ يانغ في ساعة مبكرة من صباح الأربعاء في أول زيارة له
إلى كوريا الشمالية منذ أربعة وعشرين عاما، واستقبله الزعيم كيم جونغ أون في المطار قبل أن يتوجها
معا إلى دار الضيافة. ووقع الزعيمان معاهدة شراكة استراتيجية شاملة تنص على تقديم المساعدة
المتبادلة إذا تعرض أحد الطرفين لعدوان، وقال بوتين إن الوثيقة دفاعية.
"""
OTHER = """
أعلنت هيئة الأركان المشتركة في سول أن جنودا من الشمال عبروا خط ترسيم الحدود العسكري لفترة وجيزة
ثم عادوا بعد أن أطلق الجيش الجنوبي طلقات تحذيرية، وأضافت أن الحادث هو الثاني من نوعه خلال
أسبوعين ولم يسفر عن إصابات بين الجانبين.
"""


def article(id: str, text: str, day: int) -> Article:
    return Article(id, text, published=date(2024, 6, day))


def test_a_report_under_another_headline_is_a_copy_of_the_earlier() -> None:
    first, later = article("b", "بوتين في بيونغ يانغ\n" + REPORT, 19), article("a", "وكالات - " + REPORT, 20)
    assert originals([later, first, article("c", OTHER, 18)]) == {"a": "b"}


def test_copies_of_copies_lead_to_the_one_original() -> None:
    every = [article(id, f"{id}\n{REPORT}", 19 + i) for i, id in enumerate("abc")]
    assert originals(every) == {"b": "a", "c": "a"}


def test_a_text_too_short_to_tell_copies_nothing() -> None:
    assert originals([article("a", "عاجل: وصل بوتين", 19), article("b", "عاجل: وصل بوتين", 19)]) == {}


def test_the_same_news_in_other_words_is_no_copy() -> None:
    words = " ".join(reversed(REPORT.split()))
    assert originals([article("a", REPORT, 19), article("b", words, 19)]) == {}
