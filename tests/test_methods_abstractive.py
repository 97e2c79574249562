"""abstractive: only what the document supports survives, and the reader is told."""

from pathlib import Path

import pytest

from summarize.summarization import summarize
from summarize.summary import Summary
from summarize.writer import LocalWriter
from translate.document import Document
from translate.errors import EngineError, InputError
from translate.reading.reader import read
from translate.text.embedding import WordEmbedder

TEXT = (
    "The Agency shall keep a register of all boats in the harbour. The fee for each boat is 500 euro a year.\n\n"
    "Boats under twelve metres shall not pay the fee. The committee meets twice a year in the town hall."
)
TRUE = "The fee is 500 euro for each boat. The Agency keeps a register of all boats."


class FakeWriter:
    """Writes the same sentences whatever it reads."""

    name = "fake"
    max_words = 600

    def __init__(self, text: str) -> None:
        self.text = text

    def write(self, text: str) -> str:
        return self.text


def document() -> Document:
    return read(TEXT, language="en")


def written(text: str) -> Summary:
    return summarize(document(), method="abstractive", writer=FakeWriter(text), embedder=WordEmbedder())


def test_abstractive_keeps_what_the_document_says() -> None:
    assert [point.text for point in written(TRUE).points] == TRUE.replace(". ", ".\n").split("\n")


def test_abstractive_cites_the_segment_that_says_it() -> None:
    assert written(TRUE).points[0].citations[0].segment == 1


def test_abstractive_drops_a_false_number_and_says_so() -> None:
    summary = written(f"{TRUE} The fee is 700 euro for each boat.")
    assert (len(summary.points), "700" in summary.issues[0].message) == (2, True)


def test_abstractive_drops_what_has_nothing_to_do_with_the_document() -> None:
    assert len(written(f"{TRUE} Bananas ripen quickly.").points) == 2


def test_abstractive_says_a_sentence_once() -> None:
    assert len(written(f"{TRUE} {TRUE}").points) == 2


def test_abstractive_gives_way_to_the_extractive_summary() -> None:
    summary = written("The fee is 700 euro. Minister Silva meets the committee. Bananas ripen quickly.")
    assert {point.text for point in summary.points} <= set(document().texts)


def test_abstractive_gives_the_reason_for_giving_way() -> None:
    summary = written("The fee is 700 euro for each boat.")
    assert summary.issues[0].message.startswith(
        "Of 1 sentences that the model wrote the document supports 0: the number"
    )


def test_abstractive_drops_another_language() -> None:
    summary = written("A taxa é de 500 euros por barco e por ano, e a comissão reúne-se duas vezes.")
    assert summary.issues[0].kind == "abstractive"


def test_abstractive_keeps_to_the_points() -> None:
    summary = summarize(document(), method="abstractive", writer=FakeWriter(TRUE), embedder=WordEmbedder(), points=1)
    assert len(summary.points) == 1


def test_abstractive_of_nothing_is_empty() -> None:
    empty = Document("", "und", (), ())
    assert summarize(empty, method="abstractive", writer=FakeWriter(TRUE), embedder=WordEmbedder()).points == ()


def test_abstractive_needs_a_writer() -> None:
    with pytest.raises(EngineError, match="without a model"):
        summarize(document(), method="abstractive")


def test_local_writer_refuses_a_folder_without_a_model(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"no config\.json"):
        LocalWriter(tmp_path)


def test_local_writer_refuses_a_prompt_without_the_text(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(InputError, match="stands for the text"):
        LocalWriter(tmp_path, "summarize:")


def test_local_writer_names_its_prompt_in_the_signature(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    assert "summarize: {text}" in LocalWriter(tmp_path, "summarize: {text}").name


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A T5 of a few thousand weights that has learned by heart what to write of TEXT."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    tokenizers = pytest.importorskip("tokenizers")
    source, target = " ".join(document().texts), TRUE
    known = sorted({word for text in (source, target) for word in text.split()})
    vocabulary = {word: i for i, word in enumerate(["<pad>", "</s>", "<unk>", *known])}
    fast = tokenizers.Tokenizer(tokenizers.models.WordLevel(vocabulary, unk_token="<unk>"))
    fast.pre_tokenizer = tokenizers.pre_tokenizers.WhitespaceSplit()
    fast.post_processor = tokenizers.processors.TemplateProcessing("$A </s>", special_tokens=[("</s>", 1)])
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_object=fast, pad_token="<pad>", eos_token="</s>", unk_token="<unk>"
    )
    torch.manual_seed(1)
    config = transformers.T5Config(
        vocab_size=len(vocabulary), d_model=32, d_kv=8, d_ff=64, num_layers=1, num_heads=4, dropout_rate=0.0,
        decoder_start_token_id=0, pad_token_id=0, eos_token_id=1,
    )  # fmt: skip
    model = transformers.T5ForConditionalGeneration(config)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    batch = tokenizer(source, return_tensors="pt")
    labels = tokenizer(target, return_tensors="pt")["input_ids"]
    for _ in range(120):
        loss = model(input_ids=batch["input_ids"], labels=labels).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    folder = tmp_path_factory.mktemp("tiny")
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def test_abstractive_with_a_real_model_goes_the_whole_way(tiny_model: Path) -> None:
    summary = summarize(document(), method="abstractive", writer=LocalWriter(tiny_model), embedder=WordEmbedder())
    assert [point.text for point in summary.points] == TRUE.replace(". ", ".\n").split("\n")


def test_local_writer_reads_a_text_that_is_too_long_in_halves(tiny_model: Path) -> None:
    writer = LocalWriter(tiny_model)
    text = " ".join(document().texts)
    assert writer.write(" ".join([text] * 40)).count("register") > writer.write(text).count("register")
