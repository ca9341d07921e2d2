// A block is changed, and one added, where it is read; beside it stands what belongs to it. Where this
// cannot be done, the block's own page opens.
import { pageOf } from "./arrange.js";
import { forget, opens, panel, parsed, placePanel, root, takeInHand, takeNewInHand } from "./beside.js";
import { watchPastes } from "./paste.js";
import { renewed } from "./renewal.js";
import { watch } from "./unsaved.js";

const LOST = "The connection is lost. Your text is kept in this tab: press Save again later.";
const KEYS = "Ctrl with Enter saves and goes on. Escape leaves: your words are kept.";
const UNSAVED = "You have words here that are not saved.";
// What is being written: its host, form and watch; `over` is the block it changes, if it stands.
let open = null;
// Opening, sending and leaving come one after another; only the last of several openings is carried out.
let queue = Promise.resolve();
let turn = 0;

function inTurn(act) {
  queue = queue.then(act, act);
  return queue;
}

/** Opens `block` for writing. */
export function edit(block) {
  if (!opens(block.dataset.kind)) return location.assign(pageOf(block));
  return openAt(pageOf(block), { over: block, line: block });
}

/** Opens a new paragraph behind `block`. */
export function addAfter(block) {
  const page = `${pageOf(block)}../../add/paragraph/?after=${block.dataset.block}`;
  return opens("paragraph") ? openAt(page, { line: block }) : location.assign(page);
}

/** Opens the form at `address`: over the block `place.over`, or as a new one behind `place.line`, or
 *  behind the words of `place.adding`. */
async function openAt(address, place) {
  const mine = ++turn;
  const page = new URL(address, location.href);
  await inTurn(close);
  page.searchParams.set("here", root().dataset.view);
  const answer = await fetch(page, { credentials: "same-origin" }).catch(() => null);
  const fragment = answer?.ok ? parsed(await answer.text()).querySelector("[data-in-place]") : null;
  page.searchParams.delete("here");
  if (mine !== turn) return;
  if (!fragment) return location.assign(page);
  return inTurn(() => mine === turn && show(fragment, placed(place), page.href));
}

/** The place as the page has it now: what was saved meanwhile may have given it other elements. */
function placed({ over, line, adding }) {
  const now = (element) => (element ? (document.getElementById(element.id) ?? element) : null);
  return { over: now(over), line: now(line), adding };
}

/** Shows a form for the first time. */
async function show(fragment, { over, line, adding }, address) {
  const host = document.createElement(line && !over ? "li" : "div");
  host.className = "app-in-place";
  if (over) over.prepend(host);
  else if (line) lastWithin(line).after(host);
  else adding.after(host);
  over?.classList.add("draft-line--open");
  open = { host, over, line, adding, address };
  host.addEventListener("submit", send);
  host.addEventListener("keydown", keys);
  host.addEventListener("editor:leave", leave);
  if (over) takeInHand(over);
  else takeNewInHand();
  await fill(fragment);
}

/** Shows the form that was sent with what is wrong in it. */
async function showAgain(fragment) {
  await end(open.host);
  open.watch.saved();
  open.goesOn = false;
  placePanel();
  await fill(fragment);
}

/** The last line that stands in `line`, or itself. */
function lastWithin(line) {
  const within = new Set([line.dataset.block]);
  let last = line;
  for (let next = line.nextElementSibling; next && within.has(next.dataset.parent); next = next.nextElementSibling) {
    within.add(next.dataset.block);
    last = next;
  }
  return last;
}

/** Puts a form into its host, with chips where this browser takes them. */
async function fill(fragment) {
  const { host } = open;
  host.replaceChildren(document.adoptNode(fragment));
  open.form = host.querySelector("form[data-keep]");
  await chips((editor) => editor.startIn(host));
  watchPastes(host);
  window.htmx?.process(host);
  open.watch = watch(open.form);
  placePanel(host);
  panel().querySelector("[data-beside-hint]").textContent = KEYS;
  focusFirst(host);
}

async function chips(act) {
  const { editor, prosemirror } = root()?.dataset ?? {};
  if (!prosemirror) return;
  try {
    act(await import(editor));
  } catch {
    // Without its bundle the text stays a box.
  }
}

/** Ends the editors of `host`, and last the preview that is on its way: one could begin meanwhile, and
 *  finds no place on the page once its form is gone. */
async function end(host) {
  await chips((editor) => editor.stopIn(host));
  for (const form of host.querySelectorAll("form[hx-post]")) window.htmx?.trigger(form, "htmx:abort");
}

function focusFirst(host) {
  const summary = host.querySelector(".govuk-error-summary, .app-unsaved:not([hidden])");
  if (summary) summary.tabIndex = -1;
  (summary ?? host.querySelector("textarea") ?? host.querySelector("input[type=text]"))?.focus();
}

function keys(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    open.goesOn = true;
    if (!event.defaultPrevented) open.form.requestSubmit();
  }
  if (event.key !== "Escape" || event.defaultPrevented) return;
  event.preventDefault();
  leave();
}

