"""What a token can be in a name: read off its form alone, once for each form.

The question that decides most is whether a token is an ordinary Arabic word. simplemma's Arabic dictionary
answers it, with proclitics and suffixes taken off; what it does not know is most often a foreign name.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from timeline.lexicon import table
from timeline.text import form

GIVEN, WEAK, SURNAME, UNKNOWN = 1, 2, 4, 8
LINK = 16  # عبد، أبو، بن …: takes the next token into the name
PARTICLE = 32  # فان، دي، سان …: inside foreign names
TITLE, OFFICE, KIN = 64, 128, 256
SPEECH = 512
STOP = 1024
NISBA = 2048  # ال…ي: an adjective or a surname
DEFINITE = 4096
ORDINARY = 8192
ORDINAL = 16384  # الأول، الثاني: after the name of a ruler
FOREIGN = 32768  # a first name of another people
ADDRESS = 65536  # السيد، الشيخ: hardly anything but a name follows
NAME = GIVEN | WEAK | SURNAME | FOREIGN
ROLE = TITLE | OFFICE | KIN


class Word(NamedTuple):
    """The traits of a token, and how many characters of proclitics stand before what has them."""

    traits: int
    cut: int = 0


_CLASSES = {"given": GIVEN, "foreign": FOREIGN, "weak": WEAK, "surname": SURNAME}
ON = "علي"  # على, a preposition, or the name علي: the last letter as written tells
_LINKS = frozenset(map(form, ("عبد أبو أبي أبا ابو بن ابن بنت آل ولد أم بو ذو أبناء بني").split()[:-2]))
_PARTICLES = frozenset(
    map(form, "فان فون دير دن دي دو دا دل ديل ديلا دوس لا لو سان سانت سانتا ماك أو فال تن".split())
)
_ORDINALS = frozenset(
    map(
        form,
        "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي عشر الثانية الأولى".split(),
    )
)
_PREFIXES = (
    "",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "س",
    "ال",
    "وال",
    "بال",
    "كال",
    "فال",
    "لل",
    "ولل",
    "وب",
    "ول",
    "فل",
    "فب",
    "وبال",
    "وس",
    "فس",
    "وك",
)
_SUFFIXES = (
    "", "ه", "ها", "هم", "هما", "نا", "ي", "ك", "كم", "ا", "ان", "ين", "ون", "ات", "وا", "ت", "تا", "هن", "يه",
    "تها", "ته", "تهم", "اتها", "اته", "اتهم", "ن", "وه", "وها", "وهم", "يها", "يهم", "اتنا", "تم", "تان", "تين", "و", "ائه", "ائها", "ائهم", "اؤه", "اؤها",
)  # fmt: skip
_FEMININE = frozenset(("ت", "ات", "ته", "تها", "تهم", "اته", "اتها", "اتهم", "تان", "تين", "يه"))


@cache
def _dictionary() -> frozenset[str]:
    """The words that simplemma knows, as lexicon keys."""
    entries = DefaultDictionaryFactory().get_dictionary("ar")
    words = {form(_text(word)) for word in entries} | {form(_text(entries[word])) for word in entries}
    return frozenset(words | {form(row["word"]) for row in table("ar/loanwords.tsv")})


def _text(word: str | bytes) -> str:
    return word.decode("utf-8") if isinstance(word, bytes) else word


def ordinary(token: str) -> bool:
    """Whether a token is an Arabic word, inflected or not, rather than a foreign name."""
    known = _dictionary()
    for prefix in _PREFIXES:
        if not token.startswith(prefix):
            continue
        rest = token[len(prefix) :]
        for suffix in _SUFFIXES:
            stem = rest[: len(rest) - len(suffix)]
            if rest.endswith(suffix) and len(stem) > 1:
                if stem in known or (suffix in _FEMININE and stem + "ه" in known):
                    return True
                if suffix.startswith(("ائ", "اؤ")) and stem + "اء" in known:
                    return True
    return False


@cache
def _lexicon() -> dict[str, int]:
    """The traits that tables give, by form."""
    out: dict[str, int] = {}

    def add(word: str, trait: int) -> None:
        key = form(word)
        out[key] = out.get(key, 0) | trait

    for row in table("ar/personal_names.tsv"):
        add(row["name"], _CLASSES[row["class"]])
    for row in table("ar/persons.tsv"):
        for name in row["names"].split("|"):
            words = name.rstrip("?").split()
            if len(words) > 1 and form(words[-2]) not in _LINKS and form(words[-1]) not in _ORDINALS:
                add(words[-1], SURNAME)
    for row in table("ar/roles.tsv"):
        trait = {"address": TITLE | ADDRESS, "title": TITLE, "office": OFFICE, "kin": KIN, "credit": TITLE}[
            row["class"]
        ]
        word = form(row["word"])
        for written in [word] if row["class"] == "credit" else _role_forms(word, trait):
            add(written, trait)
    for row in table("ar/speech.tsv"):
        past, present = form(row["past"]), form(row["present"])
        for verb in (past, past + "ت", present, "ت" + present[1:], "س" + present, "ست" + present[1:]):
            add(verb, SPEECH)
    for row in table("ar/function_words.tsv"):
        add(row["word"], STOP)
    for words_, trait in ((_LINKS, LINK), (_PARTICLES, PARTICLE), (_ORDINALS, ORDINAL)):
        for word in words_:
            add(word, trait)
    for word, traits in out.items():
        if traits & STOP and not traits & WEAK:
            out[word] = traits & ~NAME
    return out


def _role_forms(word: str, trait: int) -> list[str]:
    """رئيس الرئيس رئيسه الرئيسه; kin with pronouns (نجله، زوجته)."""
    stem = word.removesuffix("ه") + "ت" if word.endswith("ه") else word
    out = [word, "ال" + word, "لل" + word]
    if not word.endswith("ه") and trait != KIN:
        out += [word + "ه", "ال" + word + "ه"]
    if trait == KIN:
        out += [stem + suffix for suffix in ("ه", "ها", "هم", "نا")]
    return out


_WORDS: dict[str, Word] = {}
_LIMIT = 200_000
_NOTHING = Word(0)


def read(token: str) -> Word:
    """The traits of a token, remembered."""
    word = _WORDS.get(token)
    if word is None:
        if len(_WORDS) > _LIMIT:
            _WORDS.clear()
        word = _WORDS[token] = _read(token)
    return word


def _read(token: str) -> Word:
    if not token or not "ء" <= token[0] <= "ي":
        return _NOTHING
    lexicon = _lexicon()
    if token in lexicon:
        return Word(lexicon[token] | _shape(token))
    for cut in (1, 2):
        rest = token[cut:]
        if not _cuttable(token[:cut]) or len(rest) < 2:
            break
        traits = lexicon.get(rest, 0)
        if traits and (len(rest) > 2 or traits & LINK):
            return Word(traits | _shape(rest), cut)
    if ordinary(token) or _verbal(token):
        return Word(ORDINARY | _shape(token))
    return Word(UNKNOWN | _shape(token)) if len(token) > 1 else _NOTHING


def _verbal(token: str) -> bool:
    """Whether an unknown token looks like a verb in the present: four letters, the last three of them a root."""
    return len(token) == 4 and token[0] in "يت" and not set(token[1:]) & set("اويه")


def _cuttable(clitics: str) -> bool:
    return clitics in ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")


def _shape(token: str) -> int:
    if not token.startswith("ال") or len(token) < 5:
        return 0
    return DEFINITE | NISBA if token.endswith("ي") else DEFINITE
