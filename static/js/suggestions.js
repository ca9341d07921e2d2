// Names that a search may mean, offered while typing; the same for everyone, and asked for once.
const list = document.querySelector("[data-suggestions]");
const box = list && document.querySelector(`[list="${list.id}"]`);

box?.addEventListener(
  "input",
  async () => {
    const answer = await fetch(list.dataset.suggestions);
    if (!answer.ok) return;
    const { suggestions } = await answer.json();
    list.append(...suggestions.map((value) => Object.assign(document.createElement("option"), { value })));
  },
  { once: true },
);