/** Ends the writing; what was typed is kept, and the block says so. */
async function close() {
  if (!open) return;
  const { host, over, line, address, watch: words } = open;
  await end(host);
  open = null;
  const isTyped = await words?.leave();
  const note = isTyped ? noteOf(address) : null;
  placePanel();
  panel()?.querySelector("#preview").replaceChildren();
  if (note && !over) host.replaceChildren(note);
  else host.remove();
  over?.classList.remove("draft-line--open");
  if (note && over && !over.querySelector("[data-go-on]")) over.querySelector(".draft-shown").after(note);
  return over ?? line;
}

async function leave() {
  turn += 1;
  (await inTurn(close))?.focus();
}

function noteOf(address) {
  const page = new URL(address);
  page.searchParams.set("take", "up");
  const link = Object.assign(document.createElement("a"), { className: "govuk-link", href: page.href, textContent: "Go on with them" });
  link.dataset.goOn = "";
  const note = document.createElement("p");
  note.className = "draft-words";
  const words = Object.assign(document.createElement("span"), { className: "draft-note", textContent: `${UNSAVED} ` });
  note.append(words, link);
  return note;
}

/** Sends the form, and shows the report as it then is, or what is wrong. */
function send(event) {
  event.preventDefault();
  const { target: form, submitter } = event;
  if (!open?.host.contains(form) || open.isSending) return;
  open.isSending = true;
  const body = new FormData(form, submitter);
  inTurn(() => sent(form, body));
}

async function sent(form, body) {
  if (!open?.host.contains(form)) return;
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body, credentials: "same-origin" }).catch(() => null);
  open.isSending = false;
  if (answer) await shown(answer, parsed(await answer.text()), form);
  else open.watch.failed(LOST);
}

async function shown(answer, page, form) {
  const newer = page.querySelector("[data-in-place-kinds]");
  const fragment = page.querySelector("[data-in-place]");
  if (answer.ok && newer?.dataset.view === root().dataset.view) return showSaved(newer, page, answer.url);
  if (fragment) return showAgain(fragment);
  // Both wordings, the place of a block removed meanwhile, an ended session: pages of their own.
  return sendAlone(form);
}

function pageOfForm(form) {
  const page = new URL(form.getAttribute("action"), location.href);
  page.searchParams.delete("here");
  return page;
}

function sendAlone(form) {
  form.action = pageOfForm(form);
  HTMLFormElement.prototype.submit.call(form);
}

async function showSaved(newer, page, address) {
  const { host, over, goesOn, watch: words } = open;
  const { pathname, searchParams } = new URL(address);
  const slug = over?.dataset.block ?? searchParams.get("at") ?? pathname.split("/").filter(Boolean).at(-1);
  await end(host);
  words.saved();
  open = null;
  forget(slug);
  placePanel();
  host.remove();
  over?.classList.remove("draft-line--open");
  renewed(root(), newer);
  window.htmx?.process(root());
  if (pathname !== location.pathname) history.replaceState(null, "", address);
  const saved = document.getElementById(`line-${slug}`);
  const block = (goesOn && nextLine(saved)) || saved;
  document.dispatchEvent(new CustomEvent("section:shown", { detail: { block } }));
  block?.focus();
  const sentence = page.querySelector(".govuk-notification-banner__heading")?.textContent ?? "";
  document.querySelector("[data-in-place-status]").textContent = sentence;
  panel().querySelector("[data-beside-hint]").textContent = sentence;
}

/** The block that follows `line` on the page. */
function nextLine(line) {
  const all = [...root().querySelectorAll("[data-block]")];
  return all[all.indexOf(line) + 1];
}

/** Where the form at a link of this page opens, or null where it has a page of its own. */
function placeOf(link, line) {
  const page = new URL(link.href);
  const isOf = (address) => page.pathname === new URL(address, location.href).pathname;
  if (link.origin !== location.origin) return null;
  if (open?.host.contains(link)) return isOf(open.address) ? open : null;
  if (line && isOf(pageOf(line))) return opens(line.dataset.kind) ? { over: line, line } : null;
  if (!opens(/\/add\/([a-z]+)\/$/.exec(page.pathname)?.[1])) return null;
  const after = document.getElementById(`line-${page.searchParams.get("after")}`);
  return { line: after ?? line, adding: link.closest(".draft-adding") };
}

/** Whether a click there is meant for the words of a block. */
function isOnWords(target) {
  return target.closest(".draft-shown") && !target.closest("button, summary, input, abbr") && getSelection().isCollapsed;
}

document.addEventListener("click", (event) => {
  const { target } = event;
  if (!root()?.contains(target) || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = target.closest("a");
  const line = target.closest("[data-block]");
  if (link?.matches("[data-leave]")) {
    event.preventDefault();
    leave();
  } else if (link) {
    const place = placeOf(link, line);
    if (!place) return;
    event.preventDefault();
    openAt(link.href, place);
  } else if (line && opens(line.dataset.kind) && isOnWords(target)) edit(line);
});
if (root()) {
  root().classList.add("app-sections--in-place");
  placePanel();
}
