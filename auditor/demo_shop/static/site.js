/* Menu, search suggestions, chat, cookies and wish list. Everything works without it, only less smoothly. */
"use strict";
(function () {
  const one = (selector, root) => (root || document).querySelector(selector);
  const all = (selector, root) => [...(root || document).querySelectorAll(selector)];

  const menuButton = one(".menu-button");
  const menu = one("#valikko");
  if (menuButton && menu) {
    menuButton.addEventListener("click", () => {
      const open = menu.classList.toggle("is-open");
      menuButton.setAttribute("aria-expanded", String(open));
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.classList.contains("is-open")) {
        menu.classList.remove("is-open");
        menuButton.setAttribute("aria-expanded", "false");
        menuButton.focus();
      }
    });
  }

  const filters = one("[data-filters]");
  if (filters && window.matchMedia("(min-width: 901px)").matches) filters.open = true;

  const field = one("#haku");
  const list = one("#ehdotukset");
  if (field && list) {
    let timer = 0;
    let chosen = -1;
    const close = () => {
      list.hidden = true;
      chosen = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    };
    const show = (rows) => {
      list.replaceChildren(
        ...rows.map((row, index) => {
          const item = document.createElement("li");
          item.id = "ehdotus-" + index;
          item.role = "option";
          item.dataset.path = row.path;
          item.setAttribute("aria-selected", "false");
          const price = document.createElement("span");
          price.textContent = row.price;
          item.append(row.name, price);
          return item;
        }),
      );
      chosen = -1;
      list.hidden = rows.length === 0;
      field.setAttribute("aria-expanded", String(rows.length > 0));
    };
    field.addEventListener("input", () => {
      clearTimeout(timer);
      const query = field.value.trim();
      if (query.length < 2) return close();
      timer = setTimeout(() => {
        fetch("/haku/ehdotukset?q=" + encodeURIComponent(query))
          .then((answer) => answer.json())
          .then(show)
          .catch(close);
      }, 120);
    });
    field.addEventListener("keydown", (event) => {
      const items = all("li", list);
      if (event.key === "Escape") return close();
      if (list.hidden || !items.length) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length;
        items.forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
        field.setAttribute("aria-activedescendant", items[chosen].id);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        location.href = items[chosen].dataset.path;
      }
    });
    list.addEventListener("mousedown", (event) => {
      const item = event.target.closest("li");
      if (item) location.href = item.dataset.path;
    });
    field.addEventListener("blur", close);
  }

  const chat = one("#chat");
  if (chat) {
    const openers = all("[data-open-chat]");
    const set = (open) => {
      chat.hidden = !open;
      openers.forEach((button) => button.setAttribute("aria-expanded", String(open)));
      (open ? one("input", chat) : openers[0]).focus();
    };
    openers.forEach((button) => button.addEventListener("click", () => set(chat.hidden)));
    one("[data-close-chat]", chat).addEventListener("click", () => set(false));
    chat.addEventListener("keydown", (event) => event.key === "Escape" && set(false));
    one("form", chat).addEventListener("submit", (event) => {
      event.preventDefault();
      const input = one("input", chat);
      if (!input.value.trim()) return;
      const line = document.createElement("p");
      line.className = "chat-line own";
      line.textContent = input.value;
      one(".chat-log", chat).append(line);
      fetch("/viesti/chat", { method: "POST", body: new URLSearchParams({ viesti: input.value }) });
      input.value = "";
    });
  }

  const banner = one("[data-consent-banner]");
  if (banner) {
    const remember = (choice) => {
      document.cookie = "kk_suostumus=" + choice + "; path=/; max-age=15552000; samesite=lax";
      document.body.dataset.consent = choice;
      banner.hidden = true;
      if (choice === "kaikki" && !one('script[src="/analytics.js"]')) {
        const script = document.createElement("script");
        script.src = "/analytics.js";
        document.head.append(script);
      }
      if (choice !== "kaikki" && document.cookie.includes("_ga=")) {
        document.cookie = "_ga=; path=/; max-age=0";
        location.reload();
      }
    };
    all("[data-choice]", banner).forEach((button) =>
      button.addEventListener("click", (event) => {
        event.preventDefault();
        remember(button.dataset.choice);
      }),
    );
    const layer = one("[data-open-layer]", banner);
    if (layer) layer.addEventListener("click", () => (one(".consent-layer", banner).hidden = false));
    all("[data-open-consent]").forEach((button) =>
      button.addEventListener("click", () => {
        banner.hidden = false;
        one("button", banner).focus();
      }),
    );
  }

  all(".heart-form").forEach((form) =>
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = one("button", form);
      fetch(form.getAttribute("action"), {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { "X-Requested-With": "fetch" },
      })
        .then((answer) => (answer.redirected ? (location.href = answer.url) : answer.text()))
        .then((text) => {
          if (text !== "0" && text !== "1") return;
          button.setAttribute("aria-pressed", String(text === "1"));
          const announce = one("[data-announce]");
          announce.textContent = text === "1" ? "Lisätty toivelistaan" : "Poistettu toivelistasta";
        });
    }),
  );
})();
