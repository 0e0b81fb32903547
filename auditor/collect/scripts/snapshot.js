// Reads what a customer could act on: controls, form fields, product cards, layers and the page's own claims about itself.
// Elements are kept in window.__cxSeen by index, so that the walker presses exactly what it weighed.
(() => {
  const LIMIT = 1600;
  const { clip, tagOf, walk, closest, pageBox, seen, textOf, labels, area, selector, priceRe, clickable } = cx;
  const kept = [];
  const controls = [];
  const prices = [];
  const layersSeen = new Map();
  const all = [...walk(document.documentElement)];

  const pointer = (el) => {
    if (["html", "body", "svg", "option", "label"].includes(tagOf(el))) return false;
    if (getComputedStyle(el).cursor !== "pointer") return false;
    const up = cx.parentOf(el);
    return !up || getComputedStyle(up).cursor !== "pointer";
  };
  const inClickable = (el) => closest(cx.parentOf(el) || el, (e) => e !== el && clickable(e), 6);

  // --- prices as printed, with the elements that hold them
  for (const el of all) {
    if (prices.length >= 300) break;
    let own = "";
    for (const node of el.childNodes) if (node.nodeType === 3) own += ` ${node.nodeValue}`;
    let text = clip(own, 80);
    if (!/\d/.test(text)) continue;
    if (!priceRe.test(text)) {
      const whole = el.children.length < 5 ? textOf(el, 60) : "";
      const outer = el.parentElement && el.parentElement.children.length < 6 ? textOf(el.parentElement, 60) : "";
      // Its own digits must be part of the price: "500 g" beside "12,50 €" is none.
      const digits = text.match(/\d+/g);
      const partOf = (said) => { const hit = priceRe.exec(said); return Boolean(hit) && digits.every((d) => hit[0].includes(d)); };
      text = whole.length < 40 && partOf(whole) ? whole : outer.length < 28 && partOf(outer) ? outer : "";
      if (!text) continue;
    }
    if (prices.some((p) => p.el.contains(el) && p.text.length < 40) || !seen(el)) continue;
    const struck = Boolean(closest(el, (e) => ["s", "del", "strike"].includes(tagOf(e)), 4))
      || getComputedStyle(el).textDecorationLine.includes("line-through");
    prices.push({ el, text: clip(text, 60), box: pageBox(el), struck, size: parseFloat(getComputedStyle(el).fontSize) || 0 });
  }

  // --- product cards: the smallest block that holds a price, a picture and something to press
  const pictured = (el) => {
    const image = el.querySelector("img, picture, svg, canvas, [style*='background-image'], [role=img]");
    return Boolean(image) && [...el.querySelectorAll("img, picture, svg, canvas, [style*='background'], [role=img]")].some((i) => {
      const r = i.getBoundingClientRect();
      return r.width >= 40 && r.height >= 40;
    });
  };
  const found = [];
  const cardOf = new Map();
  for (const price of prices) {
    const listed = (e) => {
      const up = cx.parentOf(e);
      if (!up || !(clickable(e) || e.querySelector?.("a, button, [onclick]"))) return false;
      const same = [...up.children].filter((c) => c.tagName === e.tagName && c !== e && priceRe.test((c.textContent || "").slice(0, 2000)) && (clickable(c) || c.querySelector("a, button, [onclick]")));
      return same.length >= 2;
    };
    const pressable = (e) => clickable(e) || e.querySelector("a, button, [role=link], [role=button], [onclick]") || getComputedStyle(e).cursor === "pointer";
    const fits = (e) => {
      if (!e || ["body", "html", "main"].includes(tagOf(e))) return false;
      const r = e.getBoundingClientRect();
      return !(r.width > 1000 && r.height > 700) && ![...e.querySelectorAll("h1")].some((h) => seen(h));
    };
    const block = [closest(price.el, (e) => e.querySelector && pictured(e) && pressable(e), 9), closest(price.el, listed, 7)].find(fits);
    if (!block) continue;
    let card = found.find((c) => c.el === block);
    if (!card) {
      card = { el: block, prices: [], printed: [], box: pageBox(block) };
      found.push(card);
    }
    card.prices.push(price.text);
    card.printed.push(price.el);
  }
  // A range of prices that narrows the list, "10 € – 20 € (3)" or "70 € and above (1)", is no product, and its prices are nobody's.
  const everyPrice = new RegExp(priceRe.source, `${priceRe.flags.replace("g", "")}g`);
  const facet = (el) => {
    const text = textOf(el, 80);
    const hit = priceRe.exec(text);
    return Boolean(hit) && !text.slice(0, hit.index).trim() && !pictured(el) && /^(?:[-–—]|[-–—]?[^\d()]{0,24}\(\d+\))$/.test(text.replace(everyPrice, " ").trim());
  };
  for (const one of found.filter((c) => facet(c.el))) {
    found.splice(found.indexOf(one), 1);
    for (const price of prices.filter((p) => one.el.contains(p.el))) prices.splice(prices.indexOf(price), 1);
  }
  const cards = found.filter((c) => !found.some((o) => o !== c && c.el.contains(o.el)));
  const textsOf = (card, what) => [...card.el.querySelectorAll(what)].map((a) => textOf(a, 120)).filter((t) => t && !priceRe.test(t));
  const linkTexts = cards.map((card) => textsOf(card, "a, button"));
  const times = new Map();
  for (const texts of linkTexts) for (const t of new Set(texts)) times.set(t, (times.get(t) || 0) + 1);
  cards.forEach((card, n) => {
    const heading = card.el.querySelector("h2,h3,h4,h5,h6,[class*=title i],[class*=name i]");
    // A link names where it leads to; a button names a deed, where it does not stand for a link.
    const longest = (texts) => texts.filter((t) => times.get(t) === 1 && t.length > 2).sort((a, b) => b.length - a.length)[0];
    // A name may hold a sum, as of a gift card: then the link that says it is not the one that holds all prices.
    const named = [...card.el.querySelectorAll("a")].filter((a) => card.printed.some((p) => !a.contains(p))).map((a) => textOf(a, 120)).find((t) => priceRe.test(t) && /\p{L}{3}/u.test(t.replace(priceRe, " ")));
    const lines = (card.el.innerText || card.el.textContent || "").split("\n").map((t) => clip(t, 120)).filter((t) => t.length > 2 && !priceRe.test(t) && !((times.get(t) || 0) > 1));
    const alt = card.el.querySelector("img[alt]")?.alt;
    const said = (heading && !priceRe.test(textOf(heading, 120)) && textOf(heading, 120)) || longest(textsOf(card, "a"));
    const plain = (text) => clip(text.replace(priceRe, " "), 120);
    card.name = said ? plain(said) : named || plain(longest(linkTexts[n]) || lines[0] || alt || textOf(card.el, 60));
    card.text = textOf(card.el, 200);
  });
  const cardIndex = (el) => {
    if (cardOf.has(el)) return cardOf.get(el);
    const at = cards.findIndex((c) => c.el === el || c.el.contains(el) || (el.contains(c.el) && pageBox(el).height < c.box.height * 2.2 && el.querySelectorAll("a").length < 6));
    cardOf.set(el, at);
    return at;
  };

  // --- layers: dialogs, drawers, drop-downs and bars that lie over the page
  const layerOf = (el) => {
    const at = closest(el, (e) => {
      if (["body", "html"].includes(tagOf(e))) return false;
      if (tagOf(e) === "dialog" || ["dialog", "alertdialog"].includes(e.getAttribute("role")) || e.getAttribute("aria-modal") === "true") return true;
      const p = getComputedStyle(e).position;
      if (p !== "fixed" && p !== "absolute") return false;
      const r = e.getBoundingClientRect();
      const lifted = p === "fixed" || parseInt(getComputedStyle(e).zIndex, 10) > 0;
      return r.width >= 120 && r.height >= 30 && (lifted || (r.width >= 150 && r.height >= 60 && r.width * r.height < 0.5 * window.innerWidth * window.innerHeight));
    });
    if (!at) return -1;
    if (!layersSeen.has(at)) layersSeen.set(at, layersSeen.size);
    return layersSeen.get(at);
  };

  // A box for a number says so by the keys that it shows on phones, or by a unit beside it.
  const forNumber = (el) => ["numeric", "decimal"].includes(el.inputMode) || /(?:^|[\d\s([/])(?:mm|cm|dm|m²|m2|kg)(?:$|[\s)\]*:.,])/i.test(`${[...(el.labels || [])].map((l) => l.textContent).join(" ")} ${el.placeholder}`);
  // A box for words of one's own, as in a chat: empty, in sight, and for neither a search nor a code of a discount.
  const wantsText = (form) => form.getAttribute("role") !== "search" && [...form.querySelectorAll("input:not([type]),input[type=text]")].some((el) =>
    !el.value && !forNumber(el) && el.checkVisibility?.() && !/search|query|^q$|^s$|haku|s[øo]k|coupon|voucher|discount|promo|code|kood|kod|rabatt|gutschein|alenn|kupon|qty|quant|amount|antal|m[aä][aä]r[aä]|kogus|menge/i.test(`${el.name} ${el.id} ${el.placeholder}`));

  // A form around the page's heading holds the whole page, or the whole product: what lies in it need not belong together.
  const forms = new Map();
  const formAt = (form) => {
    if (!form) return -1;
    if (!forms.has(form)) forms.set(form, [...form.querySelectorAll("h1")].some((h) => seen(h)) ? -1 : forms.size);
    return forms.get(form);
  };

  // Home-made radios belong together by what holds them.
  const groupOf = (el) => {
    const holder = closest(el, (e) => e.getAttribute?.("role") === "radiogroup", 20);
    return holder ? clip(selector(holder), 160) : "";
  };

  const add = (el, kind) => {
    const box = pageBox(el);
    const tag = tagOf(el);
    const said = labels(el);
    const hrefRaw = tag === "a" || tag === "area" ? el.getAttribute("href") : el.getAttribute("data-href") || el.getAttribute("data-url");
    const form = el.form || closest(el, (e) => tagOf(e) === "form", 30);
    let visible = seen(el);
    let byLabel = false;
    // A home-made choice is a button with a role, which a label names as it names an input.
    const role = tag === "input" ? "" : clip(el.getAttribute("role"), 20);
    const choice = ["radio", "checkbox"].includes(tag === "input" ? el.type : role);
    const cut = choice && role && getComputedStyle(el).clip !== "auto";
    if (choice && (cut || (!visible && !role))) {
      const label = el.labels && el.labels[0];
      byLabel = Boolean(label && seen(label));
      visible = byLabel || (!role && seen(el, { transparent: true }) && box.width > 2);
    }
    const klass = typeof el.className === "string" ? el.className : "";
    const inner = el.querySelector?.("[class]");
    const data = [...el.attributes].filter((a) => /^(?:data-|hx-|ng-|x-on|@|v-on|onclick|aria-controls)/.test(a.name)).map((a) => `${a.name} ${a.value}`).join(" ");
    kept.push(byLabel ? el.labels[0] : el);
    controls.push({
      index: kept.length - 1, kind, tag, type: clip(el.getAttribute("type"), 20), role: clip(el.getAttribute("role"), 20),
      ...said,
      label: choice ? clip([...(el.labels || [])].map((l) => textOf(l)).join(" ") || (role ? "" : textOf(cx.parentOf(el) || el, 80)), 160) : "",
      group: role === "radio" ? groupOf(el) : "",
      name: clip(el.getAttribute("name"), 80), id: clip(el.id, 80),
      tokens: clip(`${klass} ${inner && typeof inner.className === "string" && controls.length < 600 ? inner.className : ""} ${el.id} ${el.getAttribute("name") || ""} ${data}`, 300),
      href: clip(tag === "a" && hrefRaw !== null ? el.href : hrefRaw, 600), href_raw: hrefRaw === null ? null : clip(hrefRaw, 300),
      target: clip(el.getAttribute("target"), 20),
      form_action: form ? clip(form.getAttribute("action") === null ? form.getAttribute("hx-post") || form.dataset.action || "" : form.action?.toString?.() || form.getAttribute("action"), 400) : "",
      form_method: form ? clip((form.getAttribute("method") || "get").toLowerCase(), 8) : "", has_form: Boolean(form), form_at: formAt(form),
      form_asks: Boolean(form && (form.querySelector("input[type=email],input[type=tel],input[type=password],input[name*=mail i],textarea") || wantsText(form))),
      form_fields: form ? form.querySelectorAll("input:not([type=hidden]),select,textarea").length : 0,
      box, visible, enabled: !(el.disabled || el.getAttribute("aria-disabled") === "true" || closest(el, (e) => e.hasAttribute?.("inert"), 30)),
      checked: Boolean(el.checked) || ["true"].includes(el.getAttribute("aria-checked") || el.getAttribute("aria-selected") || el.getAttribute("aria-pressed")),
      told: ["aria-checked", "aria-selected", "aria-pressed"].some((name) => el.hasAttribute(name)),
      expanded: el.getAttribute("aria-expanded"), popup: Boolean(el.getAttribute("aria-haspopup")),
      area: area(el), card: cardIndex(el), layer: layerOf(el),
      picture: Boolean(el.querySelector?.("img,svg,picture,i,[class*=icon i]")) || tag === "img",
      font: parseFloat(getComputedStyle(el).fontSize) || 0,
      selector: "",
    });
  };

  for (const el of all) {
    if (controls.length >= LIMIT) break;
    if (clickable(el)) add(el, "control");
    else if (pointer(el) && !inClickable(el)) add(el, "pointer");
    else if (el.tagName.includes("-") && (el.hasAttribute("tabindex") || el.hasAttribute("href"))) add(el, "custom");
  }
  // Covered: what lies in the window but would not get the press, because something else lies over its middle.
  const covered = (el) => {
    const r = el.getBoundingClientRect();
    const x = r.left + r.width / 2, y = r.top + r.height / 2;
    if (x < 0 || y < 0 || x >= window.innerWidth || y >= window.innerHeight) return false;
    let at = document.elementFromPoint(x, y);
    while (at && at.shadowRoot && at.shadowRoot.elementFromPoint(x, y) && at.shadowRoot.elementFromPoint(x, y) !== at) at = at.shadowRoot.elementFromPoint(x, y);
    return Boolean(at) && !closest(at, (e) => e === el, 60) && !el.contains(at) && !(el.labels && [...el.labels].some((l) => l.contains(at)));
  };
  for (const c of controls) if (c.visible) { c.selector = selector(kept[c.index]); c.covered = covered(kept[c.index]); }
  window.__cxSeen = kept;

  for (const p of prices) layerOf(p.el);
  const layers = [...layersSeen.entries()].map(([el, index]) => {
    const style = getComputedStyle(el);
    return {
      index, visible: seen(el), box: pageBox(el), position: style.position, text: textOf(el, 1500), selector: selector(el),
      z: parseInt(style.zIndex, 10) || 0, modal: tagOf(el) === "dialog" || el.getAttribute("aria-modal") === "true" || /dialog/.test(el.getAttribute("role") || ""),
      tokens: clip(`${typeof el.className === "string" ? el.className : ""} ${el.id}`, 160),
    };
  }).filter((l) => l.visible);

  const meta = (name) => clip(document.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.content, 200);
  const claims = [];
  for (const s of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20)) claims.push(clip(s.textContent, 6000));
  const frames = [...document.querySelectorAll("iframe")].map((f) => ({ src: clip(f.src, 300), visible: seen(f), box: pageBox(f) })).slice(0, 20);
  return {
    url: location.href, title: clip(document.title, 200), lang: clip(document.documentElement.lang, 20),
    text: cx.wholeText(20000),
    h1: cx.mainHeadings(all).map((h) => textOf(h, 120)).filter(Boolean).slice(0, 5),
    headings: all.filter((h) => (["h1", "h2", "h3", "legend"].includes(tagOf(h)) || h.getAttribute("role") === "heading") && seen(h)).map((h) => textOf(h, 100)).slice(0, 60),
    og_type: meta("og:type"), generator: meta("generator"), microdata: document.querySelectorAll('[itemtype*="schema.org/Product" i]').length,
    body_class: clip(document.body?.className?.toString?.(), 300), claims,
    controls, layers, frames,
    cards: cards.map((c, index) => ({ index, name: c.name, text: c.text, price: c.prices[0] || "", chooses: Boolean(c.el.querySelector("select, input[type=number], input[type=radio], textarea")), prices: c.prices.slice(0, 4), box: c.box, area: area(c.el) })),
    prices: prices.map((p) => ({ text: p.text, box: p.box, struck: p.struck, size: p.size, card: cards.findIndex((c) => c.el.contains(p.el)), layer: layerOf(p.el), area: area(p.el) })).slice(0, 200),
    view: { width: window.innerWidth, height: window.innerHeight, page_height: document.documentElement.scrollHeight, page_width: document.documentElement.scrollWidth, left: window.visualViewport.pageLeft, top: window.visualViewport.pageTop, scale: window.visualViewport.scale },
    storage: (() => { try { return Object.entries(localStorage).concat(Object.entries(sessionStorage)).map(([k, v]) => `${k}:${String(v).length}`).join("|").slice(0, 2000); } catch { return ""; } })(),
  };
})()
