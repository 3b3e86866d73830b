"""A small world of packs: the hub's front door, and Cēsis with the village of Liepa."""

from io import BytesIO
from pathlib import Path

from django.conf import settings
from PIL import Image as Picture
from wagtail.models import Page, Revision

from communities.models import Need, Resource
from home.models import Surroundings
from hub.files import Document, Image
from hub.ownership import Owner
from hub.packs.errors import ImportRefused
from hub.packs.importer import Importer
from hub.packs.reader import find_packs
from hub.packs.records import PackRecord
from hub.packs.report import Report
from hub.taxonomy import Theme
from search.models import Entry

HOME = """\
---
key: hub/home
type: home
title: KOPA
slug: home
claim: Ko ciemos paveikuši paši iedzīvotāji.
---
"""
HOME_EN = """\
---
key: hub/home
title: KOPA
slug: home
claim: What villagers have done for themselves.
---
"""
INDEX = """\
---
key: hub/partneribas
type: partnership-index
parent: hub/home
title: Partnerības
slug: partneribas
---
"""
INDEX_EN = """\
---
key: hub/partneribas
title: Partnerships
slug: partnerships
---
"""
THEMES = """\
- key: hub/temas/vide
  type: theme
  slug: vide
  order: 1
  names:
    - language: lv
      name: Vide
    - language: en
      name: Environment
- key: hub/temas/turisms
  type: theme
  slug: turisms
  order: 2
  names:
    - language: lv
      name: Tūrisms
"""
CESU = """\
---
key: cesu
type: partnership
parent: hub/partneribas
title: Cēsu rajona lauku partnerība
slug: cesu
website: https://www.partneriba.lv
---
Strādā Cēsu pusē.
"""
CESU_EN = """\
---
key: cesu
title: Cēsis District Rural Partnership
slug: cesis
---
Works around Cēsis.
"""
LIEPA = """\
---
key: cesu/liepa
type: community
parent: cesu
title: Liepa
slug: liepa
summary: Ciems, kas viesiem grib parādīt ceļu.
themes: [turisms, vide]
place: Liepa
municipality: cesu-novads
latitude: 57.3844
longitude: 25.4256
lead_image: bildes/liepa.png
lead_image_alt: Stacija
sources:
  - title: Liepas ceļotāju diena
    url: https://eliesma.lv/liepa
---
Uz Liepu var atbraukt ar [vilcienu](https://pv.lv/lv) no [Cēsīm](page:cesu).

## Ceļotāju diena

2021. gadā to svinēja otro reizi.

- pirmais maršruts
- otrais maršruts
"""
LIEPA_EN = """\
---
key: cesu/liepa
title: Liepa village
slug: liepa-village
summary: A village that wants to show its visitors the way.
lead_image_alt: The station
sources:
  - title: Liepa Travellers’ Day
    url: https://eliesma.lv/liepa
---
From [Cēsis](page:cesu) one comes to Liepa by [train](https://pv.lv/en).

## Travellers’ Day

In 2021 it was held for the second time.

- the first route
- the second route
"""
RESOURCES = """\
- key: cesu/liepa/resursi/stacija
  type: resource
  name: Vilciena pietura
  kind: places
  community: cesu/liepa
  description: Vilciens nāk sešas reizes dienā.
  municipality: cesu-novads
"""
NEEDS = """\
- key: cesu/liepa/vajadzibas/norades
  type: need
  text: Norādes, lai viesi paliktu ilgāk.
  theme: turisms
  community: cesu/liepa
  status: voiced
"""
SIDECAR = """\
title: Liepas stacija
author: Ciema biedrība
consent: true
"""
FILES = {
    "hub/pack.yaml": "owner: hub\n",
    "hub/home.lv.md": HOME,
    "hub/home.en.md": HOME_EN,
    "hub/partneribas.lv.md": INDEX,
    "hub/partneribas.en.md": INDEX_EN,
    "hub/temas.lv.yaml": THEMES,
    "cesu/pack.yaml": "owner: cesu\nname: Cēsu partnerība\ncredit: Cēsu partnerība\n",
    "cesu/partneriba.lv.md": CESU,
    "cesu/partneriba.en.md": CESU_EN,
    "cesu/kopienas/liepa.lv.md": LIEPA,
    "cesu/kopienas/liepa.en.md": LIEPA_EN,
    "cesu/kopienas/resursi.lv.yaml": RESOURCES,
    "cesu/kopienas/vajadzibas.lv.yaml": NEEDS,
    "cesu/bildes/liepa.png.yaml": SIDECAR,
}


def write_packs(folder: Path, **changed: str | None) -> Path:
    """The world in `folder`; other texts by path, None for a file that is not there."""
    for path, text in {**FILES, **changed}.items():
        if text is not None:
            write(folder, path, text)
    picture = folder / "cesu/bildes/liepa.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(png("teal"))
    return folder


def write(folder: Path, path: str, text: str) -> None:
    """One file of a pack."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def change(folder: Path, path: str, old: str, new: str) -> None:
    """Put other words into a file; the old ones stand in it once."""
    text = (folder / path).read_text("utf-8")
    assert text.count(old) == 1, (path, old)
    write(folder, path, text.replace(old, new))


def png(colour: str) -> bytes:
    """A small picture of one colour."""
    file = BytesIO()
    Picture.new("RGB", (80, 50), colour).save(file, "PNG")
    return file.getvalue()


def bring_in(folder: Path, dry_run: bool = False) -> Report:
    """Import what is in the folder."""
    return Importer(find_packs(folder), dry_run).run()


def refusal_of(folder: Path) -> list[str]:
    """What is wrong with the packs in the folder, one text a mistake."""
    try:
        bring_in(folder)
    except ImportRefused as refusal:
        return [str(error) for error in refusal.errors]
    return []


def page_of(key: str, language: str = "lv") -> Page:
    """The page that a pack made, as it stands in the database now."""
    record = PackRecord.objects.get(key=key, language=language)
    return record.content_type.model_class().objects.get(pk=record.object_id)


def empty_the_site() -> None:
    """Nothing that a pack could have made is left."""
    for page in Page.objects.filter(depth=2):
        page.specific.delete()
    for model in (PackRecord, Surroundings, Theme, Image, Document):
        model.objects.all().delete()
    Owner.objects.all().delete()


def texts_in(folder: Path) -> dict[str, bytes]:
    """Every file in the folder with what it holds."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def stored_files() -> set[str]:
    """Every file in the media folder."""
    media = Path(settings.MEDIA_ROOT)
    return {str(file) for file in media.rglob("*") if file.is_file()}


def what_stands_here() -> dict[str, int]:
    """How many of each thing there are that a pack could make."""
    models = (Page, Revision, PackRecord, Theme, Resource, Need, Image, Owner, Entry)
    return {model.__name__: model.objects.count() for model in models}
