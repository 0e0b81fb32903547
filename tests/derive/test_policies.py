import pytest

from auditor.derive.service.policies import PolicyContent, content_of, free_return_in, is_placeholder, read_policy


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
        ("You may send back any unused item within 30 days of its arrival.", 30),
        ("Nouda paketti 7 päivän kuluessa tai se palautuu meille.", None),
        ("Outlösta paket returneras efter 14 dagar.", None),
        ("Lahjakortti on voimassa 365 päivää, eikä sitä voi palauttaa.", None),
        ("Reklamaatio on tehtävä 14 päivän kuluessa tuotteen vastaanottamisesta.", None),
        ("14 dagars betalningsvillkor vid faktura.", None),
        ("Raha tagastame 14 päeva jooksul.", None),
        ("Takuu 365 päivää.", None),
        ("Palautusoikeus\nToimitusaika 10 arkipäivää", None),
        ("Return policy\nWarranty 365 days", None),
        ("Retur: medlemmar 60 dagar.\nLeveranstid 10 dagar.", 60),
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
        ("Return postage costs you nothing.", "shop"),
        ("Return postage costs you 5 €.", "customer"),
        ("Palautus ei maksa sinulle mitään.", "shop"),
        ("Returen kostar dig ingenting.", "shop"),
        ("Die Rücksendung kostet Sie nichts.", "shop"),
        ("The customer pays the return postage.", "customer"),
        ("Du betalar själv returfrakten vid retur.", "customer"),
        ("Toimitus on ilmainen.", None),
    ],
)
def test_who_pays(text: str, pays: str | None) -> None:
    assert read_policy(text).pays == pays


@pytest.mark.parametrize(
    ("text", "pays"),
    [
        ("Palautus ei ole ilmainen.", "customer"),
        ("Emme valitettavasti tarjoa ilmaista palautusta.", None),
        ("Die Rücksendung ist nicht kostenlos.", "customer"),
        ("We do not offer free returns.", "customer"),
        ("Vi erbjuder inte fria returer.", "customer"),
        ("Returen er ikke gratis.", None),
        ("You will not pay for return shipping.", "shop"),
        ("You don't have to pay the return postage.", "shop"),
        ("Kunden betalar inte returfrakten.", "shop"),
        ("Palautuskulut maksaa myyjä, ei asiakas.", "shop"),
        ("Emme peri palautusmaksua.", "shop"),
        ("Asiakkaan ei tarvitse maksaa palautuksesta.", "shop"),
        ("Kunden zahlen nicht für die Rücksendung.", "shop"),
        ("We do not refund return shipping; the customer pays the return postage.", "customer"),
        ("Palautusoikeus 14 päivää. Asiakas vastaa tuotteen kunnosta.", None),
        ("Kuluttaja maksaa tilauksensa Klarnalla. Palautus on maksuton.", "shop"),
        ("Klient tasub tellimuse Klarnaga. Kauba tagastamine on tasuta.", "shop"),
        ("Returns are free, no questions asked.", "shop"),
        ("Not satisfied? Free returns, always.", "shop"),
        ("Free returns without a receipt.", "shop"),
        ("Ilmainen palautus ilman kuittia.", "shop"),
        ("Retur är gratis och kräver inget konto.", "shop"),
        ("Jos tuote ei sovi, palautus on ilmainen.", "shop"),
        ("Palautus 14 päivää. Asiakas maksaa postikulut.", "customer"),
        ("Palautuksen kuluista vastaa kauppa. Asiakas vastaa palautuksen kuluista, jos tuote on käytetty.", "customer"),
        ("Asiakas vastaa itse palautuskuluista.", "customer"),
        ("Palautuksesta asiakas vastaa itse.", "customer"),
        ("Viallisen tuotteen palautus on ilmainen. Muut palautukset asiakas maksaa itse.", "customer"),
        ("Voit palauttaa tuotteen 14 päivän kuluessa.\nPalautuskulut\nAsiakas maksaa itse", "customer"),
    ],
)
def test_who_pays_is_judged_by_the_sentence_and_its_denial(text: str, pays: str | None) -> None:
    assert read_policy(text).pays == pays


@pytest.mark.parametrize(
    ("sentence", "free"),
    [
        ("Palautus on ilmainen.", True),
        ("Free returns within 30 days", True),
        ("Kostenlose Rücksendung ohne Wenn und Aber", True),
        ("Palautus ei ole ilmainen.", False),
        ("We do not offer free returns.", False),
        ("Viallisen tuotteen palautus on ilmainen.", False),
    ],
)
def test_a_free_return_is_one_of_all_goods(sentence: str, *, free: bool) -> None:
    assert free_return_in(sentence) == free


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ångerrätt 14 dagar. Reklamationer lämnas tillbaka inom 60 dagar.", 14),
        ("Returns within 30 days. Exchange of defective goods within 365 days.", 30),
        ("Palautusoikeus 30 päivää. Jäsenenä voit palauttaa 60 päivän kuluessa.", 30),
        ("Öppet köp 30 dagar. Medlemmar har 90 dagars öppet köp.", 30),
        ("Palautusoikeus 14 päivää. Viallisen tuotteen voit palauttaa 60 päivän kuluessa.", 14),
        ("14 Tage Rückgaberecht. Mangelhafte Ware können Sie binnen 60 Tagen zurücksenden.", 14),
        ("Joululahjat voit palauttaa 60 päivän kuluessa.", 60),
        ("Returns: 30 days, members 60 days.", 30),
        ("Palautusoikeus EU:n jäsenvaltioissa 30 päivää.", 30),
    ],
)
def test_days_for_some_are_taken_only_where_nothing_holds_for_all(text: str, days: int) -> None:
    assert read_policy(text).days == days


@pytest.mark.parametrize(
    "text",
    [
        "Tulosta lomake [lataa PDF tästä]. Palautusaika 14 pv.",
        "Rückgabe innerhalb von 30 Tagen [mehr erfahren]",
        "Retur inom 14 dagar [öppnas i nytt fönster]",
        "Returns: use the [Contact form].",
        "Kirjoita: asiakaspalvelu[miukumauku]shop.fi",
        "info[miuku]kauppa[punkt]example",
        "Ångerblankett: Till [företagets namn]",
        "Kirjoita tähän tilausnumerosi.",
        "Cookies can be set in the control panel of your browser.",
        "Platzhalter-Karten für die Hochzeit",
        "Palautusoikeus 14 päivää. Asiakas maksaa palautuksen. Lähetä paketti: [yrityksen nimi]",
        "Lue lisää [klikkaa tähän]",
    ],
)
def test_what_a_policy_may_hold_makes_it_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "Returns to [your store name] within [number of days] days.",
        "[INSERT RETURN ADDRESS]",
        "[yritys] hyväksyy palautukset.",
        "Returer till [företagets namn]",
        "Lisää tähän palautusehdot.",
        "Kirjoita teksti tähän",
        "Platzhaltertext",
        "Returns. We haven't updated this page yet. Use the contact form to ask us!",
        "Our return policy has not been written yet.",
        "This page is managed in the control panel.",
        "Palautusoikeus 14 päivää. Asiakas maksaa palautuksen. Lorem ipsum dolor sit amet.",
    ],
)
def test_what_waits_to_be_written_is_a_placeholder(text: str) -> None:
    assert is_placeholder(text)


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
