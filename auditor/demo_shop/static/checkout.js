/* Messages beside the fields, the total for the chosen delivery, and what the checkout faults need. */
"use strict";
(function () {
  const form = document.querySelector("[data-checkout]");
  if (!form) return;
  const summary = form.querySelector("[data-summary]");
  const euros = (cents) =>
    new Intl.NumberFormat("fi-FI", { style: "currency", currency: "EUR" }).format(cents / 100);
  const messages = {
    sahkoposti: "Kirjoita sähköpostiosoite, esimerkiksi nimi@posti.fi.",
    nimi: "Kirjoita etu- ja sukunimesi.",
    katuosoite: "Kirjoita katuosoite, esimerkiksi Kotitie 1 A 2.",
    postinumero: "Kirjoita viisinumeroinen postinumero.",
    kaupunki: "Kirjoita postitoimipaikka.",
    puhelin: "Kirjoita puhelinnumero.",
  };

  function mark(input) {
    const wrong = !input.validity.valid;
    const text = document.getElementById("v-" + input.name);
    if (!text) return wrong;
    text.hidden = !wrong;
    if (input.type === "radio") return wrong;
    text.textContent = wrong ? messages[input.name] || "Täytä tämä kenttä." : "";
    if (wrong) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    return wrong;
  }

  form.addEventListener("submit", (event) => {
    const inputs = [...form.elements].filter((input) => input.required);
    if (form.dataset.errors === "bad") {
      if (inputs.every((input) => input.validity.valid)) return;
      event.preventDefault();
      form.reset();
      summary.hidden = false;
      return;
    }
    const wrong = inputs.filter(mark);
    if (!wrong.length) return;
    event.preventDefault();
    summary.hidden = false;
    wrong[0].focus();
  });
  // The browser stops a wrong form before it is sent; each message stands at its field as well.
  form.addEventListener(
    "invalid",
    (event) => {
      if (form.dataset.errors === "bad") return;
      summary.hidden = false;
      mark(event.target);
    },
    true,
  );
  form.addEventListener("change", (event) => {
    if (event.target.required && form.dataset.errors !== "bad") mark(event.target);
    const sums = form.querySelector("[data-sums]");
    if (event.target.name === "toimitustapa") {
      const cents = sums.dataset.free === "1" ? 0 : Number(event.target.dataset.cents);
      sums.querySelector("[data-delivery]").textContent = euros(cents);
      sums.querySelector("[data-total]").textContent = euros(Number(sums.dataset.goods) + cents);
    }
    if (form.dataset.lateTotal === "1") {
      const filled = ["katuosoite", "postinumero", "kaupunki"].every((name) => form.elements[name].value);
      sums.hidden = !filled;
      form.querySelector("[data-total-later]").hidden = filled;
    }
  });
  form.querySelectorAll("[data-next]").forEach((button) => {
    button.addEventListener("click", () => {
      const panels = [...form.querySelectorAll(".panel[data-step]")];
      const here = panels.indexOf(button.closest(".panel"));
      panels[here].hidden = true;
      const next = panels[here + 1];
      if (next) next.hidden = false;
      const last = form.querySelector("[data-last]");
      if (last && !panels[here + 2]) last.hidden = false;
      form.closest(".checkout").querySelectorAll(".steps li").forEach((step, index) => {
        if (index === here + 1) step.setAttribute("aria-current", "step");
        else step.removeAttribute("aria-current");
      });
    });
  });
})();
