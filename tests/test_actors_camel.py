"""CAMeL's neural names: how labels become actors, and that the real network loads and answers."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import NEWS, Terminal, write_lines
from timeline.actors import camel, find
from timeline.text import read

TEXT = "قال تاكاهيرو موري إن شركته ستبني مصنعا في هيوغا.\nورحبت طوكيو بالقرار."
NEURAL = all(importlib.util.find_spec(name) for name in ("torch", "transformers", "sklearn"))


class Labels:
    """A tagger that labels the words it is told of, and counts the batches it is given."""

    def __init__(self, **kinds: str) -> None:
        self.kinds = kinds
        self.batches = 0

    def predict(self, sentences: list[list[str]], batch_size: int = 32) -> list[list[str]]:  # noqa: ARG002
        self.batches += 1
        return [[self.kinds.get(word, "O") for word in sentence] for sentence in sentences]


def test_labels_become_spans() -> None:
    labels = ["O", "B-PERS", "I-PERS", "B-LOC", "B-LOC", "I-ORG", "B-MISC", "I-MISC"]
    spans = [(chunk.span, chunk.kind) for chunk in camel.read_labels(labels, 10)]
    assert spans == [
        ((11, 13), "person"),
        ((13, 14), "place"),
        ((14, 15), "place"),
        ((15, 16), "organisation"),
    ]


def test_the_networks_names_join_those_of_the_rules() -> None:
    tagger = Labels(تاكاهيرو="B-PERS", موري="I-PERS", هيوغا="B-LOC", طوكيو="B-LOC")
    found = [(mention.text, mention.kind, mention.id) for mention in camel.find(read(TEXT), tagger)]
    assert ("تاكاهيرو موري", "person") in [each[:2] for each in found]
    assert ("هيوغا", "place") in [each[:2] for each in found]
    assert ("طوكيو", "state", "iso:JPN") in found  # a capital that acts is still its state


def test_without_labels_the_rules_stand() -> None:
    assert camel.find(read(TEXT), Labels()) == find(read(TEXT))


def test_texts_share_batches() -> None:
    tagger = Labels()
    texts = [read(TEXT) for _ in range(40)]
    assert len(list(camel.find_all(texts, tagger))) == 40
    assert tagger.batches == 2


def test_slipped_labels_are_not_used() -> None:
    class Short(Labels):
        def predict(self, sentences: list[list[str]], batch_size: int = 32) -> list[list[str]]:  # noqa: ARG002
            return [["B-PERS"] * (len(sentence) - 1) for sentence in sentences]

    assert camel.find(read(TEXT), Short()) == find(read(TEXT))


@pytest.fixture
def model(tmp_path: Path) -> Iterator[Path]:
    """A BERT of two small layers with random weights, saved as CAMeL's models are."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    torch.manual_seed(1)
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *sorted(set(read(TEXT).forms) - {"\n"})]
    (tmp_path / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    labels = dict(
        enumerate(["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"])
    )
    config = transformers.BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        id2label=labels,
        label2id={label: i for i, label in labels.items()},
    )
    transformers.BertForTokenClassification(config).save_pretrained(tmp_path)
    transformers.BertTokenizer(str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    yield tmp_path
    camel.pretrained.cache_clear()


@pytest.mark.skipif(not NEURAL, reason="PyTorch and transformers are not installed")
@pytest.mark.filterwarnings("ignore")  # of the libraries' own
def test_a_real_network_loads_and_answers(model: Path) -> None:
    text = read(TEXT)
    found = camel.find(text, camel.pretrained(str(model)))
    assert all(text.raw[mention.start : mention.end] == mention.text for mention in found)
    assert {mention.text for mention in found} != {mention.text for mention in find(text)}


@pytest.mark.skipif(NEURAL, reason="it is installed")
@pytest.mark.parametrize("command", ["annotate", "ingest"])
def test_the_command_says_what_is_missing(terminal: Terminal, tmp_path: Path, command: str) -> None:
    done = terminal(command, write_lines(tmp_path / "in.jsonl", NEWS), "--actors", "camel")
    assert done.code == 1
    assert "requirements-full.lock" in done.err
