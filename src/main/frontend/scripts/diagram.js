import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

/** Below this zoom the labels of a process cannot be read. */
const READABLE = 0.5;

for (const frame of document.querySelectorAll('[data-diagram-url]')) {
  const draw = () =>
    show(frame).catch((error) => {
      console.error(error);
      frame.classList.add('app-diagram--failed');
    });
  // What is folded has no size to draw in.
  const folded = frame.closest('details:not([open])');
  if (folded) {
    folded.addEventListener('toggle', draw, { once: true });
  } else {
    draw();
  }
}

async function show(frame) {
  const [xml, labels] = await Promise.all([
    load(frame.dataset.diagramUrl).then((response) => response.text()),
    frame.dataset.labelsUrl ? load(frame.dataset.labelsUrl).then((response) => response.json()) : {},
  ]);
  const container = frame.querySelector('.app-diagram__canvas');
  frame.classList.add('app-diagram--loaded');

  const viewer = new NavigatedViewer({ container });
  // Before the drawing: a renamed element is then laid out with its own text.
  viewer.on('import.parse.complete', ({ elementsById }) => {
    for (const [id, text] of Object.entries(labels)) {
      if (elementsById?.[id]) {
        elementsById[id].name = text;
      }
    }
  });
  await viewer.importXML(xml);

  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const mark = (ids, marker) =>
    ids.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, marker));
  const active = listOf(frame.dataset.activeElements);
  const interrupted = listOf(frame.dataset.interruptedElements);
  mark(listOf(frame.dataset.doneElements).filter((id) => !interrupted.includes(id)), 'app-diagram-done');
  mark(active, 'app-diagram-active');
  mark(interrupted, 'app-diagram-interrupted');
  tellRuns(viewer.get('overlays'), registry, JSON.parse(frame.dataset.runs || '{}'));

  const whole = () => canvas.zoom('fit-viewport', 'auto');
  const current = () => {
    const element = active.map((id) => registry.get(id)).find(Boolean);
    if (!element) {
      return;
    }
    if (canvas.zoom() < READABLE) {
      canvas.zoom(1);
    }
    const { width, height } = canvas.viewbox();
    canvas.viewbox({
      width,
      height,
      x: element.x + element.width / 2 - width / 2,
      y: element.y + element.height / 2 - height / 2,
    });
  };
  whole();
  if (canvas.zoom() < READABLE) {
    current();
  }

  addButtons(frame, canvas, { whole, current: active.length > 0 ? current : null });
  scrollByTouch(container, canvas);
}

/** How often and how long, under each step; who cannot see it reads it in the list of steps. */
function tellRuns(overlays, registry, runs) {
  for (const [id, words] of Object.entries(runs)) {
    if (registry.get(id)) {
      const said = document.createElement('div');
      said.className = 'app-diagram__runs';
      said.setAttribute('aria-hidden', 'true');
      said.textContent = words;
      overlays.add(id, { position: { bottom: -2, left: 0 }, html: said });
    }
  }
}

/** Everything that dragging and the wheel do is also done by buttons: not everyone can drag. */
function addButtons(frame, canvas, { whole, current }) {
  const actions = {
    'zoom-in': () => canvas.zoom(Math.min(canvas.zoom() * 1.25, 4)),
    'zoom-out': () => canvas.zoom(Math.max(canvas.zoom() / 1.25, 0.2)),
    left: () => canvas.scroll({ dx: 120, dy: 0 }),
    right: () => canvas.scroll({ dx: -120, dy: 0 }),
    up: () => canvas.scroll({ dx: 0, dy: 80 }),
    down: () => canvas.scroll({ dx: 0, dy: -80 }),
    whole,
    current,
  };
  for (const button of frame.querySelectorAll('[data-diagram-action]')) {
    const action = actions[button.dataset.diagramAction];
    button.hidden = !action;
    if (action) {
      button.addEventListener('click', action);
    }
  }
}

/** The viewer follows the mouse only; a finger moves the drawing sideways and the page up and down. */
function scrollByTouch(container, canvas) {
  let last = null;
  container.addEventListener('pointerdown', (event) => {
    last = event.pointerType === 'touch' ? event : null;
  });
  container.addEventListener('pointermove', (event) => {
    if (last && event.pointerId === last.pointerId) {
      canvas.scroll({ dx: event.clientX - last.clientX, dy: 0 });
      last = event;
    }
  });
  for (const end of ['pointerup', 'pointercancel']) {
    container.addEventListener(end, () => {
      last = null;
    });
  }
}

async function load(url) {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  return response;
}

function listOf(value) {
  return (value ?? '').split(/[\s,]+/).filter(Boolean);
}
