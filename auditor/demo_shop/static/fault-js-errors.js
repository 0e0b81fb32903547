/* The fault js-errors: four uncaught errors of the shop's own. */
"use strict";
["kampanja", "laskuri", "karuselli", "suositus"].forEach(function (name, index) {
  setTimeout(function () {
    window["kaarna_" + name][name]();
  }, 50 * (index + 1));
});
