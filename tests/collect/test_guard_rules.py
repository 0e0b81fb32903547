"""What may be sent behind the door of checkout (CONTRACTS 7 c), as a table of requests; no browser is needed for it."""

from __future__ import annotations

import json

import pytest

from auditor.collect.guarding.rules import Phase, judge_request
from auditor.vocabulary.checkout import EMAIL, customer_of

SHOP = "https://shop.example"
ADDRESS = f"email={EMAIL}&firstname=Test&address1=Testikatu+1&postcode=00100&city=Helsinki&phone=0400000000"
RATES = json.dumps({"requests": [{"path": "/wc/store/v1/cart/update-customer", "body": {"email": EMAIL}}]})
ORDERS = json.dumps({"requests": [{"path": "/wc/store/v1/cart/update-customer"}, {"path": "/wc/store/v1/checkout"}]})


def graphql(text: str) -> str:
    return json.dumps({"query": text, "variables": {"email": EMAIL}})


REFRESHES = [
    ("/?wc-ajax=update_order_review", f"payment_method=bacs&{ADDRESS}"),
    ("/wp-json/wc/store/v1/cart/update-customer", json.dumps({"billing_address": {"email": EMAIL}})),
    ("/wp-json/wc/store/v1/batch?_locale=user", RATES),
    ("/rest/default/V1/guest-carts/abc/estimate-shipping-methods", json.dumps({"address": {"postcode": "00100"}})),
    ("/rest/default/V1/guest-carts/abc/totals-information", "{}"),
    ("/cart/prepare_shipping_rates.json", "shipping_address[zip]=00100"),
    ("/en/order?ajax=1&action=selectDeliveryOption", "delivery_option[3]=2%2C"),
    ("/checkout/shipping-rates", "postcode=00100"),
    ("/api/calculate-totals", "{}"),
    ("/graphql", graphql("mutation M { estimateTotals(input: {}) { total } }")),
]
STEPS = [
    ("/checkout/address", ADDRESS, True),
    ("/order", ADDRESS, True),
    ("/index.php?route=checkout/register.save", f"account=0&{ADDRESS}", False),
    ("/rest/V1/guest-carts/abc/shipping-information", json.dumps({"addressInformation": {"city": "Oslo"}}), False),
    ("/graphql", graphql("mutation { setGuestEmailOnCart(input: {}) { cart { email } } }"), False),
    ("/graphql", graphql("query { cart { total } }"), False),
    ("/checkout/delivery", "shipping_method=posti", True),
    ("/checkout", f"{ADDRESS}&payment_address=same&payment_firstname=Test&create_account=0&newsletter=", True),
]
NEVER = [
    ("/checkout/address", f"{ADDRESS}&payment_method=invoice", "a way to pay"),
    ("/checkout/address", f"{ADDRESS}&payment[method]=invoice", "a way to pay"),
    ("/checkout/address", json.dumps({"paymentMethod": {"method": "checkmo"}}), "a way to pay"),
    ("/checkout/address", json.dumps({"payment": {"method": "checkmo"}}), "a way to pay"),
    ("/checkout/address", f"{ADDRESS}&maksutapa=lasku", "a way to pay"),
    ("/checkout/address", f"{ADDRESS}&card_number=4111111111111111", "a payment input"),
    ("/checkout/address", json.dumps({"card": {"number": "4111"}}), "a payment input"),
    ("/checkout/address", f"{ADDRESS}&iban=FI21", "a payment input"),
    ("/checkout/address", f"{ADDRESS}&password=secret", "a password"),
    ("/checkout/address", f"{ADDRESS}&createaccount=1", "open an account"),
    ("/checkout/address", f"{ADDRESS}&newsletter=on", "open an account or subscribe"),
    ("/index.php?route=checkout/register.save", f"account=1&{ADDRESS}", "open an account"),
    ("/account/register", ADDRESS, "register"),
    ("/account/login", ADDRESS, "log in"),
    ("/newsletter/subscribe", f"email={EMAIL}", "send a message"),
    ("/orders", ADDRESS, "place an order"),
    ("/checkout/place-order", ADDRESS, "place an order"),
    ("/?wc-ajax=checkout", ADDRESS, "place an order"),
    ("/checkout/payment", ADDRESS, "place an order or pay"),
    ("/checkout/confirm", ADDRESS, "place an order"),
    ("/api/create-payment-intent", "{}", "place an order or pay"),
    ("/klarna/payment_session", "{}", "place an order or pay"),
    ("/rest/V1/guest-carts/abc/payment-information", "{}", "place an order or pay"),
    ("/graphql", graphql("mutation { placeOrder(input: {}) { order } }"), "not known"),
    ("/graphql", graphql("mutation { setGuestEmailOnCart(input: {}) { a } placeOrder(input: {}) { b } }"), "order"),
    ("/graphql", json.dumps({"operationName": "SubmitForCompletion"}), "not known"),
    ("/wp-json/wc/store/v1/batch", ORDERS, ""),
    ("/checkout/address", '{"broken', "cannot be read"),
    ("/kassa/tilaa", ADDRESS, "place an order"),
    ("/kassa/vahvista", ADDRESS, "place an order"),
    ("/kassan/slutfor", ADDRESS, "place an order"),
    ("/kasse/bestellen", ADDRESS, "place an order"),
    ("/kassen/gennemfoer", ADDRESS, "place an order"),
    ("/kasse/bekreft", ADDRESS, "place an order"),
    ("/kassa/kinnita", ADDRESS, "place an order"),
    ("/checkout/onepage/saveOrder", ADDRESS, "place an order"),
    ("/rest/V1/guest-carts/abc/order", "{}", "place an order"),
    ("/api/v2/shop/orders/abc/complete", "{}", "place an order"),
    ("/graphql", graphql("mutation { # one\n placeOrder(input: {}) { order } }"), "not known"),
    ("/graphql", graphql("fragment F on Order { id } mutation { placeOrder(input: {}) { ...F } }"), "not known"),
    ("/graphql", json.dumps([{"query": "{ cart { id } }"}, {"operationName": "PlaceOrder"}]), "not known"),
]
STOPPING = [Phase.BROWSE, Phase.CHOOSING, Phase.CLEANING]
ORDERS = [
    ("/carts/abc/complete", "{}"),
    ("/rest/V1/guest-carts/abc/order", "{}"),
    ("/rest/V1/carts/mine/payment-information", "{}"),
    ("/ostoskori/tilaa", "payment=invoice"),
    ("/warenkorb/bestellen", "zahlungsart=rechnung"),
    ("/varukorg/beställ", "betalsatt=faktura"),
    ("/order", ""),
    ("/orders?cart_id=3", ""),
    ("/basket/place-order", ""),
    ("/checkout/onepage/saveOrder", ""),
    ("/index.php?option=com_virtuemart&view=cart&task=confirm", ""),
    ("/index.php?option=com_virtuemart&view=cart", "task=confirm"),
]
GOODS = [
    ("/cart/add", "id=3&qty=1"),
    ("/ostoskori/lisaa", "tuote=3"),
    ("/tilaus/ostoskori/add", "tuote=3"),
    ("/order/cart/add", "id=3&card_message=Hei"),
    ("/order/cart", "qty=2&payment=invoice"),
    ("/bestellen/warenkorb/hinzufuegen", "id=3&zahlung=1"),
    ("/order?wc-ajax=add_to_cart", "id=3"),
    ("/orders/populate", "variant=3"),
    ("/checkout/cart/add", "product=3"),
    ("/index.php?route=checkout/cart/add", "product_id=3"),
    ("/rest/V1/guest-carts/abc/items", "{}"),
    ("/rest/V1/guest-carts/abc/totals-information", "{}"),
    ("/wp-json/wc/store/v1/cart/add-item", "{}"),
    ("/index.php?option=com_virtuemart&view=cart&task=updatecart", "quantity=2"),
    ("/ostoskori/tilaa", "ehdot=1"),
    ("/warenkorb/bestellen", ""),
    ("/varukorg/bestall", ""),
    ("/kassa/tilaa", ""),
]
MUTATIONS = [
    json.dumps({"operationName": "PlaceOrder", "extensions": {"persistedQuery": {"version": 1}}}),
    json.dumps({"query": "fragment O on Order { id } mutation PlaceOrder { placeOrder(input: {}) { ...O } }"}),
    json.dumps({"query": "# c\nmutation PlaceOrder { placeOrder(input: {}) { id } }"}),
    json.dumps([{"query": "mutation { placeOrder(input: {}) { id } }"}, {"query": "{ cart { id } }"}]),
    json.dumps([{"query": "{ cart { id } }"}, {"query": "mutation { placeOrder(input: {}) { id } }"}]),
    "mutation { placeOrder(input: {}) { id } }",
]
HARMLESS = [
    json.dumps({"query": "mutation Add { cartLinesAdd(lines: []) { cart { id } } }", "operationName": "Add"}),
    json.dumps({"query": "query LoginText { login }", "operationName": "LoginText"}),
    json.dumps({"operationName": "getLoginConfig"}),
    json.dumps({"operationName": "CartQuery"}),
    json.dumps({"query": "fragment C on Cart { id } mutation Add { cartLinesAdd(lines: []) { ...C } }"}),
]


