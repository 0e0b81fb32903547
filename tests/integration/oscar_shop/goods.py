"""What the shop sells, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CATEGORIES", "COUNTRIES", "GOODS", "PRODUCT_CLASS", "SIZE", "Good", "Text"]


@dataclass(frozen=True)
class Text:
    """One wording in both languages."""

    en: str
    fi: str

    def of(self, language: str) -> str:
        """Return the wording of a language."""
        return self.fi if language == "fi" else self.en


@dataclass(frozen=True)
class Good:
    """One product; with sizes it becomes a parent product that has one child a size."""

    sku: str
    name: Text
    category: str
    price: str
    stock: int
    colour: tuple[int, int, int]
    text: Text
    sizes: tuple[tuple[str, str, int], ...] = ()  # (size, price, stock)


PRODUCT_CLASS = Text("Household goods", "Taloustavarat")
SIZE = Text("Size", "Koko")

CATEGORIES = {
    "kitchen": Text("Kitchen", "Keittiö"),
    "textiles": Text("Textiles", "Tekstiilit"),
    "lighting": Text("Lighting", "Valaisimet"),
}

# (code, name, place in the list: the higher, the earlier)
COUNTRIES = (
    ("FI", Text("Finland", "Suomi"), 9),
    ("SE", Text("Sweden", "Ruotsi"), 0),
    ("EE", Text("Estonia", "Viro"), 0),
    ("DE", Text("Germany", "Saksa"), 0),
)

GOODS = (
    Good(
        "K-101",
        Text("Birch chopping board", "Koivuinen leikkuulauta"),
        "kitchen",
        "34.90",
        18,
        (203, 170, 121),
        Text("Oiled birch, 38 by 24 cm, with a groove for juice.", "Öljyttyä koivua, 38 x 24 cm, jossa mehu-ura."),
    ),
    Good(
        "K-102",
        Text("Stoneware mug", "Kivitavaramuki"),
        "kitchen",
        "16.50",
        60,
        (120, 134, 140),
        Text("Holds 3 dl and goes in the dishwasher.", "Vetää 3 dl ja kestää konepesun."),
    ),
    Good(
        "K-103",
        Text("Cast iron pan", "Valurautapannu"),
        "kitchen",
        "69.00",
        9,
        (58, 58, 62),
        Text("26 cm, for induction hobs and open fire.", "26 cm, induktioliedelle ja avotulelle."),
    ),
    Good(
        "K-104",
        Text("Coffee dripper", "Suodatinsuppilo"),
        "kitchen",
        "24.00",
        31,
        (226, 221, 210),
        Text("Porcelain, for filters of size 2.", "Posliinia, suodatinpussille nro 2."),
    ),
    Good(
        "K-105",
        Text("Juniper butter knife", "Katajainen voiveitsi"),
        "kitchen",
        "9.90",
        120,
        (181, 124, 76),
        Text("Carved by hand; every one differs a little.", "Käsin vuoltu, jokainen hieman erilainen."),
    ),
    Good(
        "K-106",
        Text("Enamel kettle", "Emalipannu"),
        "kitchen",
        "54.00",
        0,
        (36, 92, 120),
        Text("A kettle of 1.5 litres. Sold out until spring.", "Puolentoista litran pannu. Loppu kevääseen asti."),
    ),
    Good(
        "T-201",
        Text("Linen tea towel", "Pellavainen keittiöpyyhe"),
        "textiles",
        "18.00",
        75,
        (214, 205, 180),
        Text("Washed linen, 50 by 70 cm.", "Pestyä pellavaa, 50 x 70 cm."),
    ),
    Good(
        "T-202",
        Text("Wool blanket", "Villahuopa"),
        "textiles",
        "119.00",
        7,
        (150, 72, 64),
        Text("Finnsheep wool, 130 by 180 cm.", "Suomenlampaan villaa, 130 x 180 cm."),
    ),
    Good(
        "T-203",
        Text("Sauna seat cover", "Laudeliina"),
        "textiles",
        "14.90",
        44,
        (98, 130, 104),
        Text("Half linen, 45 by 60 cm.", "Puolipellavaa, 45 x 60 cm."),
    ),
    Good(
        "T-204",
        Text("Wool slippers", "Huopatossut"),
        "textiles",
        "0",
        0,
        (132, 120, 160),
        Text("Felted slippers with a leather sole.", "Huovutetut tossut, joissa on nahkapohja."),
        sizes=(("36-38", "48.00", 5), ("39-41", "48.00", 8), ("42-44", "52.00", 0)),
    ),
    Good(
        "V-301",
        Text("Table lamp", "Pöytävalaisin"),
        "lighting",
        "89.00",
        12,
        (232, 190, 84),
        Text("Steel shade, lamp base E14.", "Teräsvarjostin, kanta E14."),
    ),
    Good(
        "V-302",
        Text("Window star", "Ikkunatähti"),
        "lighting",
        "29.00",
        26,
        (200, 60, 50),
        Text("A paper star with a cord of 3.5 metres.", "Paperitähti, johto 3,5 metriä."),
    ),
    Good(
        "V-303",
        Text("Beeswax candles, six", "Mehiläisvahakynttilät, 6 kpl"),
        "lighting",
        "12.50",
        90,
        (238, 170, 44),
        Text("Burn for five hours each.", "Palavat viisi tuntia kukin."),
    ),
    Good(
        "V-304",
        Text("Storm lantern", "Myrskylyhty"),
        "lighting",
        "42.00",
        15,
        (70, 110, 70),
        Text("For the garden or the cabin; burns lamp oil.", "Pihalle tai mökille; polttaa lamppuöljyä."),
    ),
)
