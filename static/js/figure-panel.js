// A figure opens in a panel over the paper; without this its link leads to the same on its own page.
const panel = document.querySelector("[data-figure-panel]");
const paper = panel && document.querySelector(".paper-words");

if (panel?.showModal && paper) {
  const body = panel.querySelector("[data-figure-panel-body]");
  const heading = panel.querySelector("h2");
  const whole = panel.querySelector("[data-figure-panel-page]");

  const open = async (link) => {
    const answer = await fetch(link.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById("figure-panel");
    if (!answer.ok || !found) throw new Error("no figure there");
    heading.textContent = page.querySelector("h1").textContent;
    whole.href = link.href;
    for (const inner of found.querySelectorAll("[id]")) inner.id = `panel-${inner.id}`;
    for (const inner of found.querySelectorAll("[aria-labelledby]"))
      inner.setAttribute("aria-labelledby", `panel-${inner.getAttribute("aria-labelledby")}`);
    body.replaceChildren(...found.childNodes);
    panel.showModal();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.figure");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(link).catch(() => location.assign(link.href));
  });
  panel.addEventListener("click", (event) => {
    const inside = event.target.closest("a[href*='#']");
    if (event.target === panel || event.target.closest("[data-figure-panel-close]") || inside) panel.close();
  });
}
