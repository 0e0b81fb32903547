// Reads what a home page says about the shop as a whole: its names, languages, currency, and the marks of its platform.
(() => {
  const { clip } = cx;
  const meta = (name) => clip(document.querySelector(`meta[property="${name}" i],meta[name="${name}" i]`)?.content, 200);
  const data = [];
  for (const s of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20)) data.push((s.textContent || "").slice(0, 60000));
  const hosts = [...new Set([...document.querySelectorAll("script[src],link[href],img[src]")].map((e) => e.src || e.href).filter(Boolean))].slice(0, 300);
  return {
    site_name: meta("og:site_name"), application: meta("application-name"), title: clip(document.title, 200), lang: clip(document.documentElement.lang, 20),
    currency: meta("og:price:currency") || meta("product:price:currency") || clip(document.querySelector("[itemprop=priceCurrency]")?.getAttribute("content"), 3),
    generator: meta("generator"), hreflangs: [...document.querySelectorAll("link[rel~=alternate][hreflang]")].map((l) => clip(l.hreflang, 12)).slice(0, 40),
    data, addresses: hosts.map((h) => clip(h, 300)), logo: clip(document.querySelector("header img[alt], a[href='/'] img[alt]")?.alt, 100),
    text: cx.wholeText(12000),
  };
})()
