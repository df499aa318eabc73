"""Front matter: as YAML has it where it is plain, and nothing where there is none."""

import pytest

from briefing.formats.frontmatter import split_front_matter


@pytest.mark.parametrize(
    ("front", "values"),
    [
        ("title: Plain: with colon", {"title": "Plain: with colon"}),
        ("title: 'it''s'", {"title": "it's"}),
        ('title: "tab\\tquote\\" \\u00e9"', {"title": 'tab quote" é'}),
        ("title: |\n  one\n  two", {"title": "one\ntwo"}),
        ("title: >-\n  one\n  two", {"title": "one two"}),
        ("title: one\n  two", {"title": "one two"}),
        ("Title: upper", {"title": "upper"}),
        ("title: first\ntitle: second", {"title": "first"}),
        ("a: &x [1,2]\nb: *x\nc: !!python/object/apply:os.system [x]\nd: {e: f}\nt: ok", {"t": "ok"}),
        ("- item\nnonsense\nt: ok", {"t": "ok"}),
        ("t:", {}),
        ("t: [one, 'it''s', \"a, [b] {c}\", ]", {"t": "one\nit's\na, [b] {c}"}),
        ('t:\n  - one\n  - "two"\nu: ok', {"t": "one\ntwo", "u": "ok"}),
        ("t: [one, [two]]\nu: [{a: b}]\nv: [open", {}),
    ],
)
def test_front_matter(front: str, values: dict[str, str]) -> None:
    assert split_front_matter(f"---\n{front}\n---\nbody") == (values, "\nbody")


@pytest.mark.parametrize("text", ["no front matter", "---\nnever closed: x\n", "text\n---\ntitle: x\n---\n"])
def test_what_is_no_front_matter(text: str) -> None:
    assert split_front_matter(text) == ({}, text)
