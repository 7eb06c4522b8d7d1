"""The same actor again: short names, offices, and capitals that act for their states."""

from __future__ import annotations

from functools import cache, lru_cache

from timeline.actors import words
from timeline.actors.clues import Clues
from timeline.actors.gazetteer import Entry, entries, openings
from timeline.actors.identity import Roster
from timeline.actors.scan import Found
from timeline.actors.words import DEFINITE, GIVEN, KIN, ORDINARY, ROLE, SPEECH, STOP, SURNAME
from timeline.lexicon import table
from timeline.model import ActorMention
from timeline.text import form

_KIN_REACH = 3
_LED = 8
"""How far before a name its title may stand: معالي الأمين العام لمجلس التعاون."""
_BETWEEN = frozenset(("بين", "وبين"))
_AT = frozenset(("لدي",))


def settle(clues: Clues, found: list[Found]) -> list[Found]:
    """The mentions with their actors settled, and those that only the document's own names reveal."""
    roster, offices = Roster(), dict[str, Entry]()
    for each in found:
        if each.entry.kind == "person" and each.entry.form == "name":
            name = clues.written(each.first, each.last, each.cut)
            kin = _of_kin(clues, each.first)
            if each.last - each.first > 1:
                roster.enter(name, each.entry, each.first, kin=kin)
            if each.entry.english:
                roster.enter(each.entry.name, each.entry, each.first, kin=kin)
    settled = _states(clues, [_named(clues, each, roster) for each in found])
    for each in settled:
        if each.role and each.entry.form == "name":
            offices.setdefault(each.role, each.entry)
    settled = [_holder(each, offices) for each in settled]
    settled = sorted(settled + _again(clues, settled, roster))
    settled = sorted(settled + _by_head(clues, settled))
    settled = _of_states(settled)
    return sorted(settled + _respected(clues, settled))


def _of_kin(clues: Clues, first: int) -> bool:
    """والد كيم، كيم جونغ إيل: somebody's kinsman, whom a short name later on does not mean."""
    return any(clues.words[i].traits & KIN for i in range(max(0, first - _KIN_REACH), first))


def _named(clues: Clues, each: Found, roster: Roster) -> Found:
    if each.entry.kind == "person" and each.entry.form == "name" and not each.entry.english:
        return each._replace(entry=roster.who(clues.written(each.first, each.last, each.cut), each.first))
    return each


def _states(clues: Clues, found: list[Found]) -> list[Found]:
    """Capitals that act become their states; so does one joined to such a capital (بين موسكو وطهران)."""
    out, acted = [], -1
    for each in found:
        if each.entry.type == "capital" and (_acts(clues, each) or (each.first == acted and each.cut)):
            acted = each.last
            out.append(each._replace(entry=entries()["iso:" + each.entry.state]))
        else:
            out.append(each)
    return out


def _holder(each: Found, offices: dict[str, Entry]) -> Found:
    """A described person as the one whom the document names in that office."""
    if each.role and each.entry.form == "description" and each.role in offices:
        return each._replace(entry=offices[each.role]._replace(form="description"))
    return each


def _acts(clues: Clues, each: Found) -> bool:
    """Whether a capital is its government: قالت موسكو, موسكو تنفي, بين موسكو وطهران, سفيرها لدى طهران."""
    before = clues.words[each.first - 1].traits if each.first else 0
    after = clues.words[each.last].traits if each.last < len(clues.forms) else 0
    if not each.cut and (_feminine(clues, each.first - 1, before) or _feminine(clues, each.last, after)):
        return True
    return each.first > 0 and clues.forms[each.first - 1] in _BETWEEN | _AT


def _feminine(clues: Clues, at: int, traits: int) -> bool:
    """Whether a token is a verb of speech in the feminine, which states and their capitals take."""
    if not traits & SPEECH or traits & STOP:
        return False
    verb = clues.forms[at][clues.words[at].cut :]
    return verb.endswith("ت") or verb[:1] == "ت" or verb[:2] == "ست"


def _again(clues: Clues, settled: list[Found], roster: Roster) -> list[Found]:
    """Mentions by the short names that the document itself has introduced."""
    names = {
        parts: short
        for short in roster.surnames()
        if len(parts := tuple(short.split())) > 1 or _tellable(short)
    }
    if not names:
        return []
    begins = {parts[0] for parts in names}
    sizes = sorted({len(parts) for parts in names}, reverse=True)
    covered = {token for each in settled for token in range(each.first, each.last)}
    out: list[Found] = []
    for i, token in enumerate(clues.forms):
        reading = next((r for r in openings(token) if r[1] in begins), None)
        if reading is None:
            continue
        for size in sizes:
            short = names.get((reading[1], *clues.forms[i + 1 : i + size]))
            if short is not None and i + size <= len(clues.forms) and covered.isdisjoint(range(i, i + size)):
                out.append(Found(i, i + size, reading[0], roster.who(short, i)))
                covered.update(range(i, i + size))
                break
    return out


