"""The project's lexicon as a morphological database in CAMeL's ALMOR text format.

The format (Buckwalter 2002; Habash 2007; camel_tools.morphology.database): prefixes, stems and suffixes,
each with a category and features, and three tables of which categories go together. Keys are written
as timeline.text.form writes them, which is also how camel_tools' Analyzer folds the words it looks up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.lexicon import table
from timeline.morphology.conjugation import masdar, participles, stems, verb
from timeline.text import form

_OPEN = ("lex", "diac", "gloss")
_CLOSED = {
    "pos": "verb noun adj digit punc latin foreign",
    "asp": "p i c na",
    "vox": "a p na",
    "per": "1 2 3 na",
    "gen": "m f na",
    "num": "s d p na",
    "prc2": "0 wa fa",
    "prc1": "0 bi li ka sa",
    "prc0": "0 al",
    "enc0": "0 pron",
}
_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "ك", "كم", "نا", "ي")
_OBJECTS = (*_PRONOUNS[:-1], "ني")
_CONJUNCTIONS = {"": "", "و": "prc2:wa", "ف": "prc2:fa"}

# endings → (suffix, features); a "+" takes object pronouns too
_VERB_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "PV": (
        ("+", ""),
        ("ت+", "gen:f"),
        ("ا", "num:d"),
        ("تا", "gen:f num:d"),
        ("وا", "num:p"),
        ("و+", "num:p"),
    ),
    "PC": (("ن", "gen:f num:p"), ("نا+", "per:1 num:p"), ("ت", "per:1"), ("تم", "per:2 num:p")),
    "P0": (("", ""),),
    "PPRON": (("+", ""),),
    "PD": (("ت+", "gen:f"), ("تا", "gen:f num:d"), ("وا", "num:p"), ("و+", "num:p")),
    "PDC": (("ا", "num:d"), ("ن", "gen:f num:p"), ("نا+", "per:1 num:p"), ("ت", "per:1")),
    "I0": (("", ""),),
    "IJ": (("", ""),),  # لم يدع
    "IPRON": (("+", ""),),
    "ID": (("ان", "num:d"), ("ا", "num:d")),
    "IPL": (("ون+", "num:p"), ("وا", "num:p"), ("و+", "num:p"), ("ين", "per:2 gen:f")),
    "IF": (("ن", "gen:f num:p"),),
    "CV": (("", ""), ("وا", "num:p")),
}
_NOUN_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "N0": (("", ""),),
    "NA": (("ا", ""),),  # هجوما
    "NPRON": (("+", ""),),
    "NDU": (("ان", "num:d"), ("ين", "num:d")),
    "NAT": (("ات", "gen:f num:p"),),
    "NATPRON": (("ات+", "gen:f num:p"),),
    "NH": (
        ("ه", "gen:f"),
        ("تان", "gen:f num:d"),
        ("تين", "gen:f num:d"),
        ("تا", "gen:f num:d"),
        ("تي", "gen:f num:d"),
    ),
    "NTPRON": (("ت+", "gen:f"),),
    "NPLM": (("ون", "num:p"), ("ين", "num:p"), ("و", "num:p"), ("ي", "num:p")),
}
_INDEFINITE = ("NA", "NPRON", "NATPRON", "NTPRON")
_PERSONS = {
    "y": ("ي", "per:3 gen:m"),
    "t": ("ت", "per:3 gen:f"),
    "n": ("ن", "per:1 num:p"),
    "a": ("ا", "per:1"),
}
_PERSON_ENDINGS = {
    "y": ("I0", "IJ", "IPRON", "ID", "IPL", "IF"),
    "t": ("I0", "IJ", "IPRON", "ID", "IPL"),
    "n": ("I0", "IJ", "IPRON"),
    "a": ("I0", "IJ", "IPRON"),
}
# kind of noun → the endings it takes
_NOUN_KINDS = {
    "masculine": ("N0", "NA", "NPRON", "NDU", "NAT", "NATPRON"),
    "feminine": ("NH", "NTPRON", "NAT", "NATPRON"),
    "bare": ("N0", "NPRON"),
    "broken": ("N0", "NA", "NPRON"),
    "pronominal": ("NPRON",),
    "adjective": ("N0", "NA", "NDU", "NAT", "NH", "NPLM", "NPRON", "NTPRON"),
}


def database() -> str:
    """The whole database as text, ready for camel_tools' MorphologyDB."""
    sections = (
        ("DEFINES", _defines()),
        ("DEFAULTS", (f"DEFAULT pos:{pos} {_features()}" for pos in _CLOSED["pos"].split())),
        ("ORDER", ("ORDER " + " ".join((*_OPEN, *_CLOSED)),)),
        ("TOKENIZATIONS", ("TOKENIZATION diac",)),
        ("STEMBACKOFF", ()),
        ("PREFIXES", _prefixes()),
        ("SUFFIXES", _suffixes()),
        ("STEMS", dict.fromkeys(_stems())),
        ("TABLE AB", _prefix_stem()),
        ("TABLE BC", _stem_suffix()),
        ("TABLE AC", _prefix_suffix()),
    )
    return (
        "\n".join(f"###{name}###" + "".join("\n" + line for line in lines) for name, lines in sections) + "\n"
    )


