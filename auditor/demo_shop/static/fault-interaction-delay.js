/* The fault interaction-delay: the pages of goods compute for nothing while they load, and every page at each press. */
"use strict";
(function () {
  function block(ms) {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }
  addEventListener("load", () => {
    if (["home", "category", "product"].includes(document.body.dataset.kind)) setTimeout(() => block(1200), 100);
  });
  ["pointerup", "keydown"].forEach((name) => addEventListener(name, () => block(700), true));
})();
