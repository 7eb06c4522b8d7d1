"""What a token can be in a name: its traits, read off its form alone and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from timeline.actors.dictionary import ordinary
from timeline.lexicon import table
from timeline.text import Memo, form

GIVEN, FOREIGN, WEAK, SURNAME = 1, 2, 4, 8  # the classes of personal_names.tsv
LINK, FATHER, PARTICLE, ORDINAL, BRIDGE = 16, 32, 64, 128, 256  # those of name_links.tsv
TITLE, OFFICE, KIN, ADDRESS = 512, 1024, 2048, 4096  # those of roles.tsv
SPEECH, STOP = 8192, 16384  # speech.tsv and function_words.tsv
DEFINITE, NISBA = 32768, 65536  # ال…, and ال…ي: an adjective or a surname
ORDINARY, UNKNOWN = 131072, 262144  # an Arabic word, or none that the dictionary knows
SON = 524288  # a link that forefathers follow
NAME = GIVEN | FOREIGN | WEAK | SURNAME
ROLE = TITLE | OFFICE | KIN

ON = "علي"  # على, a preposition, or the name علي: the last letter as written tells
_CLASSES = {"given": GIVEN, "foreign": FOREIGN, "weak": WEAK, "surname": SURNAME}
_LINKS = {
    "link": LINK,
    "son": LINK | SON,
    "father": LINK | FATHER,
    "particle": PARTICLE,
    "ordinal": ORDINAL,
    "bridge": BRIDGE,
}
_ROLES = {"address": TITLE | ADDRESS, "title": TITLE, "credit": TITLE, "office": OFFICE, "kin": KIN}
_CLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_LONGEST = 25  # letters that a word has at most


class Word(NamedTuple):
    """The traits of a token, and how many characters of proclitics stand before what has them."""

    traits: int
    cut: int = 0


_NOTHING = Word(0)


def read(token: str) -> Word:
    """The traits of a token."""
    return READ[token]


def _read(token: str) -> Word:
    if not 1 < len(token) <= _LONGEST or not "ء" <= token[0] <= "ي":
        return _NOTHING
    lexicon = _lexicon()
    if token in lexicon:
        return Word(lexicon[token] | _shape(token))
    for cut in (1, 2):
        rest = token[cut:]
        traits = lexicon.get(rest, 0) if token[:cut] in _CLITICS else 0
        if traits and (len(rest) > 2 or traits & LINK) and not _only_a_word(token, traits):
            return Word(traits | _shape(rest), cut)
    if ordinary(token):
        return Word(ORDINARY | _shape(token))
    return Word(UNKNOWN | _shape(token))


READ: Final = Memo(_read)


def _only_a_word(token: str, traits: int) -> bool:
    """برقية is no رقية with ب before it."""
    return token[0] == "ب" and not traits & ~NAME and ordinary(token)


def _shape(token: str) -> int:
    if not token.startswith("ال") or len(token) < 5:
        return 0
    return DEFINITE | NISBA if token.endswith("ي") else DEFINITE


@cache
def _lexicon() -> dict[str, int]:
    """The traits that the tables give, by form; a function word is no name, a weak one excepted (علي)."""
    out: dict[str, int] = {}
    for word, traits in (*_names(), *_roles(), *_others()):
        out[word] = out.get(word, 0) | traits
    return {word: t & ~NAME if t & STOP and not t & WEAK else t for word, t in out.items()}


@cache
def with_hamza() -> frozenset[str]:
    """Forms of names that are written with أ inside: مأمون; تأمر is no تامر."""
    return frozenset(form(row["name"]) for row in table("ar/personal_names.tsv") if "أ" in row["name"][1:])


def _names() -> Iterator[tuple[str, int]]:
    for row in table("ar/personal_names.tsv"):
        yield form(row["name"]), _CLASSES[row["class"]]
    links = {form(row["word"]): _LINKS[row["class"]] for row in table("ar/name_links.tsv")}
    yield from links.items()
    common = {form(row["word"]) for row in table("ar/no_surnames.tsv")}
    for row in table("ar/persons.tsv"):
        for name in row["names"].split("|"):
            *before, last = form(name.rstrip("?")).split()
            linked = before and links.get(before[-1], 0) & LINK
            if before and not linked and not links.get(last) and last not in common:
                yield last, SURNAME


def _roles() -> Iterator[tuple[str, int]]:
    """Roles as they are written: رئيس الرئيس رئيسة الرئيسة; of kin those with pronouns (نجله، زوجته)."""
    for row in table("ar/roles.tsv"):
        word, traits = form(row["word"]), _ROLES[row["class"]]
        feminine = word.endswith("ه")
        yield word, traits
        if row["class"] == "credit":
            continue
        yield from ((article + word, traits) for article in ("ال", "لل"))
        yield word + "ا", STOP  # عين فلان وزيرا
        if traits & KIN:
            stem = word.removesuffix("ه") + "ت" if feminine else word
            yield from ((stem + pronoun, traits) for pronoun in ("ه", "ها", "هم", "نا"))
        elif not feminine:
            yield from ((article + word + "ه", traits) for article in ("", "ال"))


def _others() -> Iterator[tuple[str, int]]:
    for row in table("ar/speech.tsv"):
        past, present = form(row["past"]), form(row["present"])
        feminine = past.removesuffix("ي") + "ت"
        verbs = (past, feminine, present, "ت" + present[1:], "س" + present, "ست" + present[1:])
        yield from ((verb, SPEECH) for verb in verbs)
    for row in table("ar/function_words.tsv"):
        yield form(row["word"]), STOP
