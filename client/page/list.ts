/** A long list of which only what is in sight is in the page; it is gone through with the arrow keys like VS Code's own. */
export interface List {
  /** Shows other lines, this one of them active and in sight. */
  show(count: number, active: number): void;
  /** Moves to a line and into sight of it. */
  activate(index: number): void;
  active(): number;
  focus(): void;
}

export interface ListOptions {
  readonly element: HTMLElement;
  /** The element that is as tall as all lines together. */
  readonly body: HTMLElement;
  /** Makes a line; its height is `--line`. */
  readonly render: (index: number) => HTMLElement;
  readonly moved: () => void;
  /** Enter on a line, or a click. */
  readonly act: (index: number, by: 'key' | 'click') => void;
  /** The right arrow opens, the left one closes. */
  readonly fold: (index: number, open: boolean) => void;
}

export function createList({ element, body, render, moved, act, fold }: ListOptions): List {
  let count = 0;
  let active = 0;

  const height = () => Number.parseFloat(getComputedStyle(element).getPropertyValue('--line'));
  /** How much of the list is in sight below its head. */
  const room = () => element.clientHeight - body.offsetTop;

  function draw(): void {
    const line = height();
    const first = Math.max(0, Math.floor(element.scrollTop / line) - margin);
    const end = Math.min(count, Math.ceil((element.scrollTop + element.clientHeight) / line) + margin);
    const drawn = Array.from({ length: Math.max(0, end - first) }, (_, step) => {
      const index = first + step;
      const row = render(index);
      row.id = `line-${index}`;
      row.dataset.line = String(index);
      row.setAttribute('aria-rowindex', String(index + 2));
      row.classList.toggle('active', index === active);
      row.style.top = `${index * line}px`;
      return row;
    });
    body.style.height = `${count * line}px`;
    body.replaceChildren(...drawn);
    element.setAttribute('aria-rowcount', String(count + 1));
    if (active >= first && active < end) element.setAttribute('aria-activedescendant', `line-${active}`);
    else element.removeAttribute('aria-activedescendant');
  }

  function activate(index: number): void {
    active = Math.max(0, Math.min(count - 1, index));
    const line = height();
    const top = active * line;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + line > element.scrollTop + room()) element.scrollTop = top + line - room();
    draw();
    moved();
  }

  element.addEventListener('scroll', () => {
    draw();
    moved();
  });
  new ResizeObserver(draw).observe(element);

  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(room() / height()) - 1);
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => activate(active + 1),
      ArrowUp: () => activate(active - 1),
      PageDown: () => activate(active + page),
      PageUp: () => activate(active - page),
      Home: () => activate(0),
      End: () => activate(count - 1),
      Enter: () => act(active, 'key'),
      ' ': () => act(active, 'key'),
      ArrowRight: () => fold(active, true),
      ArrowLeft: () => fold(active, false),
    };
    const step = count > 0 ? steps[event.key] : undefined;
    if (!step) return;
    event.preventDefault();
    step();
  });

  body.addEventListener('click', ({ target }) => {
    const index = Number((target as HTMLElement).closest<HTMLElement>('[data-line]')?.dataset.line ?? Number.NaN);
    // Who marks text to copy it doesn't mean to go there.
    if (Number.isNaN(index) || getSelection()?.type === 'Range') return;
    activate(index);
    act(index, 'click');
  });

  return {
    show(lines, at) {
      count = lines;
      // As tall as its lines before anything is scrolled into sight.
      draw();
      activate(at);
    },
    activate,
    active: () => active,
    focus: () => element.focus(),
  };
}

/** In lines above and below of what is in sight. */
const margin = 10;
