"""The faults that can be switched on, named after the checks that should notice them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from types import MappingProxyType

__all__ = ["FAULTS", "check_faults"]

# `email-trust` has none: it looks at DNS, and a loopback shop has no domain.
FAULTS: Mapping[str, str] = MappingProxyType(
    {
        # awareness
        "load-lcp": "The largest picture of home, category and product pages arrives 3.6 seconds late.",
        "load-ttfb": "Every page waits 2.5 seconds before its first byte.",
        "layout-shift": "A tall campaign banner pushes the whole page down 400 ms after loading.",
        "mobile-viewport": "The viewport forbids zooming.",
        "mobile-overflow": "A comparison strip of fixed width makes every page scroll sideways on phones.",
        "mobile-tap-targets": "Links and buttons shrink to 16 px on phones.",
        "mobile-text-size": "Text is 10 px and fields are 11 px on phones.",
        "mobile-parity": "Stock, delivery, reviews and search are hidden on phones.",
        "search-snippet": "Every page has the title Etusivu and none has a description.",
        "search-indexable": "Home, category and product pages carry noindex.",
        "structured-data-org": "Organisation, site and breadcrumb data are missing.",
        "social-preview": "Open Graph and Twitter tags are missing.",
        "social-presence": "The social links are the placeholders of a theme.",
        "first-screen-clear": "A newsletter pop-up, an app banner and a survey cover the first screen.",
        "consent-before-tracking": "Analytics runs and sets its cookies before any choice and after a rejection.",
        "consent-reject-parity": "Rejecting is hidden in a second layer with ticked boxes.",
        "https-everywhere": "The forms of cart and checkout point to plain http addresses.",
        # consideration
        "nav-findability": "The menu, the category links and the breadcrumbs are gone.",
        "site-search": "The search field is gone and the search finds nothing.",
        "product-images": "A product has a single picture of 400 px.",
        "product-rich-media": "The gallery cannot be enlarged; video, turntable and customers' pictures are missing.",
        "product-description": "The description is one empty sentence, and there are no specifications.",
        "price-clear": "The product page shows its price only after a press.",
        "price-reduction-prior": "A reduced price lacks the lowest price of the past 30 days.",
        "price-truth-chain": "The cart charges a tenth more than the product page says.",
        "stock-status": "No stock is shown, and the sold-out product can be ordered.",
        "delivery-time": "Product page, cart and checkout say nothing of the delivery time.",
        "shipping-cost-early": "Delivery costs appear for the first time in the checkout.",
        "return-policy-visible": "All links to the return policy and the promise on the product page are gone.",
        "reviews-shown": "Reviews, stars and rating data are gone.",
        "review-authenticity": "Nothing tells whether the reviews are genuine.",
        "structured-data-product": "Product pages carry no product data.",
        "trader-identity": "Legal name, address and a right company number are missing.",
        "brand-story": "The story is one sentence, without people, values or news.",
        "accessibility-core": "A campaign block has unnamed buttons, fields and pictures and weak contrast.",
        "broken-links": "The footer links to eight pages that do not exist.",
        "js-errors": "A script of the shop throws four errors on every page.",
        # purchase
        "interaction-delay": "Every press blocks the page for 700 ms, and so does loading.",
        "click-depth": "The cart does not open by itself and six pages stand before the checkout.",
        "add-to-cart-works": "The button Lisää ostoskoriin does nothing.",
        "guest-checkout": "The checkout demands an account.",
        "checkout-steps": "The checkout is cut into seven steps, one question each.",
        "checkout-fields": "The checkout asks for more than twenty fields.",
        "checkout-autofill": "Address fields forbid autofill and open the wrong keyboard.",
        "form-errors": "A wrong checkout form comes back empty with one general sentence; its fields lack labels.",
        "total-before-data": "The total appears only after the address has been filled in.",
        "payment-methods": "Only card and invoice are accepted.",
        "payment-order-no-credit": "Invoice and instalments come first, and one is preselected.",
        "order-button-wording": "The order button says Vahvista.",
        "no-pre-ticked-extras": "A paid gift wrapping is ticked beforehand.",
        "delivery-options": "There is one way of delivery, without a price.",
        # use
        "contact-channels": "Phone, e-mail, form, chat and hours are gone.",
        "response-promise": "Customer service answers in 5 to 10 working days.",
        "self-service-help": "The questions and answers are gone.",
        "order-tracking": "Orders cannot be tracked.",
        "returns-portal": "Returns are asked for by e-mail, without form or label, and cost the customer.",
        "withdrawal-function": "The withdrawal function is gone; a letter is asked for.",
        "withdrawal-info": "The statutory withdrawal information and the model form are missing.",
        "stale-legal": "The terms name the closed ODR platform and a repealed law, and the year is old.",
        "policy-consistency": "Questions and answers contradict return time, free limit and delivery time.",
        "legal-pages": "No link leads to the terms or to the privacy notice.",
        "use-guides": "Guides, care instructions and warranty are gone.",
        "not-found-page": "A missing page answers 200 with bare English words.",
        # loyalty
        "newsletter-signup": "The newsletter form is gone.",
        "loyalty-programme": "The loyalty programme is gone.",
        "recommendations": "Related, recommended and recently viewed products are gone.",
        "feedback-loop": "Nobody asks for feedback or answers reviews.",
        "come-back-reasons": "Wish list, stock alert, referral, gift card and account benefits are gone.",
        "channel-consistency": "Footer and structured data tell another phone and e-mail than the contact page.",
        "measurement-ready": "Analytics runs after consent, but learns nothing of the purchase.",
        # reserve
        "page-weight": "Every page loads five megabytes that nobody sees.",
        "search-hreflang": "Language links carry wrong codes and are not returned.",
        "market-access": "Visitors whose browser does not ask for Finnish are sent away without a way back.",
        "category-filter": "Categories can be neither filtered nor sorted.",
        "accessibility-statement": "The accessibility statement is gone.",
        "cart-persistent": "Reloading the cart empties it.",
        "checkout-keyboard": "All checkout fields are plain text fields.",
        "payment-names-current": "Payment names of closed services are shown.",
        "express-checkout": "No express payment is offered.",
        "checkout-reassurance": "The checkout has menus and campaigns, but no contact and no return promise.",
        "contact-form": "The contact form has nine required fields and a picture puzzle.",
        "wishlist": "The wish list demands an account.",
        "review-invite": "Reviews cannot be written.",
        "social-proof-live": "Customers' pictures, stories and best-seller marks are gone.",
    }
)


def check_faults(names: Iterable[str]) -> frozenset[str]:
    """Return the names as a set; raises ValueError with the nearest right names for an unknown one."""
    wanted = frozenset(names)
    for name in sorted(wanted - FAULTS.keys()):
        near = difflib.get_close_matches(name, FAULTS, n=3, cutoff=0.4)
        hint = f"; did you mean {', '.join(near)}?" if near else "; see auditor.demo_shop.FAULTS"
        msg = f"unknown fault {name!r}{hint}"
        raise ValueError(msg)
    return wanted
