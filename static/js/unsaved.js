// What is typed and not saved is kept: by the server every few seconds and when the page is left, and
// by this tab, so that a lost connection or an ended session loses none of it.
import { forget, remember, remembered } from "./tab-store.js";

const PREFIX = "candour:";
const PAUSE = 2000;
const OWN = new Set(["csrfmiddlewaretoken", "version", "block", "part", "parent", "after", "once"]);

/** What the person has typed in `form`, by the names of its fields. */
function typedIn(form) {
  const words = {};
  for (const box of form.elements) {
    if (!box.name || OWN.has(box.name) || box.type === "submit" || box.type === "hidden") continue;
    // What is ticked is kept by the server alone: its boxes change with each search.
    if (box.closest("[data-picks]")) continue;
    if (box.type === "radio" && !box.checked) continue;
    words[box.name] = box.type === "checkbox" ? (box.checked ? "on" : "") : box.value;
  }
  return words;
}

function putBack(form, words) {
  for (const box of form.elements) {
    if (!(box.name in words) || OWN.has(box.name) || box.type === "hidden") continue;
    if (box.type === "radio") box.checked = box.value === words[box.name];
    else if (box.type === "checkbox") box.checked = words[box.name] === "on";
    else box.value = words[box.name];
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The page on which the form stands alone, so that what is kept is found there and where it is read. */
function pageOf(form) {
  const { pathname, searchParams } = new URL(form.getAttribute("action") ?? location.href, location.href);
  for (const name of ["take", "here"]) searchParams.delete(name);
  return pathname + (searchParams.size ? `?${searchParams}` : "");
}

/** Keeps what is typed in `form` until it is sent. Gives `leave`, which keeps it at once and says
 * whether anything was typed; `saved`, which forgets it; both end the watch; and `failed`, for words
 * that were sent and not saved. */
export function watch(form) {
  const key = `${PREFIX}${form.dataset.writer}:${pageOf(form)}`;
  const ending = new AbortController();
  const { signal } = ending;
  const status = form.querySelector("[data-keep-status]");
  const version = form.elements.version?.value || form.elements.seen?.value || "0";
  let timer = 0;
  let waiting = false;
  let isTyped = form.dataset.bound !== undefined && Object.values(typedIn(form)).some(Boolean);

  const note = (sent) => remember(key, { words: typedIn(form), at: Date.now(), version, sent });

  async function send() {
    timer = 0;
    // What has no place on the server stays in this tab.
    if (!form.dataset.keep) return say("Kept in this browser, not yet saved.");
    try {
      const answer = await fetch(form.dataset.keep, { method: "POST", body: new FormData(form), redirect: "manual", credentials: "same-origin" });
      if (answer.ok) {
        waiting = false;
        say(`Kept, not yet saved, at ${await answer.text()}.`);
      } else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
        say("You have been signed out. Your text is kept on this page: sign in in another tab, then press Save here.");
      } else if (answer.status === 413) say("This is too long to be kept while you write: save it.");
      else say("Your text could not be kept on the server. It is kept in this tab.");
    } catch {
      say("The connection is lost. Your text is kept in this tab.");
    }
  }

  function say(words) {
    if (status.textContent !== words) status.textContent = words;
  }

  function keepSoon() {
    note(false);
    waiting = isTyped = true;
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  }

  function end() {
    clearTimeout(timer);
    ending.abort();
  }

  form.addEventListener("input", keepSoon, { signal });
  form.addEventListener(
    "submit",
    () => {
      clearTimeout(timer);
      waiting = false;
      note(true);
    },
    { signal },
  );
  addEventListener("pagehide", () => waiting && form.dataset.keep && navigator.sendBeacon(form.dataset.keep, new FormData(form)), { signal });
  offer(form, key, version);
  return {
    async leave() {
      end();
      if (waiting) await send();
      return isTyped;
    },
    saved() {
      end();
      remember(key, null);
    },
    failed(words) {
      keepSoon();
      say(words);
    },
  };
}

/** Words with what is printed in the place of tokens, where the form knows it. */
function plain(form, text) {
  const chips = JSON.parse(form.dataset.chips ?? "null");
  return chips ? text.replace(/\[\[(?:(?!\[\[|\]\](?!\])).)*\]\](?!\])/gs, (token) => chips[token]?.words ?? "…") : text;
}

/** Shows what this tab holds, where the page that came has other words and the server none as new. */
function offer(form, key, version) {
  const kept = remembered(key);
  const box = document.querySelector("[data-browser-kept]");
  if (!kept || form.dataset.bound !== undefined || !box) return;
  const now = typedIn(form);
  const differs = Object.keys(kept.words).filter((name) => name in now && kept.words[name].replace(/\r\n/g, "\n") !== now[name].replace(/\r\n/g, "\n"));
  const served = document.querySelector("[data-served]");
  const isOlder = Date.parse(form.dataset.unsavedAt) + 1500 > kept.at;
  const wasSaved = kept.sent && version !== kept.version;
  if (!differs.length || wasSaved) return remember(key, null);
  if (isOlder) return;
  if (served) served.hidden = true;
  box.querySelector("[data-kept-from]").textContent = new Date(kept.at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  box.querySelector("[data-kept-words]").textContent = plain(form, differs.map((name) => kept.words[name]).join("\n\n"));
  box.hidden = false;
  box.querySelector("[data-kept-take]").addEventListener("click", () => {
    putBack(form, kept.words);
    box.hidden = true;
    form.querySelector("textarea, input[type=text]")?.focus();
  });
  box.querySelector("[data-kept-throw]").addEventListener("click", () => {
    remember(key, null);
    box.hidden = true;
    form.querySelector("textarea, input[type=text]")?.focus();
  });
}

const form = document.querySelector("form[data-keep]");
if (form) watch(form);
// What saved forms had sent needs keeping no longer.
else if (document.querySelector(".govuk-notification-banner--success")) forget(PREFIX, (kept) => kept?.sent);
