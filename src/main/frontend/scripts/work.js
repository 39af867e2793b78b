// The list of work: what it asks by itself, what waits for an answer, and its keys.

// A sign-in page, or one of another list, is no answer to what a page asks by itself.
function keepWhatIsNoAnswer() {
  document.body.addEventListener('htmx:beforeSwap', (event) => {
    const asked = event.detail.requestConfig.elt;
    if (asked?.hasAttribute('data-by-itself')) {
      const wanted = (asked.getAttribute('hx-select') ?? '').slice(1);
      event.detail.shouldSwap = event.detail.shouldSwap && event.detail.serverResponse.includes(`id="${wanted}"`);
    }
  });
}

// Nobody reads a page that is hidden.
function restWhileHidden() {
  document.body.addEventListener('htmx:confirm', (event) => {
    if (document.hidden && event.target.hasAttribute('data-by-itself')) {
      event.preventDefault();
    }
  });
}

// Says to who does not see it that the list has changed, or that a preview stands beside it.
function tell(news) {
  document.body.addEventListener('htmx:afterSwap', ({ detail: { target } }) => {
    if (target.id === 'lines') {
      news.textContent = news.dataset.changed;
    } else if (target.id === 'preview') {
      const title = document.querySelector('#preview h2');
      news.textContent = title ? `${news.dataset.shown} ${title.textContent}` : '';
      document.querySelector('.app-work').dataset.beside = 'true';
    }
  });
}

// Whoever presses a button sees at once that it was pressed, and cannot press another one meanwhile.
function showPending(form) {
  form.addEventListener('submit', ({ submitter }) => {
    const row = submitter?.closest('[data-line]');
    const rows = row
      ? [row]
      : [...form.querySelectorAll('[name=dossiers]:checked')].map((box) => box.closest('[data-line]'));
    rows.forEach((pending) => pending.setAttribute('aria-busy', 'true'));
    if (row) {
      submitter.firstChild.textContent = form.dataset.pending;
    }
    // What is sent says which button it was; afterwards none can be pressed.
    setTimeout(() => form.querySelectorAll('button').forEach((button) => (button.disabled = true)));
  });
  // Who comes back by the browser’s own button finds the page as it was.
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
}

const OFF = 'work-keys-off';
const PLACE = 'work-place';

// Keys for who works in the list all day. They are switched off for good in the sheet that names them, as some people’s voice or
// screen reader presses keys too.
function listenToKeys(list) {
  const sheet = document.getElementById('keys');
  const on = document.getElementById('keys-on');
  on.checked = localStorage.getItem(OFF) === null;
  on.addEventListener('change', () => {
    if (on.checked) {
      localStorage.removeItem(OFF);
    } else {
      localStorage.setItem(OFF, '1');
    }
  });
  for (const button of document.querySelectorAll('[data-shortcuts]')) {
    button.hidden = false;
    button.addEventListener('click', () => sheet.showModal());
  }
  const lines = () => [...list.querySelectorAll('[data-line]')];
  const here = () => document.activeElement.closest('[data-line]');
  // Whoever has taken a task finds the page anew, and goes on from where they were: its neighbour, where it stands no more.
  list.addEventListener('focusin', () => {
    const line = here();
    if (line) {
      const place = { list: window.location.search, line: line.dataset.line, at: lines().indexOf(line) };
      sessionStorage.setItem(PLACE, JSON.stringify(place));
    }
  });
  const placeOf = (all, steps) => {
    const at = all.indexOf(here());
    if (at >= 0) {
      return at + steps;
    }
    const place = JSON.parse(sessionStorage.getItem(PLACE));
    if (place?.list !== window.location.search) {
      return 0;
    }
    const still = all.findIndex((line) => line.dataset.line === place.line);
    return still < 0 ? place.at : still + steps;
  };
  const go = (steps) => {
    const all = lines();
    all[Math.min(all.length - 1, Math.max(0, placeOf(all, steps)))]?.querySelector('[data-open]').focus();
  };
  const press = (selector) => here()?.querySelector(selector)?.click();
  const keys = {
    j: () => go(1),
    k: () => go(-1),
    o: () => press('[data-open]'),
    // Without room beside the list a dossier has a page of its own.
    p: () => press(here()?.querySelector('[data-peek]').offsetParent ? '[data-peek]' : '[data-open]'),
    x: () => press('[name=dossiers]'),
    t: () => press('[data-take]'),
    g: () => press('[data-release]'),
    h: () => {
      const box = here()?.querySelector('[name=dossiers]');
      if (box) {
        lines().forEach((line) => {
          line.querySelector('[name=dossiers]').checked = false;
        });
        box.checked = true;
        document.getElementById('bulk-hand-over').click();
      }
    },
    s: () => document.getElementById('q').focus(),
    '?': () => sheet.showModal(),
  };
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input:not([type=checkbox]), select, textarea, [contenteditable]');
    if (!on.checked || typing || sheet.open || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) {
      return;
    }
    event.preventDefault();
    keys[event.key]();
  });
}

export function tendWork() {
  keepWhatIsNoAnswer();
  restWhileHidden();
  const list = document.getElementById('work');
  if (list) {
    tell(document.getElementById('work-news'));
    showPending(list);
    listenToKeys(list);
  }
}
