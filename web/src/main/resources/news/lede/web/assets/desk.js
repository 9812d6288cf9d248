// Keeps a page current: the server says that it would look another way, and the page is asked for again.
// Without this script every page works; one has to reload it oneself.
(() => {
  "use strict";
  // What a sentence rests on covers the lines below it; Escape takes it away.
  document.addEventListener("keydown", (event) => {
    const at = document.activeElement;
    if (event.key === "Escape" && at && at.closest(".said")) {
      at.blur();
    }
  });
  // On a narrow screen the navigation is wider than the screen.
  document.querySelector("nav a[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  const main = document.getElementById("main");
  const note = document.getElementById("news-here");
  if (!main || !main.dataset.live || !window.EventSource) {
    return;
  }

  const busy = () => {
    const at = document.activeElement;
    return (main.contains(at) && /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName)) || !window.getSelection().isCollapsed;
  };

  const opened = (root) =>
    new Set([...root.querySelectorAll("details[open][id]")].map((one) => one.id));

  const show = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) {
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("main");
    if (!fresh) {
      return;
    }
    const open = opened(main);
    const focused = document.activeElement && main.contains(document.activeElement) ? document.activeElement.id : "";
    fresh.querySelectorAll("details[id]").forEach((one) => one.toggleAttribute("open", one.open || open.has(one.id)));
    main.replaceChildren(...fresh.childNodes);
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
    note.replaceChildren();
  };

  const offer = () => {
    if (note.firstChild) {
      return;
    }
    const button = document.createElement("button");
    button.textContent = "There is something new. Show it";
    button.addEventListener("click", () => show());
    note.append(button);
  };

  let stream = null;
  const listen = () => {
    stream = new EventSource(main.dataset.live);
    stream.addEventListener("changed", () => (busy() ? offer() : show().catch(() => {})));
  };
  // A page nobody looks at needs no line of its own; browsers hold few to one server.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (!stream) {
      show().catch(() => {});
      listen();
    }
  });
  if (!document.hidden) {
    listen();
  }
})();