def _tellable(short: str) -> bool:
    """Whether a one-word short name can be told from other words."""
    traits = words.read(short).traits
    if traits & (STOP | SPEECH | ROLE | GIVEN) or len(short) < 3:
        return False
    return not traits & DEFINITE or not traits & ORDINARY or traits & SURNAME > 0


def _by_head(clues: Clues, settled: list[Found]) -> list[Found]:
    """الشركة, اللجنة: the organisation that the document last called by that head (شركة أرامكو)."""
    heads: dict[str, Entry] = {}
    ends = {each.first: each for each in settled}
    out, i = [], 0
    while i < len(clues.forms):
        named = ends.get(i)
        if named is not None:
            if named.entry.kind == "organisation" and named.entry.form != "pronoun":
                heads |= dict.fromkeys(_heads_of(clues, named), named.entry)
            i = named.last
            continue
        cut, head = _definite(clues.forms[i]) if heads else (0, "")
        if head in heads and i + 1 not in ends:
            out.append(Found(i, i + 1, cut, heads[head]._replace(form="description")))
        i += 1
    return out


def _of_states(settled: list[Found]) -> list[Found]:
    """الجيش as الجيش اللبناني, where the document names the army of no other state."""
    forces: dict[str, dict[str, Entry]] = {}
    for each in settled:
        if each.entry.type == "force" and (of := each.entry.id.rpartition("-")[0]) in entries():
            forces.setdefault(of, {})[each.entry.id] = each.entry
    only = {of: next(iter(some.values())) for of, some in forces.items() if len(some) == 1}
    return [each._replace(entry=only.get(each.entry.id, each.entry)) for each in settled]


def _heads_of(clues: Clues, named: Found) -> set[str]:
    """What an organisation's name says that it is: its first word, or the one before it."""
    words = {clues.forms[named.first][named.cut :].removeprefix("ال")}
    if named.first:
        before = clues.forms[named.first - 1]
        words |= {before, before.lstrip("وبلف")}
    return words & _known_heads()


@cache
def _known_heads() -> frozenset[str]:
    return frozenset(form(row["word"]).removeprefix("ال") for row in table("ar/organisation_heads.tsv"))


@lru_cache(100_000)
def _definite(token: str) -> tuple[int, str]:
    """The proclitics' length and the word of a token with ال: وللشركة, الشركة, بالشركة; "" of any other."""
    for clitic in ("", "و", "ب", "ف", "وب", "ك"):
        if token.startswith(clitic + "ال") and len(token) > len(clitic) + 4:
            return len(clitic), token[len(clitic) + 2 :]
    return (0, token[2:]) if token.startswith("لل") and len(token) > 4 else (0, "")


@cache
def _honorifics() -> dict[str, frozenset[str]]:
    """A form of respect → the titles, with and without ال, that stand before who is meant by it."""
    return {
        form(row["word"]): frozenset(
            article + form(title)
            for title in row["titles"].split()
            for article in ("", "ال", "ل", "لل", "ب", "و")
        )
        for row in table("ar/honorific_pronouns.tsv")
    }


def _respected(clues: Clues, settled: list[Found]) -> list[Found]:
    """سموه, معاليه: the last person named with such a title."""
    starts = {each.first: each for each in settled}
    out, met, named = [], dict[str, Entry](), 0
    for i, token in enumerate(clues.forms):
        each = starts.get(i)
        if each is not None and each.entry.kind == "person" and each.entry.form == "name":
            met |= dict.fromkeys(_titles_before(clues, max(named, i - _LED), i), each.entry)
            named = each.last
        if met and (word := token.removeprefix("و")) in met:
            out.append(Found(i, i + 1, len(token) - len(word), met[word]._replace(form="pronoun")))
    return out


def _titles_before(clues: Clues, since: int, first: int) -> list[str]:
    """The forms of respect that the words from `since` to a person's name give him."""
    lead = clues.forms[since:first]
    return [word for word, titles in _honorifics().items() if not titles.isdisjoint(lead)]


def mentions(clues: Clues, found: list[Found]) -> tuple[ActorMention, ...]:
    """What was found as the records that others use."""
    out = []
    for first, last, cut, entry, _ in found:
        start, end = clues.text.starts[first] + cut, clues.text.ends[last - 1]
        text = clues.text.raw[start:end]
        out.append(ActorMention(start, end, text, entry.id, entry.name, entry.kind, entry.form))
    return tuple(out)
