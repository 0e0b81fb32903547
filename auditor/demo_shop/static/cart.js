/* Adds to the cart without leaving the page and shows the drawer. */
"use strict";
(function () {
  const drawer = document.querySelector("[data-drawer]");
  const announce = document.querySelector("[data-announce]");
  if (!drawer) return;
  const content = drawer.querySelector("[data-drawer-content]");

  function refreshCount() {
    const pieces = Number(content.querySelector("[data-pieces]")?.dataset.pieces || 0);
    document.querySelectorAll("[data-cart-count]").forEach((badge) => {
      badge.hidden = pieces === 0;
      badge.firstChild.nodeValue = String(pieces);
    });
  }

  function track(event, detail) {
    if (document.body.dataset.consent === "kaikki" && document.body.dataset.events === "1") {
      (window.dataLayer = window.dataLayer || []).push({ event, ...detail });
    }
  }

  content.addEventListener("click", (event) => {
    if (event.target.closest("[data-close-drawer]")) drawer.close();
  });
  drawer.addEventListener("click", (event) => {
    if (event.target === drawer) drawer.close();
  });

  document.querySelectorAll("[data-add-form]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if ("dead" in form.dataset) return;
      const missing = [...form.querySelectorAll("[data-option]")].filter((option) => {
        const control = option.querySelector("select");
        const chosen = control ? control.value : option.querySelector("input:checked");
        option.querySelector(".error").hidden = Boolean(chosen);
        (control || option).toggleAttribute("aria-invalid", !chosen);
        if (!chosen) (control || option).setAttribute("aria-invalid", "true");
        return !chosen;
      });
      if (missing.length) {
        missing[0].querySelector("select, input").focus();
        announce.textContent = missing[0].querySelector(".error").textContent;
        return;
      }
      fetch(form.getAttribute("action"), {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { "X-Requested-With": "fetch" },
      })
        .then((answer) => {
          if (!answer.ok) throw new Error("refused");
          return answer.text();
        })
        .then((html) => {
          content.innerHTML = html;
          refreshCount();
          const name = content.querySelector("[data-added]")?.dataset.added || "Tuote";
          announce.textContent = name + " lisättiin ostoskoriin";
          track("add_to_cart", { item: name });
          if (!("noDrawer" in form.dataset)) drawer.showModal();
        })
        .catch(() => form.submit());
    });
    form.addEventListener("change", (event) => {
      const option = event.target.closest("[data-option]");
      if (!option) return;
      option.querySelector(".error").hidden = true;
      [option, option.querySelector("select")].forEach((node) => node?.removeAttribute("aria-invalid"));
    });
  });
})();
