// Notes beside the slide, all slides at once, the whole screen, light or dark.
const button = (name) => document.getElementById(name);

function toggle(view, name) {
  const on = root.classList.toggle(view);
  if (button(name)) button(name).setAttribute("aria-pressed", String(on));
  return on;
}

function toggleNotes() {
  if (button("show-notes")) toggle("with-notes", "show-notes");
}

function toggleOverview() {
  const on = toggle("overview", "show-overview");
  for (const slide of slides) {
    if (on) slide.setAttribute("tabindex", "0");
    else slide.removeAttribute("tabindex");
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
