/* The fault layout-shift: a campaign arrives late and pushes the page. */
"use strict";
addEventListener("load", () => setTimeout(function () {
  const box = document.createElement("div");
  box.style.cssText = "height:45vh;background:#6b4a35;color:#fff;display:grid;place-items:center;font-size:28px";
  box.textContent = "Viikonlopun kampanja on alkanut";
  document.body.prepend(box);
}, 400));
