/* Gallery, enlargement, turntable and the price that one fault hides. */
"use strict";
(function () {
  const gallery = document.querySelector("[data-gallery]");
  const main = gallery?.querySelector("[data-main]");
  const lightbox = document.querySelector("[data-lightbox]");
  gallery?.querySelectorAll("[data-thumb]").forEach((button) => {
    button.addEventListener("click", () => {
      main.src = button.dataset.thumb;
      main.alt = button.dataset.alt;
      gallery.querySelectorAll("[data-thumb]").forEach((other) => other.removeAttribute("aria-current"));
      button.setAttribute("aria-current", "true");
    });
  });
  if (lightbox) {
    const large = lightbox.querySelector("img");
    gallery.querySelector("[data-zoom]")?.addEventListener("click", () => {
      large.src = main.src;
      large.alt = main.alt;
      lightbox.showModal();
    });
    lightbox.addEventListener("click", (event) => {
      if (event.target === lightbox || event.target.closest("[data-close-lightbox]")) lightbox.close();
    });
  }
  const spin = document.querySelector("#spin");
  spin?.addEventListener("input", () => {
    // A drawing has no back: it sways instead of showing its edge.
    const sway = Math.sin((Number(spin.value) * Math.PI) / 180) * 42;
    document.querySelector(".spin-stage img").style.transform = "rotateY(" + sway + "deg)";
    spin.setAttribute("aria-valuetext", spin.value + " astetta");
  });
  const hidden = document.querySelector("[data-show-price]");
  hidden?.addEventListener("click", () => {
    const cents = Number(hidden.dataset.showPrice);
    hidden.replaceWith(new Intl.NumberFormat("fi-FI", { style: "currency", currency: "EUR" }).format(cents / 100));
  });
})();