@pytest.mark.parametrize(("path", "body"), REFRESHES)
@pytest.mark.parametrize("phase", [Phase.FILLING, Phase.SENDING])
def test_prices_may_be_worked_out_anew_at_any_time(path: str, body: str, phase: Phase) -> None:
    assert judge_request("POST", SHOP + path, body, phase, document=False) == ""


@pytest.mark.parametrize(("path", "body", "document"), STEPS)
def test_a_step_without_payment_may_be_sent(path: str, body: str, document: bool) -> None:
    assert judge_request("POST", SHOP + path, body, Phase.SENDING, document=document) == ""


@pytest.mark.parametrize(("path", "body"), [(path, body) for path, body, _document in STEPS if "query {" not in body])
def test_nothing_of_it_is_sent_while_the_form_is_filled_in(path: str, body: str) -> None:
    assert "worked out anew" in judge_request("POST", SHOP + path, body, Phase.FILLING)


@pytest.mark.parametrize(("path", "body", "why"), NEVER)
@pytest.mark.parametrize("document", [True, False])
def test_what_pays_orders_or_opens_an_account_is_never_sent(path: str, body: str, why: str, document: bool) -> None:
    said = judge_request("POST", SHOP + path, body, Phase.SENDING, document=document)

    assert said
    assert why in said
    assert judge_request("POST", SHOP + path, body, Phase.FILLING, document=document)


