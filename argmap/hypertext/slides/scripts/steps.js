// Which slide is shown, and how much of it. The address says so: #5 is slide 5 as it begins, #5.2 its second step on.
const root = document.documentElement;
const slides = [...document.querySelectorAll(".slide")];
const place = { slide: 0, step: 0 };

const stepsOf = (number) => Number(slides[number].dataset.steps);
const stepOf = (part) => Number(part.dataset.step);

function show(slide, step) {
  const before = { ...place };
  place.slide = Math.min(Math.max(slide, 0), slides.length - 1);
  place.step = Math.min(Math.max(step, 0), stepsOf(place.slide) - 1);
  slides.forEach((each, n) => each.classList.toggle("here", n === place.slide));
  for (const part of slides[place.slide].querySelectorAll("[data-step]")) {
    part.classList.toggle("later", stepOf(part) > place.step);
  }
  tell(before);
}

function forward() {
  if (place.step + 1 < stepsOf(place.slide)) show(place.slide, place.step + 1);
  else if (place.slide + 1 < slides.length) show(place.slide + 1, 0);
}

function backward() {
  if (place.step > 0) show(place.slide, place.step - 1);
  else if (place.slide > 0) show(place.slide - 1, stepsOf(place.slide - 1) - 1);
}

// The number, the progress, the address, and what has just appeared for those who hear the page.
function tell(before) {
  const slide = slides[place.slide];
  const address = place.step ? `#${place.slide + 1}.${place.step}` : `#${place.slide + 1}`;
  if (location.hash !== address) history.replaceState(null, "", address);
  document.getElementById("where").textContent = `${place.slide + 1} / ${slides.length}`;
  document.getElementById("progress").value = place.slide + 1;
  document.getElementById("back").disabled = place.slide === 0 && place.step === 0;
  document.getElementById("next").disabled = place.slide === slides.length - 1 && place.step === stepsOf(place.slide) - 1;
  const fresh = before.slide === place.slide
    ? [...slide.querySelectorAll("[data-step]")].filter((part) => stepOf(part) > before.step && stepOf(part) <= place.step)
    : [slide.querySelector("h2"), ...[...slide.querySelectorAll("[data-step]")].filter((part) => stepOf(part) <= place.step)];
  document.getElementById("said").textContent = fresh.map((part) => part.textContent.trim().replace(/\s+/g, " ")).join(" ");
}

function fromAddress() {
  const found = /^#(\d+)(?:\.(\d+))?$/.exec(location.hash);
  show(found ? Number(found[1]) - 1 : place.slide, found ? Number(found[2] || 0) : place.step);
}
