// Keeps a copy of a report on this device when its reader asks, and lists the copies. Nothing is kept
// and no worker is registered before that.
const WORKER = "/offline.js";
const PAPER = "candour-paper:";
const place = document.querySelector("[data-offline]");
const list = document.querySelector("[data-offline-list]");

const hasCopies = async () => (await caches.keys()).some((one) => one.startsWith(PAPER));
const ask = async (asked) => {
  await navigator.serviceWorker.register(WORKER, { scope: "/" });
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
  for (const one of document.querySelectorAll("img.app-masthead__mark")) found.push(one.src);
  return found.map((one) => new URL(one, location.href).pathname);
};
// What stands on lines of its own is parted by signs, as the notes were typed.
const linesOf = (one) => [...one.childNodes].map((node) => (node.nodeName === "BR" ? "\n" : node.textContent)).join("");
// The reader's own notes as the page prints them; null for a reader who is not signed in.
const ownNotes = () => {
  if (!document.querySelector("[data-own-notes]")) return null;
  return [...document.querySelectorAll("[data-note]")].map((one) => ({
    anchor: one.dataset.note,
    where: one.querySelector("[data-note-where]").textContent.trim(),
    words: linesOf(one.querySelector("[data-note-words]")),
  }));
};
const notesKept = (count) => (count ? ` ${count === 1 ? "Your note is" : `Your ${count} notes are`} kept with it until you sign out.` : "");

const offer = async () => {
  const [status, keep, drop] = ["state", "keep", "drop"].map((one) => place.querySelector(`[data-offline-${one}]`));
  const path = location.pathname;
  const show = (state) => {
    const kept = Boolean(state?.held);
    status.textContent = kept ? `A copy is on this device, as the report was on ${day(state.on)}.${notesKept(state.notes)}` : "";
    keep.textContent = kept ? "Update the copy on this device" : "Keep a copy on this device";
    drop.hidden = !kept;
  };
  keep.addEventListener("click", async () => {
    status.textContent = "The copy is being made …";
    const figures = [...document.querySelectorAll(".paper a.figure")].map((one) => new URL(one.href).pathname);
    const files = [...new Set([...place.dataset.files.split(" ").filter(Boolean), ...figures])];
    const state = await ask({ ask: "keep", path, assets: assets(), files, notes: ownNotes() || [] });
    show(state);
    if (!state?.held) status.textContent = "The copy could not be made. Try again when you are online.";
  });
  drop.addEventListener("click", async () => {
    show(await ask({ ask: "drop", paper: place.dataset.offline }));
    status.textContent = "The copy is removed from this device.";
    keep.focus();
  });
  place.hidden = false;
  // A page that is itself a copy does not know who is signed in.
  const isCopy = document.querySelector(".paper-kept");
  if (await hasCopies()) show(await ask(isCopy ? { ask: "state", path } : { ask: "notes", path, notes: ownNotes() }));
};

const row = (one) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = one.paper;
  link.textContent = one.title || one.paper;
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "govuk-button govuk-button--secondary app-small-button";
  const which = document.createElement("span");
  which.className = "govuk-visually-hidden";
  which.textContent = ` of “${link.textContent}”`;
  drop.append("Remove the copy", which);
  drop.addEventListener("click", () => ask({ ask: "drop", paper: one.paper }).then(showList));
  const words = document.createElement("p");
  words.className = "govuk-body";
  words.append(link, `, as it was on ${day(one.on)}.${notesKept(one.notes)}`);
  item.append(words, drop);
  return item;
};
const showList = async () => {
  const kept = (await hasCopies()) ? ((await ask({ ask: "list" })) || []).filter((one) => one.held) : [];
  list.replaceChildren(...kept.map(row));
  const count = kept.length === 1 ? "1 report is" : `${kept.length} reports are`;
  document.querySelector("[data-offline-status]").textContent = kept.length ? `${count} on this device.` : "No report is on this device.";
};

// A worker without a copy has nothing to do.
const withoutWorker = async () => {
  if (await hasCopies()) return;
  const registration = await navigator.serviceWorker.getRegistration("/");
  await registration?.unregister();
};

if (navigator.serviceWorker && window.caches) {
  withoutWorker()
    .then(() => (place ? offer() : list && showList()))
    .catch(() => null);
}
