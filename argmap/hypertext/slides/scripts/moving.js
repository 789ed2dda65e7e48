// Keys, clicks and swipes. Without this script all slides stand below each other with everything on them.
const KEYS = {
  ArrowRight: forward,
  ArrowDown: forward,
  PageDown: forward,
  " ": forward,
  ArrowLeft: backward,
  ArrowUp: backward,
  PageUp: backward,
  Home: () => show(0, 0),
  End: () => show(slides.length - 1, 0),
  n: toggleNotes,
  o: toggleOverview,
  f: fillScreen,
  t: changeTheme,
};

const inOverview = () => root.classList.contains("overview");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === "Escape") {
    if (!document.fullscreenElement) toggleOverview();
    return;
  }
  const at = slides.indexOf(document.activeElement);
  if (inOverview() && at >= 0 && (key === "Enter" || key === " ")) {
    event.preventDefault();
    open(at);
    return;
  }
  if (key === " " && event.target.closest("button")) return;  // the button is pressed
  if (event.target.closest(".notes") && (key === "ArrowUp" || key === "ArrowDown")) return;  // notes are scrolled
  if (!KEYS[key]) return;
  event.preventDefault();
  KEYS[key]();
  if (inOverview()) slides[place.slide].focus();
});

document.getElementById("deck").addEventListener("click", (event) => {
  const slide = event.target.closest(".slide");
  if (!slide || !getSelection().isCollapsed) return;
  if (event.target.closest("a")) return;  // it leads to another slide
  if (inOverview()) open(slides.indexOf(slide));
  else if (event.target.closest(".frame")) forward();
});

let touched = null;
document.addEventListener("touchstart", (event) => { touched = event.changedTouches[0]; }, { passive: true });
document.addEventListener("touchend", (event) => {
  if (!touched || inOverview()) return;
  const across = event.changedTouches[0].clientX - touched.clientX;
  const down = event.changedTouches[0].clientY - touched.clientY;
  touched = null;
  if (Math.abs(across) < 50 || Math.abs(across) < 2 * Math.abs(down)) return;
  if (across < 0) forward();
  else backward();
});

const PRESSED = {
  back: backward,
  next: forward,
  "show-notes": toggleNotes,
  "show-overview": toggleOverview,
  "fill-screen": fillScreen,
  "change-theme": changeTheme,
};
for (const [name, act] of Object.entries(PRESSED)) {
  if (button(name)) button(name).addEventListener("click", act);
}
addEventListener("hashchange", fromAddress);

const wanted = document.getElementById("deck").dataset.themeWanted;
if (wanted) root.dataset.theme = wanted;
root.classList.add("showing");
document.getElementById("controls").hidden = false;
fromAddress();
