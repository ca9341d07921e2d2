// A long list of boxes to tick is narrowed to those whose label has every word that is typed. What is
// ticked stays in sight, and nothing that is typed here is sent.
for (const [place, list] of document.querySelectorAll("[data-many-choices]").entries()) narrow(list, place);

function narrow(list, place) {
  const items = [...list.querySelectorAll(".govuk-checkboxes__item")];
  const box = Object.assign(document.createElement("input"), {
    type: "search",
    id: `choice-filter-${place}`,
    className: "govuk-input govuk-input--width-20",
    autocomplete: "off",
  });
  const label = Object.assign(document.createElement("label"), {
    className: "govuk-label",
    htmlFor: box.id,
    textContent: `Search these ${items.length}`,
  });
  const status = Object.assign(document.createElement("p"), { className: "govuk-body-s app-many__status" });
  status.setAttribute("role", "status");
  const search = Object.assign(document.createElement("div"), { className: "app-many__search" });
  search.append(label, box, status);
  list.before(search);

  box.addEventListener("input", (event) => {
    event.stopPropagation();
    show();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  list.addEventListener("change", show);
  show();

  function show() {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const item of items) {
      const text = plain(item.textContent);
      const matches = words.every((word) => text.includes(word));
      found += matches;
      item.hidden = !matches && !item.querySelector("input").checked;
    }
    const selected = items.filter((item) => item.querySelector("input").checked).length;
    status.textContent = `${words.length ? `${found} found, ` : ""}${selected} selected`;
  }
}

function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
