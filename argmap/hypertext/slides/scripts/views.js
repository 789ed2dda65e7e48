// Notes beside the slide, all slides at once, the whole screen, light or dark.
const button = (name) => document.getElementById(name);

function toggle(view, name) {
  const on = root.classList.toggle(view);
  if (button(name)) button(name).setAttribute("aria-pressed", String(on));
  return on;
}

function toggleNotes() {
  if (!button("show-notes")) return;
  const on = toggle("with-notes", "show-notes");
  for (const notes of document.querySelectorAll(".notes")) reachable(notes, on);
}

// Whether Tab and a click come to a part that is no button.
function reachable(part, on) {
  if (on) part.setAttribute("tabindex", "0");
  else part.removeAttribute("tabindex");
}

function toggleOverview() {
  const on = toggle("overview", "show-overview");
  for (const slide of slides) {
    reachable(slide, on);
    slide.querySelector(".frame").inert = on;  // what is on it does nothing here
  }
  if (on) slides[place.slide].focus();
  slides[place.slide].scrollIntoView({ block: "nearest" });
}

function open(number) {
  show(number, 0);
  toggleOverview();
  button("next").focus();
}

function fillScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen().catch(() => {});
}

function changeTheme() {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
}
