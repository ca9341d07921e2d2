// On a telephone what a notice says after its first sentence is folded: without this it is open.
if (matchMedia("(max-width: 40em)").matches) document.querySelectorAll(".paper-notice__more").forEach((notice) => notice.removeAttribute("open"));

// Marks in the contents the subject that is being read. Without this they are a list of links.
const links = [...document.querySelectorAll(".paper-contents a[href^='#']")];
const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));

const mark = () => {
  // The subject being read is the last whose heading has come above the upper third of the window.
  const edge = innerHeight / 3;
  const read = headings.findLastIndex((one) => one && one.getBoundingClientRect().top < edge);
  links.forEach((link, place) => {
    if (place === read) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  });
};

if (links.length && links.findLastIndex) {
  let waits = false;
  addEventListener(
    "scroll",
    () => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(() => {
        waits = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}