def _defines() -> Iterator[str]:
    for name in _OPEN:
        yield f"DEFINE {name} {name}:*open*"
    for name, values in _CLOSED.items():
        yield f"DEFINE {name} " + " ".join(f"{name}:{value}" for value in values.split())


def _features(**given: str) -> str:
    """The features that every stem carries, so that prefixes and suffixes can change them."""
    base = {"asp": "na", "vox": "na", "per": "na", "gen": "m", "num": "s", "prc2": "0", "prc1": "0"}
    return " ".join(f"{k}:{v}" for k, v in (base | {"prc0": "0", "enc0": "0"} | given).items())


def _prefixes() -> Iterator[str]:
    for conjunction, marks in _CONJUNCTIONS.items():
        yield f"{conjunction}\tPast\t{marks} diac:{conjunction}"
        for person, (letter, features) in _PERSONS.items():
            for particle, mark in (("", ""), ("س", "prc1:sa"), ("ل", "prc1:li")):
                prefix = conjunction + particle + letter
                tense = "Future" if particle == "س" else "Present"
                yield f"{prefix}\t{tense}-{person}\t{marks} {mark} {features} diac:{prefix}"
        for particle, mark in (("", ""), ("ب", "prc1:bi"), ("ل", "prc1:li"), ("ك", "prc1:ka")):
            prefix = conjunction + particle
            article = prefix + ("ل" if particle == "ل" else "ال")
            yield f"{prefix}\tIndefinite\t{marks} {mark} diac:{prefix}"
            yield f"{article}\tDefinite\t{marks} {mark} prc0:al diac:{article}"


def _suffixes() -> Iterator[str]:
    for category, endings in (_VERB_ENDINGS | _NOUN_ENDINGS).items():
        pronouns = _OBJECTS if category in _VERB_ENDINGS else _PRONOUNS
        for ending, features in endings:
            bare = ending.rstrip("+")
            if not (ending == "+" and category.endswith("PRON")) and not category.endswith("PRON"):
                yield f"{bare}\t{category}\t{features} diac:{bare}"
            if ending.endswith("+"):
                for pronoun in pronouns:
                    yield f"{bare}{pronoun}\t{category}\t{features} enc0:pron diac:{bare}{pronoun}"


def _stems() -> Iterator[str]:
    for row in table("ar/events/verbs.tsv"):
        yield from _verb_stems(row)
    for row in table("ar/events/nouns.tsv"):
        for word, plural in [(row["noun"], False), *((word, True) for word in alternatives(row["plurals"]))]:
            yield from noun_stems(word, row["noun"], row["gloss"], plural=plural)


