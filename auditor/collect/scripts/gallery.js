// Reads the pictures of the product that a page sells: those in the block around its largest picture, not those of lists.
// The block grows from the picture outwards as long as it holds neither the main heading nor the button that buys.
(() => {
  const { clip, tagOf, walk, closest, pageBox, seen, area, selector, priceRe } = cx;
  const ask = window.__cxGallery || { cards: [], videoHosts: [], spin: [], customers: [] };
  const all = [...walk(document.documentElement)];
  const inCard = (el) => {
    const b = pageBox(el);
    const x = b.x + b.width / 2, y = b.y + b.height / 2;
    return ask.cards.some((c) => x >= c.x && x <= c.x + c.width && y >= c.y && y <= c.y + c.height);
  };
  const goal = window.__cxGoal && window.__cxGoal.isConnected ? window.__cxGoal : null;
  const h1 = cx.mainHeadings(all)[0] || null;
  const floor = goal ? goal.getBoundingClientRect().bottom + window.scrollY + 400 : 1500;
  const outside = (el) => ["header", "footer", "nav"].includes(area(el));
  const small = (p) => p.box.width < 140 || p.box.height < 140;
  // A small picture is the product's where its text is the product's name.
  const named = (el) => Boolean(h1) && h1.textContent.trim().length > 2 && el.getBoundingClientRect().width >= 60 && (el.alt || "").includes(h1.textContent.trim());
  const large = all.filter((el) => tagOf(el) === "img" && seen(el) && !outside(el) && !inCard(el)).map((el) => ({ el, box: pageBox(el) }))
    .filter((p) => (small(p) ? named(p.el) : true) && p.box.y < floor).sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
  const main = large.length ? large[0].el : null;

  const holds = (el) => (h1 && el.contains(h1)) || (goal && el.contains(goal));
  const parts = [];
  if (main) {
    let at = main;
    for (let up = at.parentElement, i = 0; up && i < 14 && !["body", "main", "html"].includes(tagOf(up)) && !holds(up); up = up.parentElement, i += 1) at = up;
    parts.push(at);
    const own = pageBox(at);
    for (const other of at.parentElement ? at.parentElement.children : []) {
      if (other === at || holds(other) || !other.querySelector("img") || priceRe.test((other.textContent || "").slice(0, 3000))) continue;
      const b = pageBox(other);
      if (b.y < own.y + own.height + 250 && b.y + b.height > own.y - 250 && b.x < own.x + own.width && b.x + b.width > own.x - 160) parts.push(other);
    }
  }
  const FILE = /\.(jpe?g|png|webp|avif|gif)(\?|$)/i;
  const absolute = (raw) => { try { return new URL(raw, document.baseURI).href; } catch { return ""; } };
  const widest = (srcset) => Math.max(0, ...(srcset || "").split(",").map((one) => parseInt((one.trim().match(/\s(\d+)w$/) || [])[1] || "0", 10)));
  const pictures = [];
  const files = new Set();
  for (const part of parts) for (const el of walk(part)) {
    if (pictures.length >= 60) break;
    const tag = tagOf(el);
    if (tag === "a" && FILE.test(el.getAttribute("href") || "")) files.add(absolute(el.getAttribute("href")));
    for (const name of ["data-zoom-image", "data-large_image", "data-large", "data-zoom", "data-full", "data-image-large-src"]) {
      const value = el.getAttribute(name);
      if (value && FILE.test(value)) files.add(absolute(value));
    }
    if (tag !== "img") continue;
    const lazy = ["data-src", "data-lazy", "data-lazy-src", "data-original"].map((n) => el.getAttribute(n)).find(Boolean);
    const source = el.currentSrc && !el.currentSrc.startsWith("data:") ? el.currentSrc : lazy ? absolute(lazy) : el.getAttribute("src") ? el.src : "";
    if (!source || source.startsWith("data:")) continue;
    const r = el.getBoundingClientRect();
    const waits = Boolean(lazy) || el.loading === "lazy";
    if (r.width > 0 ? r.width < 24 || r.height < 24 : !(el.naturalWidth >= 60 || waits)) continue;
    pictures.push({
      src: clip(source, 400), alt: el.hasAttribute("alt") ? clip(el.getAttribute("alt"), 200) : null, width: Math.round(r.width), height: Math.round(r.height),
      natural_width: Math.max(el.naturalWidth || 0, widest(el.getAttribute("srcset")), ...[...(el.parentElement && tagOf(el.parentElement) === "picture" ? el.parentElement.querySelectorAll("source") : [])].map((s) => widest(s.getAttribute("srcset")))),
      visible: seen(el), area: "main", broken: el.complete && !el.naturalWidth && Boolean(el.currentSrc),
    });
  }
  const films = all.filter((el) => !outside(el) && !inCard(el) && (
    (tagOf(el) === "video" && (el.controls || !el.autoplay) && (seen(el) || parts.some((p) => p.contains(el))))
    || (tagOf(el) === "iframe" && ask.videoHosts.some((host) => { try { const h = new URL(el.src || el.dataset.src || "", document.baseURI).hostname; return h === host || h.endsWith(`.${host}`); } catch { return false; } }))));
  const turns = all.filter((el) => !outside(el) && ask.spin.some((s) => el.matches(s)));
  // The picture in a card of other goods leads to them; customers' own pictures lead to no other page.
  const page = (to) => { const url = new URL(to); return url.pathname + url.search; };
  const leadsOn = (el) => {
    const link = closest(el, (e) => tagOf(e) === "a" && Boolean(e.getAttribute("href")), 6);
    const to = link && absolute(link.getAttribute("href"));
    return Boolean(to && /^http/.test(to) && !FILE.test(to) && page(to) !== page(location.href));
  };
  const customers = all.filter((el) => tagOf(el) === "img" && ask.customers.some((s) => el.matches(s)) && !inCard(el) && !leadsOn(el) && !parts.some((p) => p.contains(el)) && el.getBoundingClientRect().width >= 60);
  window.__cxMain = main && (closest(main, (e) => ["a", "button"].includes(tagOf(e)) || e.getAttribute("role") === "button", 4) || main);
  window.__cxMainImage = main;
  const measuring = Promise.all([...files].slice(0, 2).map((src) => new Promise((done) => {
    const image = new Image();
    image.onload = () => done({ src: clip(src, 400), width: image.naturalWidth });
    image.onerror = () => done({ src: clip(src, 400), width: 0 });
    setTimeout(() => done({ src: clip(src, 400), width: 0 }), 3000);
    image.src = src;
  })));
  return measuring.then((measured) => ({
    main: main ? selector(main) : "", pictures, files: [...files].slice(0, 40).map((s) => clip(s, 400)), measured,
    video: films.length ? clip(films[0].currentSrc || films[0].src || selector(films[0]), 200) : "", spin: turns.length ? selector(turns[0]) : "",
    customers: Math.min(customers.length, 99),
  }));
})()
