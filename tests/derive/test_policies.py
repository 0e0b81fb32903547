import pytest

from auditor.derive.service.policies import PolicyContent, content_of, read_policy


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Voit palauttaa tuotteen 30 päivän kuluessa.", 30),
        ("Kuluttajalla on 14 päivän peruuttamisoikeus.", 14),
        ("Palautusaika\n60 päivää", 60),
        ("Peruuttamisoikeus on 14 päivää. Annamme 100 päivän palautusoikeuden.", 100),
        ("Du har 14 dagars ångerrätt.", 14),
        ("30-day returns on everything.", 30),
        ("Return your order within four weeks or 28 days.", 28),
        ("Sie haben das Recht, binnen vierzehn Tagen diesen Vertrag zu widerrufen.", 14),
        ("Kaupade tagastamine 14 päeva jooksul.", 14),
        ("Palautamme maksun 14 päivän kuluessa.", None),
        ("We refund your money within 14 days.", None),
        ("Toimitusaika on 3-5 arkipäivää.", None),
        ("Vastaamme palautteeseen 2 päivässä.", None),
        ("Alin hinta 30 päivän aikana.", None),
        ("Sieniä ei voi palauttaa, mutta jos sato jää 60 päivässä tulematta, lähetämme uuden. Palautus 14 päivää.", 14),
        ("You may return it within 30 days, but opened goods cannot be returned.", 30),
        ("Kaikilla tuotteilla on 14 vrk palautusoikeus.", 14),
        ("Palautusoikeus 1 kuukausi.", 30),
        ("Peruutusaika on 14 päivää siitä, kun sait tuotteen.", 14),
        ("Voit palauttaa tuotteen kahden viikon kuluessa.", 14),
        ("Lasku 14 pv, palautus 30 päivää.", 30),
        ("Alin hinta 30 edellisen päivän ajalta. Palautus 14 pv.", 14),
        ("30 dagars öppet köp på alla varor.", 30),
        ("fjorton (14) dagar att ångra ditt köp", 14),
        ("Du kan lämna tillbaka varan inom en månad.", 30),
        ("Leveranstid 2-5 dagar. Retur inom 30 dagar.", 30),
        ("100 dages returret", 100),
        ("Fortrydelsesret: 14 dage. Beløbet refunderes inden for 10 dage.", 14),
        ("365 dagers åpent kjøp", 365),
        ("14 Tage Rückgaberecht", 14),
        ("If it is not right, tell us within 28 days of delivery and we will collect it.", 28),
        ("Changed your mind? You have 60 days.", 60),
        ("Kuluttajansuojalain mukaisesti voit perua kaupan 14 päivän kuluessa siitä, kun sait tuotteen.", 14),
        ("You have the right to cancel within 14 days.", 14),
        ("Du kan frånträda avtalet inom 14 dagar.", 14),
        ("14-päevane tagastusõigus", 14),
        ("Nouda paketti 7 päivän kuluessa tai se palautuu meille.", None),
        ("Outlösta paket returneras efter 14 dagar.", None),
        ("Lahjakortti on voimassa 365 päivää, eikä sitä voi palauttaa.", None),
        ("Reklamaatio on tehtävä 14 päivän kuluessa tuotteen vastaanottamisesta.", None),
        ("14 dagars betalningsvillkor vid faktura.", None),
        ("Raha tagastame 14 päeva jooksul.", None),
        ("Takuu 365 päivää.", None),
    ],
)
def test_days_to_return(text: str, days: int | None) -> None:
    assert read_policy(text).days == days


@pytest.mark.parametrize(
    ("text", "pays"),
    [
        ("Palautus on ilmainen.", "shop"),
        ("Asiakas maksaa palautuksen postikulut.", "customer"),
        ("Voit palauttaa tuotteen 14 päivässä. Palautuksen postimaksun maksaa asiakas.", "customer"),
        ("30 dages returret. Returfragten betaler kunden.", "customer"),
        ("Palautuskulut ovat 4,90 € per lähetys.", "customer"),
        ("Returns are free of charge.", "shop"),
        ("The customer pays the return postage.", "customer"),
        ("Du betalar själv returfrakten vid retur.", "customer"),
        ("Toimitus on ilmainen.", None),
    ],
)
def test_who_pays(text: str, pays: str | None) -> None:
    assert read_policy(text).pays == pays


@pytest.mark.parametrize(
    ("text", "days"),
    [("Hyvitämme rahat 10 päivän kuluessa.", 10), ("Refunds take up to 7 days.", 7), ("Palauta 14 pv.", None)],
)
def test_when_the_money_comes(text: str, days: int | None) -> None:
    assert read_policy(text).refund_days == days


@pytest.mark.parametrize(
    ("text", "more", "content"),
    [
        ("Palautusoikeus on 14 päivää.", {}, PolicyContent.REAL),
        (
            "Palautukset onnistuvat ottamalla yhteyttä asiakaspalveluun, joka neuvoo eteenpäin. Ota yhteyttä!",
            {},
            PolicyContent.REAL,
        ),
        ("Palautusoikeus on [lisää määrä] päivää.", {}, PolicyContent.PLACEHOLDER),
        ("Sivu on rakenteilla.", {}, PolicyContent.PLACEHOLDER),
        ("Palautusoikeus on 14 päivää. Uutuuksia tulossa pian!", {}, PolicyContent.REAL),
        ("Palautuslomake", {"inputs": 3}, PolicyContent.FORM),
        ("Palautusoikeus on 14 päivää. Täytä lomake.", {"inputs": 3}, PolicyContent.REAL),
        ("Shipping & Returns\nPut here your Shipping & Returns Text.", {}, PolicyContent.PLACEHOLDER),
        ("Return Policy\nsome text about return policy", {}, PolicyContent.PLACEHOLDER),
        (
            "Put your shipping & returns information here. You can edit this in the admin site.",
            {},
            PolicyContent.PLACEHOLDER,
        ),
        ("Return policy (edit with the module Customer Reassurance)", {}, PolicyContent.PLACEHOLDER),
        (
            "Shipments and returns\nYour pack shipment\nPackages are shipped via UPS with tracking and drop-off. An"
            " additional cost will be applied, so please contact us. You pay the postage costs. Boxes are amply sized"
            " and your items are well-protected, with special care for what is fragile and long on its way to you.",
            {},
            PolicyContent.NONE,
        ),
        ("", {}, PolicyContent.NONE),
        ("Palautusoikeus on 14 päivää.", {"status": 404}, PolicyContent.NONE),
        ("info [at] kauppa.example, palautusoikeus 14 päivää", {}, PolicyContent.REAL),
    ],
)
def test_what_stands_on_the_page(text: str, more: dict[str, int], content: PolicyContent) -> None:
    assert content_of(text, **more) == content
