// Reads how a control looks: the contrast of its label, and whether it is painted as a button. It changes nothing.
(el) => {
  const up = (node) => node.assignedSlot || node.parentElement || (node.getRootNode() || {}).host || null;
  const rgba = (text) => {
    const found = /rgba?\(([^)]+)\)/.exec(text || "");
    if (!found) return null;
    const [r, g, b, a] = found[1].split(/[\s,/]+/).filter(Boolean).map(parseFloat);
    return { r, g, b, a: a === undefined ? 1 : a };
  };
  const over = (top, under) => ({ r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a), b: top.b * top.a + under.b * (1 - top.a), a: 1 });
  // What lies behind an element: the colours of all above it, until one lets nothing through; null for a picture.
  const behind = (start) => {
    const coats = [];
    for (let at = start, i = 0; at && i < 60; at = up(at), i += 1) {
      const style = getComputedStyle(at);
      if (style.backgroundImage && style.backgroundImage !== "none") return null;
      const colour = rgba(style.backgroundColor);
      if (!colour) return null;
      if (colour.a > 0) coats.push(colour);
      if (colour.a === 1) break;
    }
    return coats.reverse().reduce((under, coat) => over(coat, under), { r: 255, g: 255, b: 255, a: 1 });
  };
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (one, two) => { const [low, high] = [light(one), light(two)].sort((a, b) => a - b); return (high + 0.05) / (low + 0.05); };
  const words = [el, ...el.querySelectorAll("*")].find((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.nodeValue.trim())) || el;
  const ground = behind(words);
  const ink = rgba(getComputedStyle(words).color);
  const style = getComputedStyle(el);
  const own = rgba(style.backgroundColor);
  const around = up(el) ? behind(up(el)) : null;
  const painted = (style.backgroundImage && style.backgroundImage !== "none") || (own && own.a > 0.1 && around && ratio(over(own, around), around) > 1.05);
  const framed = ["Top", "Left"].every((side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none" && (rgba(style[`border${side}Color`]) || { a: 0 }).a > 0.2);
  return { contrast: ground && ink ? Math.round(ratio(over(ink, ground), ground) * 100) / 100 : null, filled: Boolean(painted || framed) };
}
