// Files may be dropped anywhere on the form; the box stays what is sent.
const zone = document.querySelector("[data-drop]");
const box = zone?.querySelector("input[type=file]");

if (box) {
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("app-drop--over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("app-drop--over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("app-drop--over");
    box.files = event.dataTransfer.files;
    box.focus();
  });
}
