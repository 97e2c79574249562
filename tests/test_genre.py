"""guess_genre(): laws, talk, reports and news told apart by structure and words."""

import pytest

from summarize.summarization import summarize
from translate.document import Document
from translate.errors import InputError
from translate.reading.reader import read
from translate.text.genre import GENRES, guess_genre, known_genre, turns

LAWS = [
    pytest.param("en", "Article {}\n\nThe Agency shall keep a register of boats.", id="en"),
    pytest.param("pt", "Artigo {}.º\n\nA Agência mantém um registo de barcos.", id="pt"),
    pytest.param("de", "§ {}\n\nDie Behörde führt ein Register der Boote.", id="de"),
    pytest.param("ru", "Статья {}\n\nАгентство ведёт реестр судов.", id="ru"),
    pytest.param("ar", "المادة {}\n\nتحتفظ الوكالة بسجل للقوارب.", id="ar"),
    pytest.param("zh", "第{}条 主管机关应当建立船舶登记册。", id="zh"),
]
TREATIES = [
    pytest.param("en", "THE PARTIES HAVE AGREED AS FOLLOWS:\n\nArticle 7\n\nBoats pay fees.", id="en"),
    pytest.param("fr", "Les parties sont convenues de ce qui suit :\n\nArticle 7\n\nLes bateaux paient.", id="fr"),
    pytest.param("zh", "双方议定如下：\n\n第2条 船只应当缴费。", id="zh"),
    pytest.param("ar", "اتفقتا على ما يلي:\n\nالمادة 7\n\nتدفع القوارب رسوما.", id="ar"),
]
TALK = [
    pytest.param("en", "I think you are right, thank you. Well, I will ask my colleague.", id="en"),
    pytest.param("fr", "Je vous remercie, et je crois que vous avez raison. Oui, je vais voir.", id="fr"),
    pytest.param("zh", "我觉得大家说得对，然后我们就是再看一下这个问题，对吧？", id="zh"),
    pytest.param("ru", "Я думаю, что вы правы, спасибо. Ну, давайте я отвечу.", id="ru"),
]


@pytest.mark.parametrize(("language", "article"), LAWS)
def test_guess_genre_knows_a_law_by_its_articles(language: str, article: str) -> None:
    text = "\n\n".join(article.format(number) for number in range(1, 6))
    assert guess_genre(read(text, language=language)) == "law"


@pytest.mark.parametrize(("language", "turn"), TALK)
def test_guess_genre_knows_talk_by_its_words(language: str, turn: str) -> None:
    assert guess_genre(read("\n\n".join([turn] * 5), language=language)) == "transcript"


def test_guess_genre_knows_a_law_by_roman_numbers() -> None:
    text = "\n\n".join(f"Article {number}\n\nThe Agency keeps a register." for number in ("I", "II", "III", "IV"))
    assert guess_genre(read(text, language="en")) == "law"


@pytest.mark.parametrize(("language", "text"), TREATIES)
def test_guess_genre_knows_a_treaty_by_its_formula(language: str, text: str) -> None:
    assert guess_genre(read(text, language=language)) == "law"


def test_guess_genre_of_a_quoted_speaker_is_no_talk() -> None:
    text = "The minister spoke. “I think you are right, I thank you, well, I will ask you,” he said. The state paid."
    assert guess_genre(read(text, language="en")) == "unknown"


def test_guess_genre_knows_talk_by_its_turns() -> None:
    turns = "CHAIR: The next item is the budget, which I close.\n\nMINISTER: The ministry has paid its share."
    assert guess_genre(read("\n\n".join([turns] * 3), language="en")) == "minutes"


def test_guess_genre_of_one_article_cited_is_no_law() -> None:
    text = "The court relied on Article 4 of the treaty. It ruled for the state. The state was content with that."
    assert guess_genre(read(text, language="en")) == "unknown"


NEWS = [
    pytest.param("en", "The state paid on Tuesday. It was late. The court said so.", id="weekday"),
    pytest.param("pt", "O Estado pagou na terça-feira. Foi tarde. O tribunal disse-o.", id="pt weekday"),
    pytest.param("fr", "PARIS (AFP) - L’État a payé. Il était tard. La cour l’a dit.", id="agency"),
    pytest.param("zh", "新华社北京电 国家已付款。为时已晚。法院如是说。", id="zh agency"),
]


@pytest.mark.parametrize(("language", "text"), NEWS)
def test_guess_genre_knows_news_by_agency_or_weekday(language: str, text: str) -> None:
    assert guess_genre(read(text, language=language)) == "news"


def test_guess_genre_knows_a_bill_by_its_sections() -> None:
    text = "\n\n".join(f"SEC. {number}. REGISTER.\n\nThe Agency keeps a register." for number in range(1, 5))
    assert guess_genre(read(text, language="en")) == "law"


def test_turns_carry_the_speaker_on() -> None:
    document = read("Chair: The item is the budget.\n\nThe ministry has paid.\n\nMinister: It has.", language="en")
    assert turns(document) == ["Chair", "Chair", "Minister"]


def test_guess_genre_knows_a_report_by_its_headings() -> None:
    part = "# Heading {}\n\nThe survey covered 200 harbours. Most of them had grown.\n\n"
    text = "".join(part.format(number) for number in range(5))
    assert guess_genre(read(text.encode(), name="report.md", language="en")) == "report"


def test_guess_genre_of_nothing_is_unknown() -> None:
    assert guess_genre(Document("", "und", (), ())) == "unknown"


def test_known_genre_takes_what_the_reader_says() -> None:
    assert known_genre("transcript", read("The state was content with that.")) == "transcript"


def test_known_genre_refuses_others() -> None:
    with pytest.raises(InputError, match=f"'poem'; known are {', '.join(GENRES)}"):
        known_genre("poem", read("The state was content with that."))


def test_summarize_keeps_the_provision_that_says_what_a_law_is_about() -> None:
    recitals = "\n\n".join(f"Whereas boats were counted in harbour {i} and found to be many;" for i in range(9))
    article = "Article {}\n\nThe Agency shall count the boats of harbour {} each year."
    articles = "\n\n".join(article.format(i, i) for i in range(2, 9))
    text = f"{recitals}\n\nArticle 1\n\nThis Act establishes a register of lighthouses.\n\n{articles}"
    summary = summarize(read(text, language="en"), genre="law", points=3)
    assert summary.gist is not None
    assert summary.gist.text == "This Act establishes a register of lighthouses."
