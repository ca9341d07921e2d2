// A figure opens in a panel below its paragraph; without this its link leads to the same on its own page.
const template = document.querySelector("[data-figure-panel]");
const paper = template && document.querySelector(".paper-words");
// What a panel opens below: the smallest of these around the link, a whole table before its cell.
const WHOLE = ".para, .app-scroll, figure, li, p";

if (paper) {
  let opener = null;

  const close = (focus) => {
    document.getElementById("open-figure")?.remove();
    opener?.setAttribute("aria-expanded", "false");
    if (focus) opener?.focus();
    opener = null;
  };

  const fill = (panel, link, page) => {
    const found = page.getElementById("figure-panel");
    panel.querySelector("h2").textContent = page.querySelector("h1").textContent;
    panel.querySelector("[data-figure-panel-page]").href = link.href;
    for (const inner of found.querySelectorAll("[id]")) inner.id = `panel-${inner.id}`;
    for (const inner of found.querySelectorAll("[aria-labelledby]"))
      inner.setAttribute("aria-labelledby", `panel-${inner.getAttribute("aria-labelledby")}`);
    panel.querySelector("[data-figure-panel-body]").replaceChildren(...found.childNodes);
  };

  const open = async (link) => {
    const answer = await fetch(link.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok || !page.getElementById("figure-panel")) throw new Error("no figure there");
    close(false);
    const panel = template.content.firstElementChild.cloneNode(true);
    fill(panel, link, page);
    (link.closest(".para, .app-scroll, figure") || link.closest(WHOLE)).after(panel);
    opener = link;
    link.setAttribute("aria-expanded", "true");
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  };

  for (const link of paper.querySelectorAll("a.figure")) link.setAttribute("aria-expanded", "false");

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-figure-panel-close]")) return close(true);
    const link = event.target.closest("a.figure");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    if (link === opener) return close(true);
    open(link).catch(() => location.assign(link.href));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opener && event.target.closest("#open-figure, a.figure")) close(true);
  });
}
