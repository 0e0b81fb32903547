/* The fault first-screen-clear: three layers over the first screen until each is closed. */
"use strict";
(function () {
  const style = document.createElement("style");
  style.textContent =
    ".popup{position:fixed;inset:0;z-index:60;background:rgba(0,0,0,.55);display:grid;place-items:center}" +
    ".popup-box{position:relative;background:#fff;padding:60px 40px;width:min(90vw,560px);border-radius:16px}" +
    ".popup-close{position:absolute;right:8px;top:8px;width:44px;height:44px;font-size:24px;border:0;background:none}" +
    ".app-banner,.survey-box{position:fixed;left:0;right:0;z-index:55;background:#fff;padding:12px 16px;display:flex;" +
    "justify-content:space-between;gap:12px;box-shadow:0 0 20px rgba(0,0,0,.3)}.app-banner{top:0}.survey-box{bottom:0}" +
    ".app-banner button,.survey-box button{width:44px;height:44px;font-size:22px;border:0;background:none}";
  document.head.append(style);
  const closed = document.cookie.includes("kk_kuittaus=1");
  ["popup", "app-banner", "survey-box"].forEach((id, index) => {
    const layer = document.getElementById(id);
    if (!layer || closed) return;
    setTimeout(() => (layer.hidden = false), 600 * (index + 1));
    layer.querySelector("button").addEventListener("click", () => {
      layer.remove();
      document.cookie = "kk_kuittaus=1; path=/; samesite=lax";
    });
  });
})();
