// Lists the visible lines of a page's own part with their places: the words of each block, so that what stands near a place can be told,
// and the prices that are crossed out.
(() => {
  const { clip, seen, pageBox, area, walk, tagOf, textOf, priceRe } = cx;
  const INLINE = /^(inline|contents|ruby)/;
  const blocks = new Map();
  const blockOf = (node) => {
    let at = node.parentElement;
    for (let i = 0; at && i < 20 && at !== document.body && INLINE.test(getComputedStyle(at).display); i += 1) at = at.parentElement;
    return at;
  };
  const words = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(), i = 0; node && i < 6000; node = words.nextNode(), i += 1) {
    if (!/\S/.test(node.nodeValue)) continue;
    const at = blockOf(node);
    if (!at || ["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "OPTION", "SELECT"].includes(at.tagName)) continue;
    if (!blocks.has(at) && (blocks.size >= 700 || !seen(at) || ["header", "nav", "footer"].includes(area(at)))) continue;
    blocks.set(at, `${blocks.get(at) || ""} ${node.nodeValue}`);
  }
  const struck = [];
  for (const el of walk(document.body || document.documentElement)) {
    if (struck.length >= 60) break;
    if (el.children.length > 3 || (el.textContent || "").length > 80 || !priceRe.test(el.textContent || "")) continue;
    const crossed = ["s", "del", "strike"].includes(tagOf(el)) || getComputedStyle(el).textDecorationLine.includes("line-through");
    if (crossed && seen(el) && !struck.some((one) => one.el.contains(el))) struck.push({ el, text: (textOf(el, 80).match(priceRe) || [""])[0], box: pageBox(el) });
  }
  return { lines: [...blocks].map(([el, text]) => ({ text: clip(text, 300), box: pageBox(el) })), struck: struck.map(({ text, box }) => ({ text, box })) };
})()
