/* Stands in for a tracker: a cookie, the names of the shop's events, and one beacon to the shop itself. */
"use strict";
(function () {
  const known = document.cookie.match(/(?:^|; )_ga=([^;]+)/);
  const visitor = known ? known[1] : "GA1.1." + Math.floor(Math.random() * 1e9) + "." + Math.floor(Date.now() / 1000);
  document.cookie = "_ga=" + visitor + "; path=/; max-age=33696000; samesite=lax";
  const events = { product: "view_item", cart: "view_cart", checkout: "begin_checkout", category: "view_item_list", search: "search" };
  const layer = (window.dataLayer = window.dataLayer || []);
  layer.push({ event: "page_view", path: location.pathname });
  const event = events[document.body.dataset.kind];
  if (event && document.body.dataset.events === "1") layer.push({ event });
  navigator.sendBeacon("/analytics/collect", JSON.stringify({ visitor, events: layer.map((entry) => entry.event) }));
})();
