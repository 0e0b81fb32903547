/* The fault interaction-delay: the page computes for nothing while it loads and at each press. */
"use strict";
(function () {
  function block(ms) {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }
  addEventListener("load", () => setTimeout(() => block(1200), 100));
  ["pointerup", "keydown"].forEach((name) => addEventListener(name, () => block(700), true));
})();
