'use strict';
const clauses = [...document.querySelectorAll('#clauses tbody tr[id]')];
const search = document.getElementById('search');
const choices = ['group', 'lane'].map(name => document.getElementById(name));
const outcomes = [...document.querySelectorAll('.filters input[type=checkbox]')];
const texts = new Map(clauses.map(row => [row, (row.textContent + (detailOf(row)?.textContent ?? '')).toLowerCase()]));

function detailOf(row) {
  const next = row.nextElementSibling;
  return next?.className === 'detail' ? next : null;
}

function filter() {
  const words = search.value.toLowerCase().split(/\s+/);
  const chosen = new Set(outcomes.filter(box => box.checked).map(box => box.value));
  let shown = 0;
  for (const row of clauses) {
    const fits = chosen.has(row.className) && words.every(word => texts.get(row).includes(word))
      && choices.every(choice => !choice.value || row.dataset[choice.id] === choice.value);
    row.hidden = !fits;
    const detail = detailOf(row);
    if (detail) detail.hidden = !fits;
    if (fits) shown++;
  }
  document.getElementById('shown').textContent = `${shown} of ${clauses.length} clauses`;
}

function show(id) {
  const row = document.getElementById(id);
  if (!row) return;
  if (row.hidden) {
    search.value = '';
    for (const choice of choices) choice.value = '';
    for (const box of outcomes) box.checked = true;
    filter();
  }
  const details = detailOf(row)?.querySelector('details');
  if (details) details.open = true;
  row.scrollIntoView({ block: 'start' });
  details?.querySelector('summary').focus({ preventScroll: true });
}

function select(operation) {
  const panel = operation.closest('.chart').parentElement;
  for (const old of panel.querySelectorAll('.op.selected')) old.classList.remove('selected');
  operation.classList.add('selected');
  panel.querySelector('output').textContent = operation.dataset.text;
}

// The nearest operation of the lane that is pointed at: a bar may be thinner than a finger.
function nearest(chart, event) {
  const far = operation => {
    const box = operation.firstElementChild.nextElementSibling.getBoundingClientRect();
    const lane = Math.max(0, Math.abs(event.clientY - (box.top + box.bottom) / 2) - 11);
    return lane * 1000 + Math.max(0, box.left - event.clientX, event.clientX - box.right);
  };
  return [...chart.querySelectorAll('.op')].reduce((a, b) => (far(b) < far(a) ? b : a));
}

function step(chart, by) {
  const operations = [...chart.querySelectorAll('.op')]
    .sort((a, b) => parseFloat(a.getAttribute('x')) - parseFloat(b.getAttribute('x')));
  const at = operations.findIndex(operation => operation.classList.contains('selected'));
  select(operations[Math.min(operations.length - 1, Math.max(0, at + by))]);
}

search.addEventListener('input', filter);
search.form.addEventListener('submit', event => event.preventDefault());
for (const control of [...choices, ...outcomes]) control.addEventListener('change', filter);
for (const button of document.querySelectorAll('[data-open]'))
  button.addEventListener('click', () => show(button.dataset.open));
for (const chart of document.querySelectorAll('svg.timeline')) {
  chart.addEventListener('pointermove', event => select(nearest(chart, event)));
  chart.addEventListener('click', event => select(nearest(chart, event)));
  chart.addEventListener('keydown', event => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(chart, by);
  });
  const witness = chart.querySelector('.op.witness');
  if (witness) select(witness);
}
for (const list of document.querySelectorAll('[role=tablist]')) {
  const tabs = [...list.children];
  const open = chosen => tabs.forEach(tab => {
    tab.setAttribute('aria-selected', tab === chosen);
    tab.tabIndex = tab === chosen ? 0 : -1;
    document.getElementById(tab.getAttribute('aria-controls')).hidden = tab !== chosen;
  });
  tabs.forEach((tab, i) => {
    tab.addEventListener('click', () => open(tab));
    tab.addEventListener('keydown', event => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!by) return;
      const next = tabs[(i + by + tabs.length) % tabs.length];
      open(next);
      next.focus();
    });
  });
}
if (location.hash) show(decodeURIComponent(location.hash.slice(1)));
