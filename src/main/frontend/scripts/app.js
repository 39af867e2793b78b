import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from 'govuk-frontend';
import htmx from 'htmx.org/dist/htmx.esm.js';
import { tendTrees } from './tree.js';
import { tendWork } from './work.js';

// Here and not in the page, where the content security policy allows no inline script.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

Object.assign(htmx.config, {
  // The policy allows neither inline styles nor evaluated code.
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  // Pages hold personal data: none of it may stay in the browser's storage.
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  // A form that was refused comes back as 422 with its messages: show it.
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '422', swap: true },
    { code: '[45]..', swap: false, error: true },
  ],
});

function enhance(scope) {
  for (const component of [
    Button,
    CharacterCount,
    Checkboxes,
    ErrorSummary,
    NotificationBanner,
    Radios,
    ServiceNavigation,
    SkipLink,
  ]) {
    createAll(component, undefined, scope);
  }
  keepTableSemantics(scope);
  tickMany(scope);
  narrowLists(scope);
  tendTrees(scope);
  for (const button of scope.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  for (const form of scope.querySelectorAll('[data-in-place]')) {
    form.hidden = false;
  }
}

// On a narrow screen app-table is laid out as blocks, and some browsers then no longer tell
// a screen reader that it is a table.
function keepTableSemantics(scope) {
  for (const table of scope.querySelectorAll('table.app-table')) {
    table.setAttribute('role', 'table');
    table.querySelectorAll('thead, tbody, tfoot').forEach((group) => group.setAttribute('role', 'rowgroup'));
    table.querySelectorAll('tr').forEach((row) => row.setAttribute('role', 'row'));
    table.querySelectorAll('td').forEach((cell) => cell.setAttribute('role', 'cell'));
    table.querySelectorAll('thead th').forEach((cell) => cell.setAttribute('role', 'columnheader'));
    table.querySelectorAll('tbody th').forEach((cell) => cell.setAttribute('role', 'rowheader'));
  }
}

// One box that ticks all of its page, and how many are ticked.
function tickMany(scope) {
  for (const holder of scope.querySelectorAll('[data-tick-all]')) {
    const form = holder.closest('form');
    const all = holder.querySelector('input');
    const boxes = [...form.querySelectorAll(`input[type=checkbox][name=${holder.dataset.tickAll}]`)];
    const told = form.querySelector('[data-ticked]');
    const tell = () => {
      const ticked = boxes.filter((box) => box.checked).length;
      all.checked = ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
      const { none, one, other } = told.dataset;
      told.textContent = ticked === 0 ? none : ticked === 1 ? one : other.replace('#', ticked);
    };
    all.addEventListener('change', () => {
      boxes.forEach((box) => {
        box.checked = all.checked;
      });
      tell();
    });
    boxes.forEach((box) => box.addEventListener('change', tell));
    holder.hidden = false;
    tell();
  }
}

// A long list of boxes is narrowed to those with all the words typed, accents aside; what is ticked stays in sight.
function narrowLists(scope) {
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  for (const holder of scope.querySelectorAll('[data-narrow]')) {
    const items = [...document.getElementById(holder.dataset.narrow).children];
    const typed = holder.querySelector('input');
    typed.addEventListener('input', () => {
      const words = plain(typed.value).split(/\s+/);
      items.forEach((item) => {
        item.hidden =
          !item.querySelector('input').checked && !words.every((word) => plain(item.textContent).includes(word));
      });
      const shown = items.filter((item) => !item.hidden).length;
      holder.querySelector('[role=status]').textContent = holder.dataset.found.replace('#', shown);
    });
    // Enter would send the form.
    typed.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
      }
    });
    holder.hidden = false;
  }
}

// The reader's own menu closes by Escape, or when one goes on elsewhere: open, it lies over the page.
function tendOwnMenu() {
  const menu = document.querySelector('.app-own details');
  if (!menu) {
    return;
  }
  for (const elsewhere of ['click', 'focusin']) {
    document.addEventListener(elsewhere, ({ target }) => {
      menu.open = menu.open && menu.contains(target);
    });
  }
  menu.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
}

enhance(document);
tendWork();
tendOwnMenu();
document.body.addEventListener('htmx:load', ({ detail: { elt } }) => {
  // The first of these events is for the page itself.
  if (elt !== document.body) {
    enhance(elt);
  }
});
