// What every page must be for whoever does not see it, sees it dimly, or has no mouse. Run in the page; answers one line for each rule that is broken.
() => {
  "use strict";
  const broken = [];
  const say = (element, words) => broken.push(`${path(element)}: ${words}`);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  function path(element) {
    const parts = [];
    for (let e = element; e && e !== document.documentElement && parts.length < 4; e = e.parentElement) {
      parts.unshift(e.localName + (e.id ? "#" + e.id : e.classList.length ? "." + [...e.classList].join(".") : ""));
    }
    const words = (element.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return parts.join(" > ") + (words ? ` "${words}"` : "");
  }

  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1 && box.height > 1;
  };

  // Names, as a reader of screens would say them; enough of the standard's rules for what we write.
  function name(element) {
    const named = (element.getAttribute("aria-labelledby") || "")
      .split(/\s+/)
      .map((id) => id && document.getElementById(id)?.textContent)
      .filter(Boolean)
      .join(" ");
    if (named.trim()) {
      return named.trim();
    }
    const label = (element.getAttribute("aria-label") || "").trim();
    if (label) {
      return label;
    }
    if (element.matches("input, select, textarea, meter, progress, output")) {
      const labels = [...(element.labels || [])].map((l) => l.textContent).join(" ").trim();
      const value = element.matches("input[type=submit], input[type=button]") ? element.value : "";
      return labels || value || (element.title || "").trim();
    }
    if (element.matches("img")) {
      return (element.getAttribute("alt") || "").trim();
    }
    if (element.matches("svg")) {
      return (element.querySelector(":scope > title")?.textContent || "").trim();
    }
    const own = [...element.childNodes]
      .map((node) => {
        if (node.nodeType === Node.TEXT_NODE) {
          return node.textContent;
        }
        return node.nodeType === Node.ELEMENT_NODE && node.getAttribute("aria-hidden") !== "true" ? name(node) : "";
      })
      .join(" ");
    return own.trim() || (element.title || "").trim();
  }

  // The document.
  if (!document.documentElement.lang) {
    broken.push("html: says no language");
  }
  if (!document.title.trim()) {
    broken.push("title: is empty");
  }
  const viewport = document.querySelector("meta[name=viewport]")?.content || "";
  if (!viewport || /user-scalable\s*=\s*no|maximum-scale/.test(viewport)) {
    broken.push("viewport: is missing, or forbids to enlarge");
  }

  // Headings: one of the first rank, none skipped, none empty.
  const headings = all("h1, h2, h3, h4, h5, h6").filter((h) => h.checkVisibility());
  if (headings.filter((h) => h.localName === "h1").length !== 1) {
    broken.push(`headings: ${headings.filter((h) => h.localName === "h1").length} of the first rank`);
  }
  headings.forEach((h, i) => {
    const rank = Number(h.localName[1]);
    const before = i === 0 ? 0 : Number(headings[i - 1].localName[1]);
    if (rank > before + 1) {
      say(h, `a heading of rank ${rank} after one of rank ${before}`);
    }
    if (!name(h)) {
      say(h, "a heading without words");
    }
  });

  // Landmarks: one main, everything within one, those of a kind told apart.
  if (all("main").length !== 1) {
    broken.push(`landmarks: ${all("main").length} main`);
  }
  for (const kind of ["nav", "aside", "form[role=search], search"]) {
    const several = all(kind).filter((e) => e.checkVisibility());
    const names = several.map((e) => e.getAttribute("aria-label") || e.getAttribute("aria-labelledby") || "");
    if (several.length > 1 && new Set(names).size < several.length) {
      say(several[1], "cannot be told apart from another landmark of its kind");
    }
  }
  const landmark = "main, header, nav, footer, aside, [role=status], [role=alert], .skip";
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (words.nextNode()) {
    const node = words.currentNode;
    const holder = node.parentElement;
    if (node.textContent.trim() && !holder.closest("script, style, noscript, template") && shown(holder)) {
      texts.push(node);
      if (!holder.closest(landmark)) {
        say(holder, "text outside of every landmark");
      }
    }
  }

  // Names of what can be used, and of pictures.
  for (const e of all("a[href], button, summary, input:not([type=hidden]), select, textarea, [role=button], [role=link], [role=tab], iframe, meter, progress")) {
    if (e.checkVisibility() && !name(e)) {
      say(e, "has no name");
    }
  }
  for (const e of all("img")) {
    if (!e.hasAttribute("alt")) {
      say(e, "a picture without alt");
    }
  }
  for (const e of all("svg")) {
    if (!e.closest("[aria-hidden=true]") && !name(e)) {
      say(e, "a drawing that is neither named nor hidden");
    }
  }
  for (const e of all("a[href] a, a[href] button, button a, button button, summary a, summary button, label a, label button")) {
    say(e, "something to use within something to use");
  }

  // What refers to something else.
  const ids = all("[id]").map((e) => e.id);
  ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => broken.push(`id ${id}: is there twice`));
  for (const attribute of ["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"]) {
    for (const e of all(`[${attribute}]`)) {
      for (const id of e.getAttribute(attribute).split(/\s+/).filter(Boolean)) {
        if (!document.getElementById(id)) {
          say(e, `${attribute} names ${id}, which is not there`);
        }
      }
    }
  }
  for (const e of all("[tabindex]")) {
    if (Number(e.getAttribute("tabindex")) > 0) {
      say(e, "is reached out of its order");
    }
  }
  for (const e of all("[autofocus]")) {
    if (all("input:not([type=hidden]), select, textarea").length > 1) {
      say(e, "takes the focus by itself although there is more to fill in");
    }
  }
  for (const e of all("[aria-hidden=true] a[href], [aria-hidden=true] button, [aria-hidden=true] input")) {
    say(e, "can be used but is hidden from readers of screens");
  }

  // Shape of lists and tables.
  for (const e of all("ul, ol")) {
    const odd = [...e.children].find((c) => !c.matches("li, script, template"));
    if (odd) {
      say(odd, "in a list but no entry of it");
    }
  }
  for (const e of all("table")) {
    if (!e.querySelector("th")) {
      say(e, "a table without headers");
    }
    if (!e.caption && !e.getAttribute("aria-label") && !e.getAttribute("aria-labelledby")) {
      say(e, "a table without a name");
    }
  }
  for (const e of all("details")) {
    if (!e.querySelector(":scope > summary")) {
      say(e, "opens but says not what");
    }
  }
  for (const e of all("*")) {
    if (e.hasAttribute("style") && !e.closest("svg")) {
      say(e, "a style of its own, which the policy forbids");
    }
    const handler = [...e.attributes].find((a) => /^on/.test(a.name));
    if (handler) {
      say(e, `${handler.name}, which the policy forbids`);
    }
  }

  // Contrast of text, as WCAG 2 reckons it: 4.5, for large text 3.
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const known = new Map();
  function colour(css) {
    if (!known.has(css)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = css;
      pen.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
      known.set(css, [r, g, b, a / 255]);
    }
    return known.get(css);
  }
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  function ground(element) {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      if (style.backgroundImage !== "none") {
        return null;
      }
      const c = colour(style.backgroundColor);
      if (c[3] > 0) {
        layers.push(c);
      }
      if (c[3] === 1) {
        break;
      }
    }
    const page = matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18, 1] : [255, 255, 255, 1];
    return layers.reverse().reduce((below, above) => over(above, below), page);
  }
  const light = ([r, g, b]) => {
    const part = (v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const seen = new Set();
  for (const node of texts) {
    const e = node.parentElement;
    if (seen.has(e) || e.matches(":disabled, option")) {
      continue;
    }
    seen.add(e);
    const below = ground(e);
    if (!below) {
      continue;
    }
    const style = getComputedStyle(e);
    let text = colour(e.closest("svg") ? style.fill : style.color).slice();
    for (let p = e; p; p = p.parentElement) {
      text[3] *= Number(getComputedStyle(p).opacity);
    }
    const front = light(over(text, below));
    const back = light(below);
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5) - 0.01) {
      say(e, `contrast ${ratio.toFixed(2)}`);
    }
  }

  // Room for a finger: 24 pixels each way, unless it stands in a line of text.
  for (const e of all("button, input:not([type=hidden], [type=checkbox], [type=radio]), select, summary, nav a")) {
    if (shown(e) && getComputedStyle(e).position !== "absolute") {
      const box = e.getBoundingClientRect();
      if (box.width < 23.5 || box.height < 23.5) {
        say(e, `only ${Math.round(box.width)} by ${Math.round(box.height)} pixels to press`);
      }
    }
  }

  // Where one is, is in sight.
  for (const e of all("nav a[aria-current=page]")) {
    const box = e.getBoundingClientRect();
    if (box.left < -1 || box.right > document.documentElement.clientWidth + 1) {
      say(e, "names this page, but out of sight");
    }
  }

  // Nothing is wider than the window: who enlarges must not have to push the page about.
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > room + 1) {
    const wide = all("body *").filter((e) => shown(e) && e.getBoundingClientRect().right > room + 1);
    const inner = wide.filter((e) => !wide.some((o) => o !== e && e.contains(o)));
    broken.push(`page: ${document.documentElement.scrollWidth} pixels wide in a window of ${room}`);
    inner.slice(0, 3).forEach((e) => say(e, "reaches beyond the window"));
  }
  return broken;
}
