// Starts GOV.UK Frontend where it was built; without it does the two things that people would miss.
// What is folded on a telephone stands open where there is room.
if (matchMedia("(min-width: 40.0625em)").matches) {
  for (const part of document.querySelectorAll("details[data-open-wide]")) part.open = true;
}

const tag = document.querySelector("script[data-govuk]");

if (tag) {
  (await import(tag.dataset.govuk)).initAll();
} else {
  showWhatIsWrong();
  document.addEventListener("keydown", pressLinksThatLookLikeButtons);
}

function showWhatIsWrong() {
  const summary = document.querySelector(".govuk-error-summary");
  if (!summary) return;
  summary.tabIndex = -1;
  summary.focus();
}

function pressLinksThatLookLikeButtons(event) {
  if (event.key !== " " || !event.target.matches('a[role="button"]')) return;
  event.preventDefault();
  event.target.click();
}
