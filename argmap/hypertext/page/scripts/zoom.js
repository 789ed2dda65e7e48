// Drawings made larger and moved about: by buttons, keys, Ctrl and wheel, two fingers; dragged or scrolled.
{
  const STEP = 1.25;
  const MOST = 8;
  const MOVE = 60; // pixels a key moves

  for (const figure of document.querySelectorAll(".diagram figure")) {
    const pan = figure.querySelector(".pan");
    const svg = pan.querySelector("svg");
    const told = figure.querySelector("output");
    let size = 1;

    // The point under x, y of the window stays where it is.
    function zoom(to, x = pan.clientWidth / 2, y = pan.clientHeight / 2) {
      const next = Math.min(MOST, Math.max(1, to));
      const left = ((pan.scrollLeft + x) * next) / size - x;
      const top = ((pan.scrollTop + y) * next) / size - y;
      if (next > 1) pan.style.height ||= `${pan.offsetHeight}px`;
      else pan.style.height = "";
      size = next;
      svg.style.width = `${100 * size}%`;
      pan.scrollTo({ left, top, behavior: "instant" });
      pan.classList.toggle("larger", size > 1);
      told.textContent = `${Math.round(100 * size)} %`;
    }

    function within(event) {
      const frame = pan.getBoundingClientRect();
      return [event.clientX - frame.left, event.clientY - frame.top];
    }

    const steps = { in: () => zoom(size * STEP), out: () => zoom(size / STEP), fit: () => zoom(1) };
    for (const button of figure.querySelectorAll("[data-zoom]")) {
      button.addEventListener("click", steps[button.dataset.zoom]);
    }

    const keys = { "+": steps.in, "=": steps.in, "-": steps.out, "−": steps.out, 0: steps.fit };
    const moves = { ArrowLeft: [-MOVE, 0], ArrowRight: [MOVE, 0], ArrowUp: [0, -MOVE], ArrowDown: [0, MOVE] };
    pan.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const move = size > 1 && moves[event.key];
      if (!keys[event.key] && !move) return;
      event.preventDefault();
      if (move) pan.scrollBy({ left: move[0], top: move[1], behavior: "instant" });
      else keys[event.key]();
    });

    pan.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return; // the page scrolls
      event.preventDefault();
      zoom(size * Math.exp(-event.deltaY / 300), ...within(event));
    }, { passive: false });

    // A mouse drags; fingers scroll by themselves, and two of them change the size.
    const held = new Map();
    let apart = 0;

    function spread() {
      const [one, other] = [...held.values()];
      return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    }

    pan.addEventListener("pointerdown", (event) => {
      held.set(event.pointerId, event);
      if (held.size === 2) apart = spread();
      if (event.pointerType === "mouse" && event.button === 0 && size > 1) {
        pan.setPointerCapture(event.pointerId);
        pan.classList.add("held");
      }
    });

    pan.addEventListener("pointermove", (event) => {
      const before = held.get(event.pointerId);
      if (!before) return;
      held.set(event.pointerId, event);
      if (held.size === 2 && apart > 0) {
        const now = spread();
        const [one, other] = [...held.values()].map(within);
        zoom((size * now) / apart, (one[0] + other[0]) / 2, (one[1] + other[1]) / 2);
        apart = now;
      } else if (pan.classList.contains("held")) {
        pan.scrollLeft -= event.clientX - before.clientX;
        pan.scrollTop -= event.clientY - before.clientY;
      }
    });

    for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
      pan.addEventListener(end, (event) => {
        held.delete(event.pointerId);
        pan.classList.remove("held");
      });
    }
  }
}