def _verb_stems(row: dict[str, str]) -> Iterator[str]:
    word = verb(row["measure"], row["past"], row["present"])
    gloss, lex = _gloss(row), row["past"]
    for stem in stems(word):
        features = _features(asp=stem.aspect, vox=stem.voice, per="3", gen="m")
        text = form(stem.text)
        yield f"{text}\t{stem.endings}\tlex:{lex} pos:verb diac:{text} gloss:{gloss} {features}"
    for noun in masdars(row):
        yield from noun_stems(noun, noun, row["gloss"])
        if word.measure in ("5", "6") and word.defective:  # تحد, التحدي
            yield from noun_stems(noun + "ي", noun, row["gloss"])
    for participle in participles(word):
        yield _noun_line(participle, "adjective", participle, "adj", gloss)


def masdars(row: dict[str, str]) -> tuple[str, ...]:
    """The verbal nouns of a row of verbs.tsv: those it gives, else the rule's; "-" means none."""
    if row["masdar"] == "-":
        return ()
    ruled = masdar(verb(row["measure"], row["past"], row["present"]))
    return alternatives(row["masdar"]) or ((ruled,) if ruled else ())


def alternatives(cell: str) -> tuple[str, ...]:
    """The words of a cell, which | parts."""
    return tuple(word for word in (part.strip() for part in cell.split("|")) if word)


def noun_stems(word: str, lex: str, gloss: str, *, plural: bool = False) -> Iterator[str]:
    """The stems of a noun with the kinds of endings they take."""
    gloss = gloss.replace(" ", "_")
    if word.endswith("ة"):
        yield _noun_line(word[:-1], "feminine", lex, "noun", gloss)
    elif word.endswith("ون"):  # متظاهرون
        yield _noun_line(word[:-2], "adjective", lex, "noun", gloss)
    elif word.endswith(("ى", "ا")):  # شكوى, شكواه
        yield _noun_line(word, "bare", lex, "noun", gloss)
        yield _noun_line(word[:-1] + "ا", "pronominal", lex, "noun", gloss)
    else:
        yield _noun_line(word, "broken" if plural else "masculine", lex, "noun", gloss)
        if word.endswith("اء"):  # لقائه, لقاؤه
            for seat in "ئؤ":
                yield _noun_line(word[:-1] + seat, "pronominal", lex, "noun", gloss)


def _noun_line(stem: str, kind: str, lex: str, pos: str, gloss: str) -> str:
    return f"{form(stem)}\t{kind}\tlex:{lex} pos:{pos} diac:{form(stem)} gloss:{gloss} {_features()}"


def _gloss(row: dict[str, str]) -> str:
    return row["gloss"].replace(" ", "_")


def _prefix_stem() -> Iterator[str]:
    for endings in _VERB_ENDINGS:
        if endings[0] == "I":
            yield from (f"Present-{person} {endings}" for person in _PERSONS)
            if endings != "IJ":  # no jussive after سـ
                yield from (f"Future-{person} {endings}" for person in _PERSONS)
        else:
            yield f"Past {endings}"
    for kind in _NOUN_KINDS:
        yield f"Indefinite {kind}"
        yield f"Definite {kind}"


def _stem_suffix() -> Iterator[str]:
    yield from (f"{endings} {endings}" for endings in _VERB_ENDINGS)
    yield from (f"{kind} {endings}" for kind, taken in _NOUN_KINDS.items() for endings in taken)


def _prefix_suffix() -> Iterator[str]:
    yield from (f"Past {endings}" for endings in _VERB_ENDINGS if endings[0] != "I")
    for person, taken in _PERSON_ENDINGS.items():
        for tense in ("Present", "Future"):
            yield from (f"{tense}-{person} {endings}" for endings in taken)
    yield from _noun_pairs("Indefinite", _NOUN_ENDINGS)
    yield from _noun_pairs("Definite", (endings for endings in _NOUN_ENDINGS if endings not in _INDEFINITE))


def _noun_pairs(prefix: str, endings: Iterable[str]) -> Iterator[str]:
    return (f"{prefix} {ending}" for ending in endings)