def test_an_interface_named_order_makes_orders_where_a_page_may_be_a_step() -> None:
    assert judge_request("POST", f"{SHOP}/order", ADDRESS, Phase.SENDING, document=False)


@pytest.mark.parametrize("phase", [Phase.FILLING, Phase.SENDING])
@pytest.mark.parametrize("path", ["/?wc-ajax=update_order_review", "/checkout/address"])
def test_nothing_goes_to_others_than_the_shop(path: str, phase: Phase) -> None:
    assert judge_request("POST", SHOP + path, ADDRESS, phase, own=False)


@pytest.mark.parametrize("phase", [Phase.FILLING, Phase.SENDING])
def test_no_address_carries_the_customers_e_mail(phase: Phase) -> None:
    assert judge_request("GET", f"{SHOP}/known?email={EMAIL.replace('@', '%40')}", "", phase)
    assert judge_request("GET", f"{SHOP}/rates?postcode=00100", "", phase) == ""


@pytest.mark.parametrize("phase", [Phase.FILLING, Phase.SENDING])
def test_nothing_is_deleted_behind_the_door(phase: Phase) -> None:
    assert judge_request("DELETE", f"{SHOP}/cart/items/3", "", phase)
    assert judge_request("GET", f"{SHOP}/checkout/place-order", "", phase)


@pytest.mark.parametrize(("path", "body"), ORDERS)
@pytest.mark.parametrize("phase", STOPPING)
def test_a_carts_address_that_orders_is_refused(path: str, body: str, phase: Phase) -> None:
    assert "place an order" in judge_request("POST", SHOP + path, body, phase)


@pytest.mark.parametrize(("path", "body"), GOODS)
@pytest.mark.parametrize("phase", STOPPING)
def test_a_carts_own_address_passes(path: str, body: str, phase: Phase) -> None:
    assert judge_request("POST", SHOP + path, body, phase) == ""


@pytest.mark.parametrize(
    ("body", "phase", "passes"),
    [
        ("account=guest&email_address=&password=", Phase.CHOOSING, True),
        ("kontoart=gast&email_address=&password=", Phase.CHOOSING, True),
        ("kontoart=gast&email_address=&password=", Phase.BROWSE, False),
        ("kontoart=neu&email_address=&password=", Phase.CHOOSING, False),
        (f"kontoart=gast&email_address={EMAIL}&password=", Phase.CHOOSING, False),
        ("kontoart=gast&email_address=&password=secret", Phase.CHOOSING, False),
    ],
)
def test_a_guests_choice_may_go_with_a_logins_empty_fields(body: str, phase: Phase, passes: bool) -> None:
    assert (judge_request("POST", f"{SHOP}/checkout_start.php", body, phase) == "") is passes


