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
