"""The JSON file: described by its schema, read back as it was."""

import json
from importlib.resources import files

import jsonschema
import pytest

from summarize.briefing import Briefing
from summarize.correction import corrected
from summarize.export.json import checked_in, from_json, to_json
from summarize.facts import FACT_KINDS, fact_tables
from tests.briefings import briefing, shaped_briefing, untranslated
from translate.errors import FormatError
from translate.text.genre import GENRES

BRIEFINGS = pytest.mark.parametrize(
    "made",
    [briefing(), untranslated(), corrected(briefing(), 1, "As taxas são de 2200 euros.")],
    ids=["translated", "no-route", "corrected"],
)


@BRIEFINGS
def test_from_json_gives_the_briefing_back(made: Briefing) -> None:
    assert from_json(to_json(made)) == made


@BRIEFINGS
def test_to_json_follows_its_schema(made: Briefing) -> None:
    schema = json.loads((files("summarize.export") / "briefing.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(to_json(made)))


def test_from_json_reads_a_file_from_before_tables_and_shape() -> None:
    fields = json.loads(to_json(briefing()))
    del fields["tables"], fields["summary"]["gist"], fields["summary"]["groups"], fields["summary"]["digest"]
    for fact in fields["facts"]:
        del fact["mode"]
    read = from_json(json.dumps(fields))
    assert (read.summary.groups, read.summary.gist, read.facts) == ((), None, briefing().facts)
    assert [row.table for row in read.tables] == [row.table for row in fact_tables(read.document)]


def test_from_json_gives_the_shape_back() -> None:
    assert from_json(to_json(shaped_briefing())) == shaped_briefing()


def test_from_json_refuses_a_group_with_a_point_that_is_none() -> None:
    fields = json.loads(to_json(shaped_briefing()))
    fields["summary"]["groups"][0]["points"] = [99]
    with pytest.raises(FormatError, match="a group has a point that is none"):
        from_json(json.dumps(fields))


def test_from_json_refuses_a_line_of_a_table_in_no_segment() -> None:
    fields = json.loads(to_json(briefing()))
    fields["tables"][0]["segments"] = [99]
    with pytest.raises(FormatError, match="a line of a table is in no segment"):
        from_json(json.dumps(fields))


def test_what_was_checked_goes_into_the_file_and_comes_back() -> None:
    text = to_json(briefing(), {"s2 numbers", "s1 names"})
    assert checked_in(text) == {"s2 numbers", "s1 names"}
    assert from_json(text) == briefing()
    schema = json.loads((files("summarize.export") / "briefing.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(text))


def test_nothing_is_checked_where_the_file_does_not_say() -> None:
    assert checked_in(to_json(briefing())) == frozenset()


def test_schema_knows_every_genre_and_kind_of_fact() -> None:
    schema = json.loads((files("summarize.export") / "briefing.schema.json").read_text("utf-8"))
    assert {*schema["properties"]["summary"]["properties"]["genre"]["enum"]} == {*GENRES, ""}
    assert {*schema["$defs"]["fact"]["properties"]["kind"]["enum"]} == {*FACT_KINDS}


def test_to_json_cuts_the_segments_as_the_spans_say() -> None:
    document = json.loads(to_json(briefing()))["document"]
    segment = document["segments"][1]
    assert document["text"][segment["start"] : segment["end"]] == segment["text"] == "Fees are 2,200 euros."


def test_to_json_gives_points_in_both_languages() -> None:
    point = json.loads(to_json(briefing()))["summary"]["points"][0]
    assert (point["text"], point["text_in_target"]) == ("Fees are 2,200 euros.", "As taxas são 2,200 euros.")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: text[:-20], "is no JSON"),
        (lambda text: "[]", "says it is None"),
        (lambda text: text.replace('"version": 1', '"version": 99'), "version 99"),
        (lambda text: text.replace('"start": 22', '"start": 900'), "contradicts itself"),
        (lambda text: text.replace('"target"', '"aim"', 1), "lacks a field"),
        (lambda text: text.replace('"origin"', '"source"', 1), "contradicts itself"),
    ],
    ids=["cut", "array", "version", "span", "missing", "unknown"],
)
def test_from_json_refuses_in_words(change, message: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(FormatError, match=message):
        from_json(change(to_json(briefing())))


def test_from_json_says_what_the_file_says_it_is() -> None:
    with pytest.raises(FormatError, match="says it is 'notes', version 7; known is 'entente-briefing', version 1"):
        from_json('{"format": "notes", "version": 7}')
    with pytest.raises(FormatError, match="says it is None, version None"):
        from_json("[]")
