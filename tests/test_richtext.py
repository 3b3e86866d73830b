"""What is written in Markdown is what editors see, and comes back as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.richtext import MarkdownProblem, plain_link, to_html, to_markdown

PAIRS = [
    ("Viens.", "<p>Viens.</p>"),
    ("Viens.\n\nOtrs.", "<p>Viens.</p><p>Otrs.</p>"),
    ("Ar **svaru** un *slīpi*.", "<p>Ar <b>svaru</b> un <i>slīpi</i>.</p>"),
    ("***Abi***", "<p><i><b>Abi</b></i></p>"),
    ("- viens\n- otrs", "<ul><li>viens</li><li>otrs</li></ul>"),
    ("1. viens\n2. otrs", "<ol><li>viens</li><li>otrs</li></ol>"),
    ("- viens\n  - iekšā\n- otrs", "<ul><li>viens<ul><li>iekšā</li></ul></li><li>otrs</li></ul>"),
    ("Rinda\\\nnākamā", "<p>Rinda<br/>nākamā</p>"),
    ("[vieta](https://x.lv/?a=1&b=2)", '<p><a href="https://x.lv/?a=1&amp;b=2">vieta</a></p>'),
    ("5 < 7 & 8 \\* 2", "<p>5 &lt; 7 &amp; 8 * 2</p>"),
    ("2021. gads", "<p>2021. gads</p>"),
    ("1\\. vieta", "<p>1. vieta</p>"),
    ("1. viens\n\n2\\. jūnijā", "<ol><li>viens</li></ol><p>2. jūnijā</p>"),
    ("\\- nav saraksts", "<p>- nav saraksts</p>"),
    ("\\# nav virsraksts", "<p># nav virsraksts</p>"),
    ("a_b_c un \\_d\\_", "<p>a_b_c un _d_</p>"),
    ("- viens\n\n* otrs", "<ul><li>viens</li></ul><ul><li>otrs</li></ul>"),
]


@pytest.mark.parametrize(("markdown", "html"), PAIRS)
def test_markdown_becomes_rich_text(markdown, html):
    assert to_html(markdown) == html


@pytest.mark.parametrize(("markdown", "html"), PAIRS)
def test_rich_text_becomes_the_same_markdown(markdown, html):
    assert to_html(to_markdown(html)) == html
    if markdown != "***Abi***":
        assert to_markdown(html) == markdown


def test_line_of_a_paragraph_goes_on():
    assert to_html("viena\nrinda") == "<p>viena rinda</p>"


def test_loose_list_is_a_list():
    assert to_html("- viens\n\n- otrs") == "<ul><li>viens</li><li>otrs</li></ul>"


def test_html_is_only_words():
    assert to_html("<script>x</script>") == "<p>&lt;script&gt;x&lt;/script&gt;</p>"


def test_links_inside_the_hub_are_resolved_and_named():
    def resolve(address):
        return {"linktype": "page", "id": "7"} if address == "page:cesu/rauna" else {}

    html = to_html("[Rauna](page:cesu/rauna)", resolve)

    assert html == '<p><a linktype="page" id="7">Rauna</a></p>'
    assert to_markdown(html, lambda a: f"page:{a['id']}") == "[Rauna](page:7)"


def test_keys_of_the_editor_are_left_out():
    assert to_markdown('<p data-block-key="ab1">Viens.</p>') == "Viens."


def test_spaces_inside_bold_go_outside():
    assert to_markdown("<p>ar<b> svaru </b>te</p>") == "ar **svaru** te"


@pytest.mark.parametrize(
    ("markdown", "line", "words"),
    [
        ("Viens.\n\n# Virsraksts", 2, "heading"),
        ("> citāts", 0, "quotation"),
        ("![x](y.jpg)", 0, "picture"),
        ("Viens.\n\n[x](javascript:alert)", 2, "not an address"),
        ("- a\n\n  b", 2, "one paragraph"),
        ("```\nx\n```", 0, "block"),
    ],
)
def test_what_cannot_stand_in_a_text_is_refused_with_its_line(markdown, line, words):
    with pytest.raises(MarkdownProblem, match=words) as caught:
        to_html(markdown)
    assert caught.value.line == line


@pytest.mark.parametrize("address", ["javascript:x", "//evil.lv", "data:text/html,x", "file.pdf"])
def test_only_known_kinds_of_address(address):
    with pytest.raises(ValueError, match="not an address"):
        plain_link(address)


@given(st.text(alphabet="ab 12.*_[]()#->+`\\~&<!", min_size=1, max_size=30))
def test_any_words_survive_the_way_there_and_back(words):
    html = (
        "<p>"
        + " ".join(words.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        + "</p>"
    )
    if html != "<p></p>":
        assert to_html(to_markdown(html)) == html
