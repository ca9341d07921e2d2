// Keeps an opened paper for reading without a network, and says what this device keeps.
const WORKER = "/offline.js";
const place = document.querySelector("[data-offline]");
const list = document.querySelector("[data-offline-list]");

const ask = async (asked) => {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    active.postMessage(asked, [port2]);
  });
};
const day = (moment) => new Date(moment).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
const assets = () => {
  const found = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon]")].map((one) => one.href);
  for (const one of document.querySelectorAll("script[src]")) found.push(one.src, ...(one.dataset.govuk ? [one.dataset.govuk] : []));
  return found.map((one) => new URL(one, location.href).pathname);
};

const offer = () => {
  const [said, whole, drop] = ["state", "keep", "drop"].map((one) => place.querySelector(`[data-offline-${one}]`));
  const path = location.pathname;
  const show = (state) => {
    const kept = Boolean(state?.held);
    said.textContent = kept ? `This device keeps this paper for reading offline, as it was on ${day(state.on)}.` : "This device does not keep this paper.";
    drop.hidden = !kept;
  };
  const keep = async (files) => show(await ask({ ask: "keep", path, assets: assets(), files }));

  place.hidden = false;
  whole.addEventListener("click", async () => {
    said.textContent = "It is being kept …";
    const figures = [...document.querySelectorAll(".paper a.figure")].map((one) => new URL(one.href).pathname);
    await keep([...new Set([...place.dataset.files.split(" ").filter(Boolean), ...figures])]);
    said.textContent += " Its PDF and the pages of its figures are kept too.";
  });
  drop.addEventListener("click", async () => {
    show(await ask({ ask: "drop", paper: place.dataset.offline }));
    whole.focus();
  });
  if (navigator.onLine) keep([]);
  else ask({ ask: "state", path }).then(show);
};

const told = async () => {
  const kept = ((await ask({ ask: "list" })) || []).filter((one) => one.held);
  list.replaceChildren(
    ...kept.map((one) => {
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.className = "govuk-link";
      link.href = one.paper;
      link.textContent = one.title || one.paper;
      const drop = document.createElement("button");
      drop.type = "button";
      drop.className = "govuk-button govuk-button--secondary app-small-button";
      drop.textContent = `Remove “${link.textContent}” from this device`;
      drop.addEventListener("click", () => ask({ ask: "drop", paper: one.paper }).then(told));
      row.append(link, `, kept on ${day(one.on)} `, drop);
      return row;
    }),
  );
  document.querySelector("[data-offline-said]").textContent = kept.length ? `This device keeps ${kept.length} of the papers that were opened on it.` : "This device keeps no paper. Open one, and it is kept.";
};

if (navigator.serviceWorker) {
  navigator.serviceWorker
    .register(WORKER, { scope: "/" })
    .then(() => (place ? offer() : list && told()))
    .catch(() => null);
}