@pytest.mark.parametrize("path", ["/ostoskori/tilaa", "/warenkorb/bestellen", "/kassan/slutfor", "/tilaa"])
def test_a_bare_word_may_order_for_a_visitor_whom_the_shop_knows(path: str) -> None:
    assert judge_request("POST", SHOP + path, "", Phase.BROWSE) == ""
    assert "place an order" in judge_request("POST", SHOP + path, "", Phase.BROWSE, known=True)


@pytest.mark.parametrize("path", ["/cart/add", "/order/cart/add", "/ostoskori/lisaa", "/tuote/osta", "/order/remove/3"])
def test_a_known_visitor_can_fill_a_cart(path: str) -> None:
    assert judge_request("POST", SHOP + path, "id=3", Phase.BROWSE, known=True) == ""


@pytest.mark.parametrize("body", MUTATIONS)
@pytest.mark.parametrize("phase", STOPPING)
def test_an_operation_that_orders_is_refused_however_it_is_sent(body: str, phase: Phase) -> None:
    assert "the operation would order" in judge_request("POST", f"{SHOP}/graphql", body, phase)


@pytest.mark.parametrize("body", HARMLESS)
def test_other_operations_pass(body: str) -> None:
    assert judge_request("POST", f"{SHOP}/graphql", body, Phase.BROWSE) == ""


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize(
    "address",
    [
        "/index.php?route=extension/payment/cod/confirm",
        "/index.php?route=payment/cod/confirm",
        "/index.php?route=extension/opencart/payment/cod.confirm",
        "/index.php?route=extension%2Fpayment%2Fcod%2Fconfirm",
        "/checkout/onepage/saveOrder",
    ],
)
def test_a_get_that_orders_is_refused(address: str, phase: Phase) -> None:
    assert "place an order" in judge_request("GET", SHOP + address, "", phase)


@pytest.mark.parametrize("address", ["/index.php?route=checkout/confirm", "/tilaa", "/checkout/cart", "/order"])
def test_a_get_that_shows_a_page_passes(address: str) -> None:
    assert judge_request("GET", SHOP + address, "", Phase.FROZEN) == ""


@pytest.mark.parametrize("path", ["/tilaa", "/bestellen", "/fi/tilaa", "/kassa/osoite/vahvista", "/order"])
def test_a_page_behind_the_door_may_be_named_order(path: str) -> None:
    assert judge_request("POST", SHOP + path, ADDRESS, Phase.SENDING) == ""


@pytest.mark.parametrize("path", ["/tilaa", "/bestellen", "/order"])
def test_an_interface_of_that_name_orders(path: str) -> None:
    assert judge_request("POST", SHOP + path, ADDRESS, Phase.SENDING, document=False)


@pytest.mark.parametrize("phase", list(Phase))
def test_json_nested_too_deeply_is_judged_all_the_same(phase: Phase) -> None:
    deep = "[" * 200_000

    assert judge_request("POST", f"{SHOP}/orders", deep, phase)


def test_before_and_at_the_door_the_old_rules_hold() -> None:
    assert judge_request("POST", f"{SHOP}/cart/add", "id=3&qty=1", Phase.BROWSE) == ""
    assert judge_request("POST", f"{SHOP}/checkout/address", ADDRESS, Phase.BROWSE)
    assert judge_request("POST", f"{SHOP}/?wc-ajax=update_order_review", ADDRESS, Phase.FROZEN)


@pytest.mark.parametrize("country", ["FI", "SE", "NO", "DK", "EE", "DE", "GB", "US"])
def test_a_customer_is_made_up_and_whole(country: str) -> None:
    customer = customer_of(country)

    assert customer.country == country
    assert EMAIL.endswith("@example.invalid")
    assert "test" in customer.name.lower()
    assert all((customer.street, customer.number, customer.postcode, customer.city, customer.phone, customer.regions))
    assert customer.number in customer.address


def test_a_country_without_a_customer_gets_the_british_one() -> None:
    assert customer_of("JP") == customer_of("GB") == customer_of(None)
