// A tree of ticks: arrows walk along what is in sight, right and left open and close a block, and a tick brings along what it needs.
// Without this, each button of a block asks the server, which also brings along what is needed.
export function tendTrees(scope) {
  for (const tree of scope.querySelectorAll('[data-tree]')) {
    tend(tree);
  }
}

function tend(tree) {
  const form = tree.closest('form');
  const told = form.querySelector('[data-tree-brought]');
  const boxes = (within) => [...within.querySelectorAll('input[type=checkbox]')];

  const count = () => {
    const tell = (place, within) => {
      place.textContent = place.dataset.count.replace('#', boxes(within).filter((box) => box.checked).length);
    };
    tree.querySelectorAll('details').forEach((block) => tell(block.querySelector('.app-tree__count'), block));
    tell(form.querySelector('[data-tree-count]'), tree);
  };

  const bring = (box) => {
    const brought = (box.dataset.needs ?? '')
      .split(' ')
      .map((code) => document.getElementById(`function-${code}`))
      .filter((needed) => needed && !needed.checked);
    brought.forEach((needed) => {
      needed.checked = true;
    });
    return brought.concat(...brought.map(bring));
  };

  const tick = (ticked) => {
    const brought = ticked.flatMap((box) => (box.checked ? bring(box) : []));
    told.textContent = brought.length
      ? [told.dataset.brought, ...brought.map((box) => box.labels[0].textContent.trim())].join(' ')
      : '';
    count();
  };

  tree.addEventListener('change', (event) => tick([event.target]));

  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[name=_action]');
    const [what, code] = (button?.value ?? '').split(':');
    if (what !== 'all' && what !== 'none') {
      return;
    }
    event.preventDefault();
    const some = boxes(code ? button.closest('.app-tree__block') : tree);
    some.forEach((box) => {
      box.checked = what === 'all';
    });
    tick(some);
  });

  tree.addEventListener('keydown', (event) => {
    const inSight = [...tree.querySelectorAll('summary, input[type=checkbox]')].filter((one) => one.checkVisibility());
    const at = inSight.indexOf(document.activeElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const block = inSight[at].matches('summary') ? inSight[at].parentElement : null;
    const next = {
      ArrowDown: () => inSight[at + 1],
      ArrowUp: () => inSight[at - 1],
      Home: () => inSight[0],
      End: () => inSight[inSight.length - 1],
      ArrowRight: () => {
        if (block && !block.open) {
          block.open = true;
          return null;
        }
        return block && inSight[at + 1];
      },
      ArrowLeft: () => {
        if (block?.open) {
          block.open = false;
          return null;
        }
        return inSight[at].closest('.app-tree__within')?.parentElement.querySelector('summary');
      },
    }[event.key];
    if (next) {
      event.preventDefault();
      next()?.focus();
    }
  });

  count();
}
