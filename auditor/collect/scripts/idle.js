// Tells for how many milliseconds a page has rested; 0 while it says that more is to come.
// Where such a mark stays longer than `limit` milliseconds the shop forgot it, and nobody is held up twice.
(limit) => {
  const quiet = window.__cxQuiet;
  if (document.readyState === "loading") return 0;
  if (!quiet) return 1e6;
  // A page on which nothing stands is drawn by a script that is still to come.
  const drawn = document.querySelector("img, svg, video, canvas, iframe, input, button");
  if (!drawn && document.body && !document.body.innerText.trim()) return 0;
  // Blocks in the window that hold nothing and shimmer without end stand for what is still to come. Rings that pulse round
  // a button lie over it, and what shows a picture is an ornament.
  const placeholder = (el) => {
    const r = el.getBoundingClientRect();
    const style = getComputedStyle(el);
    return r.width >= 40 && r.height >= 8 && r.bottom > 0 && r.top < window.innerHeight && r.right > 0 && r.left < window.innerWidth
      && ["static", "relative"].includes(style.position) && !style.backgroundImage.includes("url(") && el.checkVisibility()
      && !/[\p{L}\p{N}]/u.test(el.textContent) && !el.querySelector("img, video, canvas, iframe, input, button, a");
  };
  const endless = document.getAnimations().filter((a) => a.playState === "running" && a.effect?.target && a.effect.getTiming().iterations === Infinity);
  const shimmering = [...new Set(endless.map((a) => a.effect.target))].filter(placeholder);
  const busy = [...document.querySelectorAll("[aria-busy=true]")].filter((el) => el.checkVisibility()).concat(shimmering);
  const now = performance.now();
  for (const el of quiet.busy.keys()) if (!busy.includes(el)) quiet.busy.delete(el);
  for (const el of busy) if (!quiet.busy.has(el)) quiet.busy.set(el, now);
  return busy.some((el) => now - quiet.busy.get(el) < limit) ? 0 : now - quiet.last;
}
