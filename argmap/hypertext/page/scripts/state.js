// What is shown, kept in the address: "#compare?group=diverge&level=text". What stands there by default is left out.
// A link to a thing, "#A-P8", keeps the rest as it is and opens the view that holds it.

const root = document.documentElement;
const sections = [...document.querySelectorAll("section.view")];

const DEFAULTS = { view: sections[0]?.id ?? "", group: "all", level: "full", find: "", theme: "system", quiz: "off" };

const state = (() => {
  const values = { ...DEFAULTS };
  const watching = new Map();

  function changed(name) {
    for (const told of watching.get(name) ?? []) told(values[name]);
  }

  function address(target) {
    const kept = new URLSearchParams();
    for (const name of Object.keys(DEFAULTS)) {
      if (name !== "view" && values[name] !== DEFAULTS[name]) kept.set(name, values[name]);
    }
    const rest = kept.toString();
    return `#${target || values.view}${rest ? `?${rest}` : ""}`;
  }

  function take(name, value) {
    if (values[name] === value) return;
    values[name] = value;
    changed(name);
  }

  // Back and forward lead to addresses written here, which say everything; a link says only where to go.
  function read() {
    const [place, rest = ""] = decodeURIComponent(location.hash.slice(1)).split("?");
    const asked = new URLSearchParams(rest);
    const whole = rest !== "" || history.state?.whole;
    for (const name of Object.keys(DEFAULTS)) {
      if (name === "view") continue;
      if (asked.has(name)) take(name, asked.get(name));
      else if (whole) take(name, DEFAULTS[name]);
    }
    const found = place ? document.getElementById(place) : null;
    const section = found ? found.closest("section.view") : null;
    if (section) take("view", section.id);
    else if (whole) take("view", DEFAULTS.view);
    const target = found && found !== section ? place : "";
    history.replaceState({ whole: true }, "", address(target));
    if (target && section) reveal(found);
  }

  // Whoever hides things watches "target" and opens what hides this one.
  function reveal(element) {
    for (const told of watching.get("target") ?? []) told(element);
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (outer.localName === "details") outer.open = true;
    }
    if (!element.hasAttribute("tabindex") && !element.matches("a, button, input, summary")) element.tabIndex = -1;
    element.scrollIntoView({ block: "start" });
    element.focus({ preventScroll: true });
  }

  return {
    get: (name) => values[name],

    set(name, value) {
      if (values[name] === value) return;
      take(name, value);
      const write = name === "find" ? "replaceState" : "pushState";
      history[write]({ whole: true }, "", address());
    },

    watch(name, told) {
      if (!watching.has(name)) watching.set(name, []);
      watching.get(name).push(told);
    },

    start() {
      root.classList.add("js");
      for (const name of Object.keys(DEFAULTS)) changed(name);
      read();
      addEventListener("hashchange", read);
    },
  };
})();

function announce(text) {
  document.getElementById("said").textContent = text;
}

// Every script below has said what it watches by then.
queueMicrotask(() => state.start());
