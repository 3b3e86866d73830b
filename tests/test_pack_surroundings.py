"""Menu and footer travel in the hub's pack, without what may not leave."""

import pytest
from wagtail.models import PageViewRestriction

from home.models import Surroundings
from hub.packs.exporter import Exporter
from tests.pack_world import (
    bring_in,
    empty_the_site,
    page_of,
    png,
    refusal_of,
    texts_in,
    write,
    write_packs,
)

pytestmark = [pytest.mark.once, pytest.mark.django_db, pytest.mark.usefixtures("bare_site")]

MENU = """\
- key: hub/izvelne/lv
  type: surroundings
  language: lv
  menu:
    - page: hub/partneribas
      label: Puses
    - page: cesu/liepa
  about: Ciemi dalās.
  columns:
    - title: Vairāk
      links:
        - type: page
          value:
            page: cesu
        - type: address
          value:
            label: Lauku tīkls
            url: https://laukutikls.lv
  emblems:
    - image: emblemas/leader.png
      name: LEADER
- key: hub/izvelne/en
  type: surroundings
  language: en
  menu:
    - page: cesu/liepa
"""


@pytest.fixture
def packs(tmp_path):
    folder = write_packs(tmp_path / "packs")
    write(folder, "hub/izvelne.lv.yaml", MENU)
    (folder / "hub/emblemas").mkdir()
    (folder / "hub/emblemas/leader.png").write_bytes(png("blue"))
    bring_in(folder)
    return folder


def text_of(client, address):
    return client.get(address).content.decode()


def test_menu_and_footer_of_a_pack_are_seen_in_both_languages(client, packs):
    text = text_of(client, "/")

    assert '<a href="/partneribas/">Puses</a>' in text
    assert "<p>Ciemi dalās.</p>" in text
    assert 'alt="LEADER"' in text
    assert '<a href="/en/partnerships/cesis/liepa-village/">Liepa village</a>' in text_of(
        client, "/en/"
    )


def test_out_and_in_again_is_the_same(packs, tmp_path):
    Exporter(tmp_path / "first").run()
    empty_the_site()
    Surroundings.objects.all().delete()
    bring_in(tmp_path / "first")
    Exporter(tmp_path / "second").run()

    first = texts_in(tmp_path / "first")
    assert first["hub/izvelne.lv.yaml"].decode() == MENU
    assert first == texts_in(tmp_path / "second")


def test_second_import_changes_nothing(packs):
    assert set(bring_in(packs).counts) == {"unchanged"}


def test_link_to_what_stays_here_stays_here_too(packs, tmp_path):
    PageViewRestriction.objects.create(page=page_of("cesu/liepa"), restriction_type="login")

    Exporter(tmp_path / "out").run()

    assert "liepa" not in (tmp_path / "out/hub/izvelne.lv.yaml").read_text()
    empty_the_site()
    Surroundings.objects.all().delete()
    assert refusal_of(tmp_path / "out") == []


def test_draft_stays_here(packs, tmp_path):
    Surroundings.objects.get(language="en").unpublish()

    notes = Exporter(tmp_path / "out").run().notes

    assert notes == ["hub/izvelne/en: not public: left out"]


def test_editors_menu_is_left_alone(packs):
    row = Surroundings.objects.get(language="lv")
    row.about = "Citi vārdi."
    row.save_revision().publish()
    write(packs, "hub/izvelne.lv.yaml", MENU.replace("Puses", "Partnerības"))

    bring_in(packs)

    assert Surroundings.objects.get(language="lv").about == "Citi vārdi."
