// Says how far a page moves sideways at the present width, by really moving it, and which elements stick out.
(() => {
  const { walk, closest, pageBox, seen, selector, textOf, parentOf, tagOf } = cx;
  // Without a viewport rule a phone lays the page out 980 px wide and shrinks it: that is its width then.
  const wide = document.documentElement.clientWidth;
  const before = { x: window.scrollX, y: window.scrollY };
  const root = document.scrollingElement || document.documentElement;
  const smooth = root.style.scrollBehavior;
  root.style.scrollBehavior = "auto";
  window.scrollTo(1e6, before.y);
  const view = window.visualViewport;
  let px = Math.max(window.scrollX, view ? view.pageLeft : 0);
  // A phone that shrinks the page until it fits shows no scrolling, yet the page is wider than its screen.
  const held = [document.documentElement, document.body].some((e) => e && /hidden|clip/.test(getComputedStyle(e).overflowX));
  if (!held && (window.innerWidth > wide + 1 || (view && view.scale < 0.995 && wide <= window.screen.width))) px = Math.max(px, root.scrollWidth - wide);
  if (root.scrollWidth > wide) px = Math.min(px, root.scrollWidth - wide);
  if (px <= 1) px = 0; // rounding of a zoomed page
  window.scrollTo(before.x, before.y);
  root.style.scrollBehavior = smooth;
  const offenders = [];
  if (px > 0) {
    const sticking = [];
    for (const el of walk(document.body)) {
      const box = pageBox(el);
      if (box.width < 2 || box.height < 2 || box.x + box.width <= wide + 1) continue;
      if (getComputedStyle(el).position === "fixed" || !seen(el, { transparent: true })) continue;
      const clipped = closest(parentOf(el) || el, (e) => !["html", "body"].includes(tagOf(e)) && /auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX), 40);
      if (clipped) continue;
      const up = parentOf(el);
      const upBox = up ? pageBox(up) : null;
      if (upBox && up !== document.body && upBox.x + upBox.width >= box.x + box.width - 1 && upBox.width >= box.width) continue;
      sticking.push({ el, box });
      if (sticking.length > 200) break;
    }
    sticking.sort((a, b) => b.box.x + b.box.width - (a.box.x + a.box.width));
    for (const { el, box } of sticking.slice(0, 5)) offenders.push({ selector: selector(el), text: textOf(el, 80), box, detail: `${Math.round(box.x + box.width - wide)} px` });
  }
  return { px: Math.round(px), offenders };
})()
