"""Actors: who is found, who is who, and what no text may do to the reader."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.actors import english, find
from timeline.actors.demonyms import inflections, nisba
from timeline.actors.gazetteer import entries, slug
from timeline.actors.identity import key, short_names
from timeline.lexicon import table
from timeline.model import ActorMention
from timeline.text import form, read

CORPUS = Path(__file__).parent / "corpus" / "actors.tsv"
MARKS = {"name": "", "adjective": "~", "description": "*", "pronoun": "?"}
MIXED = """قال الرئيس الروسي فلاديمير بوتين في موسكو عبد بن أبو آل وزير الخارجية شركة «الوطن» كيم
جونغ - أون علي على جامعة القاهرة للعراق ولبنان لانكوف فان دي الثاني و ، . ( محمد الحكيم لكرة القدم سموه"""
WORDS = [*MIXED.split(), "\n"]


def rows() -> list[dict[str, str]]:
    lines = (line for line in CORPUS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t", restval="", quoting=csv.QUOTE_NONE))


def mentions(text: str) -> tuple[ActorMention, ...]:
    return find(read(text))


def ids(text: str) -> list[str]:
    return [mention.id for mention in mentions(text)]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"][:40])
def test_corpus(row: dict[str, str]) -> None:
    found = mentions(row["text"])
    assert " | ".join(mention.text for mention in found) == row["mentions"]
    assert " ".join(mention.id + MARKS[mention.form] for mention in found) == row["ids"]


class TestStates:
    # Unions, outlying rocks, test locales; and Aruba, whose name أروبا is how Europe is often misspelt.
    OTHER = frozenset(("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "EA", "IC", "AC", "TA", "DG", "CP", "AW"))

    def test_every_territory_of_cldr_is_known_by_its_arabic_name(self) -> None:
        unknown = [
            (code, name)
            for code, name in Locale("ar").territories.items()
            if len(code) == 2 and code.isalpha() and code not in self.OTHER
            if not any(i.startswith("iso:") for i in ids("في " + name.split(" (")[0].replace(" - ", " ")))
        ]
        assert unknown == []

    def test_codes_are_distinct_letters(self) -> None:
        codes = [row["iso"] for row in table("ar/states.tsv")]
        assert len(codes) == len(set(codes)) > 245
        assert all(len(code) == 3 and code.isupper() for code in codes)

    @pytest.mark.parametrize(
        ("state", "demonym"), [("مصر", "مصري"), ("الصومال", "صومالي"), ("غانا", "غاني"), ("سوريا", "سوري")]
    )
    def test_nisba(self, state: str, demonym: str) -> None:
        assert nisba(state) == demonym

    def test_nisba_of_a_phrase_is_unknown(self) -> None:
        assert nisba("كوريا الشمالية") is None

    def test_inflections_agree(self) -> None:
        forms = set(inflections("كوري شمالي"))
        assert {("الكوري", "الشمالي"), ("كوريه", "شماليه"), ("الكوريون", "الشماليون")} <= forms

    @pytest.mark.parametrize(
        ("text", "id_"),
        [
            ("قال مسؤول كوري شمالي", "iso:PRK"),
            ("الحكومة الجنوب أفريقية", "iso:ZAF"),
            ("لاعب فلبيني", "iso:PHL"),
            ("سائحة نمساوية", "iso:AUT"),
            ("خبراء روس", "iso:RUS"),
            ("علماء ألمان", "iso:DEU"),
        ],
    )
    def test_demonyms(self, text: str, id_: str) -> None:
        assert any(id_ in mention.id or id_[4:].lower() in mention.id for mention in mentions(text))

    def test_financial_is_not_malian(self) -> None:
        assert ids("أعلنت الوزارة العام المالي الجديد وبيانات مالية") == []
        assert ids("اندلعت معارك في مالي") == ["iso:MLI"]


class TestProclitics:
    @pytest.mark.parametrize(
        ("word", "span"),
        [
            ("ولبنان", "لبنان"),
            ("وبلبنان", "لبنان"),
            ("للبنان", "لبنان"),
            ("للعراق", "للعراق"),
            ("وللعراق", "للعراق"),
        ],
    )
    def test_only_the_name_is_marked(self, word: str, span: str) -> None:
        assert [mention.text for mention in mentions("وصل " + word)] == [span]

    def test_a_first_letter_is_not_always_a_proclitic(self) -> None:
        assert mentions("زار لبنان وليد جنبلاط")[1].text == "وليد جنبلاط"


class TestIdentity:
    def test_full_name_then_surname(self) -> None:
        first, again = mentions("قال أندريه لانكوف إن الأمر مهم.\nورأى لانكوف أن الوقت ضيق.")
        assert first.id == again.id

    def test_family_name_first_in_korean_names(self) -> None:
        text = "وصل كيم جونغ أون إلى سنغافورة. وكان والد كيم، كيم جونغ إيل، قد حكم قبله. ثم غادر كيم."
        un, _, kim, il, again = ids(text)
        assert un == kim == again == "person:kim-jong-un"
        assert il == "person:kim-jong-il"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("شين وونسيك", "شين وون سيك"),
            ("إسماعيل هنيه", "اسماعيل هنية"),
            ("سيرغي لافروف", "سيرجي لافروف"),
            ("يحيى", "يحيي"),
        ],
    )
    def test_spellings_share_a_key(self, one: str, other: str) -> None:
        assert key(one) == key(other)

    def test_names_of_different_people_do_not(self) -> None:
        assert len({key(name) for name in ("كيم جونغ أون", "كيم جونغ إيل", "قاسم", "جاسم")}) == 4

    @pytest.mark.parametrize(
        ("name", "shorts"),
        [
            ("جون بولتون", ["بولتون", "جون"]),
            ("رود فان نيستلروي", ["فان نيستلروي", "نيستلروي", "رود"]),
            ("جمال عبد الناصر", ["عبد الناصر", "جمال"]),
            ("كيم جونغ أون", ["كيم"]),
            ("محفوظ", []),
        ],
    )
    def test_short_names(self, name: str, shorts: list[str]) -> None:
        assert short_names(name) == shorts

    def test_an_office_is_its_holder(self) -> None:
        found = mentions("استقبل الرئيس الفرنسي إيمانويل ماكرون الضيوف. وقال الرئيس الفرنسي إن الوقت حان.")
        described = next(mention for mention in found if mention.form == "description")
        assert (described.text, described.id) == ("الرئيس الفرنسي", "person:emmanuel-macron")

    def test_a_short_name_at_the_end_is_not_read_beyond_it(self) -> None:
        found = find(read("السيسي والكاتدرائيد عبد الفتاح السيسي"))
        assert found[-1].text == "السيسي"

    def test_a_form_of_respect_is_the_person_named_last(self) -> None:
        named, respected = mentions("كرّم الأمير فيصل بن بندر الطلاب. ثم استقبل سموه الضيوف.")[::2]
        assert (respected.text, respected.form, respected.id) == ("سموه", "pronoun", named.id)

    def test_same_in_another_article(self) -> None:
        assert ids("قالت الوزيرة هنادي بيضون إن العمل بدأ")[0] == ids("شكر الحضور هنادى بيضون")[0]

    def test_english_names(self) -> None:
        assert english("iso:PRK") == "North Korea"
        assert english("person:vladimir-putin") == "Vladimir Putin"
        assert english("person:لانكوف") is None


class TestLexicon:
    def test_every_demonym_is_of_a_known_actor(self) -> None:
        assert {row["of"] for row in table("ar/demonyms.tsv")} <= entries().keys()

    def test_breadth(self) -> None:
        assert len(table("ar/places.tsv")) >= 1000
        assert len(table("ar/personal_names.tsv")) >= 2000
        assert len(table("ar/organisations.tsv")) >= 600

    def test_identifiers_are_plain(self) -> None:
        assert slug("Saint-Étienne") == "saint-etienne"
        assert all(id_.isascii() and " " not in id_ for id_ in entries())

    @pytest.mark.parametrize("name", ["persons", "organisations", "places", "states"])
    def test_no_row_names_itself_twice(self, name: str) -> None:
        for row in table(f"ar/{name}.tsv"):
            names = [form(each.strip()) for each in row["names"].split("|")]
            assert len(names) == len(set(names)), row


class TestAnyText:
    @settings(max_examples=60)
    @given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=80))
    def test_mentions_slice_the_text_in_order(self, text: str) -> None:
        end = 0
        for mention in mentions(text):
            assert end <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.text
            assert mention.id
            assert mention.name
            end = mention.end

    @settings(max_examples=15)
    @given(
        st.sampled_from(
            ["بن ", "أبو أبي ", "عبد ", "أحمد عبد ", "شركة ", "« ", "الرئيس الروسي ", "جامعة ال", "ب"]
        )
    )
    def test_no_repetition_overflows(self, word: str) -> None:
        find(read(word * 3000))
