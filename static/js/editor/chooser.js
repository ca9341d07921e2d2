// The chooser: everything that can be quoted, found by words, with its value now.
import { made } from "./chips.js";

const PAUSE = 200;
const MOST_REQUESTS = 200;
const MOST_ROWS = 12;
const LOST = "The list could not be read. Close it and try again.";
const ANNOUNCED = 500;
const KINDS = [["", "All"], ["figures", "Figures"], ["dates", "Dates"], ["records", "Records"], ["commitments", "Commitments"], ["places", "Paragraphs and tables"]];
let choosers = 0;

/** A dialog with one box and one list. `choose(entry)` puts an entry in, `back()` returns to the text. */
export class Chooser {
  constructor(host, { address, block, tokens, choose, back, only = "" }) {
    Object.assign(this, { address, block, tokens, choose, back, only, entries: [], active: -1, asked: 0, kind: "" });
    this.id = `chooser-${++choosers}`;
    this.build();
    host.append(this.element);
  }

  build() {
    this.element = made("div", "app-chooser");
    this.element.setAttribute("role", "dialog");
    this.element.setAttribute("aria-label", "Insert");
    this.element.hidden = true;
    const label = made("label", "govuk-label", "Find a figure, date, record or paragraph, or a number (a + between parts adds them up)");
    label.htmlFor = `${this.id}-box`;
    this.box = made("input", "govuk-input");
    Object.assign(this.box, { id: label.htmlFor, type: "text", autocomplete: "off", spellcheck: false });
    this.list = made("div", "app-chooser__list");
    Object.assign(this.list, { id: `${this.id}-list`, tabIndex: -1 });
    this.nearest = made("div", "app-chooser__nearest");
    this.nearest.hidden = true;
    this.status = made("p", "govuk-hint app-chooser__status");
    this.status.setAttribute("role", "status");
    const close = Object.assign(made("button", "govuk-button govuk-button--secondary app-button--small", "Close"), { type: "button" });
    close.addEventListener("click", () => this.close(true));
    this.setRoles();
    this.element.append(label, this.box, this.kinds(), this.list, this.nearest, this.status, close);
    this.box.addEventListener("input", () => this.later());
    this.box.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("keydown", (event) => this.onKey(event));
    // The box would lose the focus before the press is a click.
    this.list.addEventListener("mousedown", (event) => event.target.closest("[role=option]") && event.preventDefault());
    this.list.addEventListener("click", (event) => this.onClick(event));
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      this.close(true);
    });
  }

  /** Buttons that leave one kind of thing. */
  kinds() {
    const row = made("div", "app-chooser__kinds");
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", "Kinds");
    const some = this.only.split(" ");
    for (const [kind, words] of KINDS.filter(([each]) => !this.only || !each || some.includes(each))) {
      const button = Object.assign(made("button", "app-chooser__kind", words), { type: "button" });
      button.setAttribute("aria-pressed", String(kind === this.kind));
      button.addEventListener("click", () => {
        this.kind = kind;
        for (const each of row.children) each.setAttribute("aria-pressed", String(each === button));
        this.ask();
      });
      row.append(button);
    }
    return row;
  }

  setRoles() {
    const attributes = { role: "combobox", "aria-controls": this.list.id, "aria-expanded": "false", "aria-autocomplete": "list", form: "" };
    for (const [name, value] of Object.entries(attributes)) this.box.setAttribute(name, value);
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Figures and text to insert");
  }

  get isOpen() {
    return !this.element.hidden;
  }

  open(words = "") {
    this.element.hidden = false;
    this.box.value = words;
    this.box.focus();
    this.bringIntoView();
    this.ask();
  }

  bringIntoView() {
    // On a narrow screen the list covers the lower part: the text goes above it.
    if (matchMedia("(max-width: 46.99em)").matches) this.element.parentElement.scrollIntoView({ block: "start" });
    else this.element.scrollIntoView({ block: "nearest" });
  }

  close(withFocus = false) {
    if (!this.isOpen) return;
    this.element.hidden = true;
    clearTimeout(this.timer);
    this.asked += 1;
    this.show([]);
    this.nearest.hidden = true;
    if (withFocus) this.back();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const mine = ++this.asked;
    const query = new URLSearchParams({ q: this.box.value, block: this.block, kind: this.kind });
    const answer = await this.read(this.address, query);
    if (mine !== this.asked) return;
    this.show(answer?.entries ?? []);
    this.list.dataset.answers = query.get("q");
    this.bringIntoView();
    this.readRest(mine);
    if (answer?.is_number && "figures".startsWith(this.kind)) return this.readNumber(mine, query, answer);
    this.offerNearest(answer?.nearest ?? []);
    this.announce(answer ? counted(answer) : LOST);
  }

  /** What an address answers, or null where it cannot be asked. */
  async read(address, query) {
    try {
      const response = await fetch(`${address}?${query}`, { credentials: "same-origin" });
      return response.ok ? await response.json() : null;
    } catch {
      return null; // The connection is lost: it is said below.
    }
  }


  /** The figures that have a number as their value: a few of them with each answer, above what its
   *  words find. What is active stays so. */
  async readNumber(mine, query, named) {
    const rows = [];
    this.list.setAttribute("aria-busy", "true");
    this.announce("Looking for figures with this value.");
    let following = 0;
    for (let request = 0; request < MOST_REQUESTS && following !== null && rows.length < MOST_ROWS; request++) {
      query.set("first", following);
      const answer = await this.read(`${this.address}number/`, query);
      if (mine !== this.asked) return;
      if (!answer) break;
      following = answer.following;
      rows.push(...answer.entries);
      if (answer.entries.length) this.showAgain([...rows, ...named.entries]);
    }
    this.list.removeAttribute("aria-busy");
    this.offerNearest(rows.length ? [] : named.nearest);
    const found = { entries: this.entries, count: rows.length + named.count };
    this.announce(following === null || rows.length ? counted(found) : LOST);
  }

  /** Shows entries with the one that was active still so, once arrows have moved. */
  showAgain(entries) {
    const token = this.active > 0 ? this.entries[this.active]?.token : null;
    this.show(entries);
    const place = this.entries.findIndex((entry) => entry.token === token);
    if (place > 0) this.activate(place);
  }

  /** Words like those that find nothing, each as a button, and what else can be done. */
  offerNearest(words) {
    this.nearest.hidden = this.entries.length > 0 || !this.box.value.trim();
    this.nearest.replaceChildren();
    if (this.nearest.hidden) return;
    for (const text of words) {
      const button = Object.assign(made("button", "app-chooser__kind", text), { type: "button" });
      button.addEventListener("click", () => this.open(text));
      this.nearest.append(button);
    }
    if (words.length) this.nearest.prepend(made("p", "govuk-body-s", "Words like these:"));
    const kind = this.kind ? "Choose All, or try" : "Try";
    this.nearest.append(made("p", "govuk-body-s", `${kind} fewer words. A number that no record has can be typed: give its source then.`));
  }

  /** The values that one answer had no time for. */
  async readRest(mine) {
    const unread = this.entries.filter((entry) => entry.state === "unread");
    const read = unread.length ? await this.tokens.read(unread.map((entry) => entry.token)) : {};
    if (mine !== this.asked) return;
    for (const entry of unread) {
      Object.assign(entry, { words: read[entry.token] ?? "", state: "" });
      const option = document.getElementById(`${this.id}-${this.entries.indexOf(entry)}`);
      option?.querySelector(".app-chooser__value").replaceChildren(entry.words || "not recorded");
    }
  }

  announce(words) {
    clearTimeout(this.told);
    this.told = setTimeout(() => (this.status.textContent = words), ANNOUNCED);
  }

  /** Shows entries under their subjects, the first one active. */
  show(entries) {
    this.entries = entries;
    this.list.replaceChildren();
    const groups = new Map();
    for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
    // In the order in which they are seen, so that arrows go down the page.
    this.entries = [...groups.values()].flat();
    for (const [title, members] of groups) this.list.append(this.group(title, members));
    this.isForms = false;
    this.box.setAttribute("aria-expanded", String(entries.length > 0));
    this.activate(entries.length ? 0 : -1);
  }

  group(title, members) {
    const group = made("div", "app-chooser__group");
    const heading = made("div", "app-chooser__subject", title);
    heading.id = `${this.id}-group-${this.list.children.length}`;
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", heading.id);
    group.append(heading, ...members.map((entry) => this.option(entry)));
    return group;
  }

  option(entry) {
    const option = made("div", "app-chooser__option");
    option.id = `${this.id}-${this.entries.indexOf(entry)}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const title = made("span", "app-chooser__name", entry.form ? `${entry.label} – ${entry.form}` : entry.label);
    // The title of a record is there already.
    const isSaid = entry.words.length > 20 && entry.label.includes(entry.words);
    const value = made("strong", "app-chooser__value", isSaid ? "" : entry.state === "unread" ? "…" : (entry.value ?? entry.words) || "not recorded");
    option.append(title, " ", value);
    if (entry.when) option.append(" ", made("span", "app-chooser__when", entry.when));
    if (entry.definition) option.append(" ", made("span", "app-chooser__definition", entry.definition));
    return option;
  }

  activate(place) {
    this.active = place;
    const options = [...this.list.querySelectorAll("[role=option]")];
    options.forEach((option, each) => option.setAttribute("aria-selected", String(each === place)));
    if (options[place]) {
      this.box.setAttribute("aria-activedescendant", options[place].id);
      options[place].scrollIntoView({ block: "nearest" });
    } else this.box.removeAttribute("aria-activedescendant");
  }

  onKey(event) {
    if (event.target.matches("input[type=radio]")) return this.onFormKey(event);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const last = this.entries.length - 1;
    if (step && last >= 0) this.activate((this.active + step + last + 1) % (last + 1));
    else if (event.key === "Enter") this.take(this.entries[this.active]);
    else if (event.key === "ArrowRight" && this.atEnd && this.entries[this.active]) this.showForms(this.entries[this.active]);
    else return;
    event.preventDefault();
  }

  get atEnd() {
    return this.box.selectionStart === this.box.value.length;
  }

  onClick(event) {
    const option = event.target.closest("[role=option]");
    if (option) this.take(this.entries[Number(option.id.split("-").at(-1))]);
  }

  take(entry) {
    if (!entry) return;
    this.close();
    this.choose(entry);
  }

  /** The second step: the other forms of one entry as radios. */
  async showForms(entry) {
    const forms = await this.tokens.forms(entry.token);
    if (!forms.length || !this.isOpen) return this.announce("It has no other forms.");
    const group = made("fieldset", "govuk-fieldset");
    group.append(made("legend", "govuk-fieldset__legend govuk-fieldset__legend--s", `${entry.label}: show as`));
    const radios = made("div", "govuk-radios govuk-radios--small");
    forms.forEach((form, place) => radios.append(this.radio(form, place, entry)));
    group.append(radios);
    this.forms = forms.map((form) => ({ ...entry, ...form, form: form.name, state: "" }));
    this.list.setAttribute("role", "presentation");
    this.box.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(group);
    (radios.querySelector("input:checked") ?? radios.querySelector("input")).focus();
    this.announce("Enter inserts, left arrow goes back to the list.");
  }

  radio(form, place, entry) {
    const input = made("input", "govuk-radios__input");
    Object.assign(input, { type: "radio", id: `${this.id}-form-${place}`, name: `${this.id}-form`, checked: form.token === entry.token });
    input.setAttribute("form", "");
    const label = made("label", "govuk-label govuk-radios__label", form.words);
    label.htmlFor = input.id;
    label.append(made("span", "app-chip-panel__form", ` ${form.name}`));
    const item = made("div", "govuk-radios__item");
    item.append(input, label);
    label.addEventListener("dblclick", () => this.take(this.forms[place]));
    return item;
  }

  onFormKey(event) {
    if (event.key === "Enter") {
      event.preventDefault();
      this.take(this.forms[Number(event.target.id.split("-").at(-1))]);
    } else if (event.key === "ArrowLeft") {
      event.preventDefault();
      this.list.setAttribute("role", "listbox");
      this.show(this.entries);
      this.box.focus();
    }
  }
}

function counted({ entries, count }) {
  if (!entries.length) return "Nothing fits. Try other words.";
  const found = entries.length < count ? `The first ${entries.length} of ${count} results` : entries.length === 1 ? "1 result" : `${entries.length} results`;
  return `${found}. Up and down choose, Enter inserts, right shows other forms, Escape closes.`;
}
