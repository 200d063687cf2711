'use strict';

// The audit page. Reports are other people's text and may be hostile: all of it enters the page as text nodes
// and attributes, never as markup.

const CLASSES = {
  statistic: ['统计数', 'statistic'], date: ['日期', 'date'], ordinal: ['序次', 'ordinal'],
  document_number: ['文号', 'document number'], title: ['标题', 'title'], name: ['名称', 'name'],
  threshold: ['门槛', 'threshold'], contact: ['联系信息', 'contact'], list_marker: ['项目编号', 'list marker'],
  other: ['其他', 'other'],
};
const KINDS = {
  count: ['数量', 'count'], money: ['金额', 'money'], percent: ['百分比', 'percent'], growth: ['增减率', 'growth'],
  change: ['增减量', 'change'], points: ['百分点', 'points'], multiple: ['倍数', 'multiple'], rank: ['排名', 'rank'],
  duration: ['时长', 'duration'], measure: ['计量', 'measure'], ratio: ['比例', 'ratio'],
};
const BOUNDS = {
  '=': ['等于', 'exactly'], '>=': ['不少于', 'at least'], '<=': ['不超过', 'at most'], '~': ['约', 'about'],
  range: ['区间', 'range'],
};
const STATUSES = {
  actual: ['实际', 'actual'], target: ['目标', 'target'], before: ['调整前', 'before'], prior: ['往年', 'prior'],
  other: ['他方', 'other body'],
};
// Inconsistent first: that is what an auditor comes for.
const VERDICTS = {
  inconsistent: ['矛盾', 'inconsistent', '⚠\uFE0E'], unlikely: ['可疑', 'unlikely', '∼'], truncated: ['截尾', 'truncated', '≈'],
  uncheckable: ['无法核对', 'uncheckable', '？'],
  consistent: ['一致', 'consistent', '✓'],
};
const CHECKS = {
  'part-sum': ['分项合计', 'parts add up'], rate: ['比率复算', 'rate'],
  'growth-feasibility': ['增幅可行性', 'growth feasible in whole counts'],
  likelihood: ['合理性', 'likely beside its series'],
  'growth-of-parts': ['分项增幅合计', 'growth of parts together'],
  change: ['变动复算', 'change'], limit: ['比率上限', 'limit of a rate'],
  'proportion-sum': ['构成合计', 'shares add up'], conflict: ['前后矛盾', 'conflict in the report'],
  'disclosure-identity': ['信息公开勾稽', 'disclosure form balances'], 'growth-over-years': ['跨年增幅', 'growth over the stored year before'],
  restatement: ['往年数重述', 'earlier year restated'], 'document-conflict': ['文件间矛盾', 'conflict between documents'],
};
const PERIODS = { flow: ['期间数', 'flow'], stock: ['期末数', 'stock'], cumulative: ['累计数', 'cumulative'] };
const DOCUMENT_KINDS = {
  annual_report: ['年度报告', 'annual report'], plan: ['计划要点', 'plan'], work_report: ['政府工作报告', 'work report'],
  communique: ['统计公报', 'communiqué'], other: ['其他', 'other'],
};
const CONFIDENCES = { high: ['确定', 'certain'], medium: ['由原文推得', 'follows from the text'], low: ['待核实', 'to be checked'] };
const FRAMES = {
  results: ['当年结果', 'results'], several_years: ['多年合计', 'several years'], problems: ['问题', 'problems'],
  plan: ['计划', 'plan'], aims: ['远期目标', 'aims'], notes: ['注释', 'notes'],
};
const DECISIONS = { accept: ['已认可', 'accepted'], reject: ['已否定', 'rejected'], correct: ['已更正', 'corrected'] };
const DECISION_SIGNS = { accept: '✓', reject: '✗', correct: '✎' };
const OPEN = 'open';
const NONE = '-';
const ROW_HEIGHT = 48;
const FINDINGS_STEP = 100;
const MAX_HITS = 5000;
const SERIES_ROWS = 60;
const QUOTE_REACH = 160;
// Characters that reorder or hide text without being seen; a line that holds one is flagged in the gutter.
const INVISIBLE_CONTROLS = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069]/;

const byId = (id) => document.getElementById(id);

/** The records of rows that name their columns once; what a row lacks is no member. */
function records({ columns, rows }) {
  return rows.map((row) => {
    const record = {};
    for (let at = 0; at < row.length; at += 1) if (row[at] !== null) record[columns[at]] = row[at];
    return record;
  });
}

const data = JSON.parse(byId('nianbao-data').textContent);
const metrics = new Map(Object.entries(data.metrics ?? {}));
const rules = new Map(Object.entries(data.rules ?? {}));
const findings = new Map((data.findings ?? []).map((finding) => [finding.id, finding]));
const observations = records(data.observations);
const documents = data.documents ?? [];
for (const doc of documents) {
  doc.numerals = records(doc.numerals);
  doc.outline = records(doc.outline);
}
const documentsById = new Map(documents.map((doc) => [doc.id, doc]));
const entries = [];
const entriesByObservation = new Map();

const filters = { document: '', agency: '', year: '', metric: '', status: '', verdict: '', class: '', review: '', query: '' };
const hiddenClasses = new Set();
const view = { doc: null, marks: [], lines: [], listed: [], current: null, finding: null, hits: [], hit: -1 };

// Elements and labels

function append(node, children) {
  node.append(...children.flat(2).filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}

/** An element with properties (`attributes` and `dataset` as objects) and children; strings become text. */
function el(tag, properties = {}, ...children) {
  const { attributes = {}, dataset = {}, ...rest } = properties;
  const node = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  Object.assign(node.dataset, dataset);
  return append(node, children);
}

function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return append(node, children);
}

const english = (text) => el('small', { lang: 'en' }, text);
const own = (table, key) => (Object.hasOwn(table, key ?? '') ? table[key] : [key ?? '—', '']);
const plain = (table, key) => own(table, key)[0];

function both(table, key) {
  const [zh, en] = own(table, key);
  return [zh, en && ' ', en && english(en)];
}

const metricName = (id) => metrics.get(id)?.zh ?? id;
const linkTo = (entry, ...children) => el('a', { href: hashOf(entry) }, ...children);
const quantityText = (entry) => entry.observation?.text ?? spanText(entry.doc, entry.numeral);
const withUnit = ({ value, unit = '' }) => `${groupDigits(value)}${unit === '%' ? '' : '\u00A0'}${unit}`;
const groupDigits = (value) => value.replace(/^(-?\d+)/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, '\u2009'));

// Text and offsets

let lastOffsets = { line: '', map: (offset) => offset };

/** Maps offsets in Unicode scalars, which the data has, to offsets in UTF-16, which JavaScript slices by. */
function offsetsOf(line) {
  if (line === lastOffsets.line) return lastOffsets.map;
  let map = (offset) => Math.min(offset, line.length);
  if (/[\uD800-\uDFFF]/.test(line)) {
    const starts = [];
    let at = 0;
    for (const scalar of line) {
      starts.push(at);
      at += scalar.length;
    }
    map = (offset) => starts[offset] ?? line.length;
  }
  lastOffsets = { line, map };
  return map;
}

function spanText(doc, span) {
  const line = doc.lines[span.line - 1] ?? '';
  const map = offsetsOf(line);
  return line.slice(map(span.start), map(span.end));
}

/** The sentence around a span as [before, number, after]; clipped where a line has no sentence ends. */
function quoteOf({ doc, observation, numeral }) {
  const span = observation ?? numeral;
  const line = doc.lines[span.line - 1] ?? '';
  const map = offsetsOf(line);
  const [start, end] = [map(span.start), map(span.end)];
  const before = line.slice(Math.max(0, start - QUOTE_REACH), start);
  const after = line.slice(end, end + QUOTE_REACH);
  const from = Math.max(...[...'。！？；'].map((stop) => before.lastIndexOf(stop))) + 1;
  const to = after.search(/[。！？；]/) + 1;
  // toWellFormed is newer than the browsers aimed at, so half a surrogate pair at a cut is removed by hand.
  const head = (from || before.length === start ? '' : '…') + before.slice(from).replace(/^[\uDC00-\uDFFF]/, '');
  const tail = to ? after.slice(0, to) : after.replace(/[\uD800-\uDBFF]$/, '') + (end + QUOTE_REACH < line.length ? '…' : '');
  return [head.trimStart(), line.slice(start, end), tail];
}

// Index

/** Gives every numeral its entries: one for each observation, or one that stands for the bare numeral. */
function indexData() {
  const byObservation = new Map(observations.map((item) => [item.id, item]));
  const claimed = new Set();
  for (const doc of documents) for (const numeral of doc.numerals) for (const id of numeral.observations ?? []) claimed.add(id);
  for (const item of observations) {
    // An observation that no numeral claims is still shown: nothing found may be dropped.
    if (claimed.has(item.id)) continue;
    const { line, start, end, rule, value } = item;
    documentsById.get(item.document)?.numerals.push({ line, start, end, rule, value, class: 'statistic', observations: [item.id] });
  }
  for (const doc of documents) {
    doc.numerals.sort((a, b) => a.line - b.line || a.start - b.start);
    doc.counts = {};
    for (const numeral of doc.numerals) indexNumeral(doc, numeral, byObservation);
  }
}

function indexNumeral(doc, numeral, byObservation) {
  doc.counts[numeral.class] = (doc.counts[numeral.class] ?? 0) + 1;
  const found = (numeral.observations ?? []).map((id) => byObservation.get(id)).filter(Boolean);
  numeral.entries = (found.length ? found : [undefined]).map((observation) => {
    const entry = { doc, numeral, observation, order: entries.length, text: undefined };
    entries.push(entry);
    if (observation) entriesByObservation.set(observation.id, entry);
    return entry;
  });
  numeral.warn = numeral.entries.some((entry) => entry.observation?.findings && verdictsOf(entry).includes('inconsistent'));
}

/** The permalink: by observation where there is one, else by the numeral's place. `#d=1` is a document's first number. */
function hashOf({ doc, numeral, observation }) {
  return observation ? `#o=${encodeURIComponent(observation.id)}` : `#n=${doc.id}-${numeral.line}-${numeral.start}`;
}

function entryAt(hash) {
  // URLSearchParams decodes and, unlike decodeURIComponent, doesn't throw on a mangled link.
  const place = new URLSearchParams(hash.slice(1));
  if (place.has('o')) return entriesByObservation.get(place.get('o'));
  const document = documentsById.get(Number(place.get('d')));
  if (document) return document.numerals[0]?.entries[0];
  const [id, line, start] = (place.get('n') ?? '').split('-').map(Number);
  return documentsById.get(id)?.numerals.find((numeral) => numeral.line === line && numeral.start === start)?.entries[0];
}

const findingsOf = (entry) => (entry.observation?.findings ?? []).map((id) => findings.get(id)).filter(Boolean);
const verdictsOf = (entry) => findingsOf(entry).map((finding) => finding.verdict);
const isStatistic = (entry) => entry.numeral.class === 'statistic';

function searchText(entry) {
  const { observation } = entry;
  const metric = metrics.get(observation?.metric);
  entry.text ??= [quoteOf(entry).join(''), observation?.subject, observation?.metric, metric?.zh, metric?.en].join('\n').toLowerCase();
  return entry.text;
}

// Filters

function passesDocument(doc) {
  return (!filters.document || String(doc.id) === filters.document) && (!filters.agency || doc.agencyId === filters.agency);
}

function passes(entry) {
  const { observation, numeral, doc } = entry;
  if (!passesDocument(doc)) return false;
  if (filters.class && numeral.class !== filters.class) return false;
  if (filters.year && String(observation?.year) !== filters.year) return false;
  if (filters.metric === NONE && !(isStatistic(entry) && !observation?.metric)) return false;
  if (filters.metric && filters.metric !== NONE && observation?.metric !== filters.metric) return false;
  if (filters.status && observation?.status !== filters.status) return false;
  if (filters.verdict === NONE && !(isStatistic(entry) && verdictsOf(entry).length === 0)) return false;
  if (filters.verdict && filters.verdict !== NONE && !verdictsOf(entry).includes(filters.verdict)) return false;
  if (filters.review === OPEN && !(observation && !decisions.has(observation.id))) return false;
  if (filters.review && filters.review !== OPEN && decisions.get(observation?.id)?.decision !== filters.review) return false;
  return !filters.query || searchText(entry).includes(filters.query.toLowerCase());
}

/** The list holds statistics, unless another class is asked for. */
const isListed = (entry) => (filters.class || isStatistic(entry)) && passes(entry);

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) {
    const value = key(item);
    if (!groups.has(value)) groups.set(value, []);
    groups.get(value).push(item);
  }
  return groups;
}

function fillFilters() {
  const observations = entries.filter((entry) => entry.observation).map((entry) => entry.observation);
  const agencies = new Map(documents.map((doc) => [doc.agencyId, doc.agency]));
  const years = [...groupBy(observations, (item) => item.year)].sort((a, b) => b[0] - a[0]);
  const used = [...groupBy(observations.filter((item) => item.metric), (item) => item.metric)].sort((a, b) => b[1].length - a[1].length);
  const unplaced = entries.filter((entry) => isStatistic(entry) && !entry.observation?.metric).length;
  const named = (table) => Object.keys(table).map((key) => [key, `${plain(table, key)} ${table[key][1]}`]);
  fillSelect('document', '全部文件', documents.map((doc) => [doc.id, `${doc.year ?? '—'} ${doc.agency || '—'} ${doc.title ?? doc.path}`]));
  fillSelect('agency', '全部机构', [...agencies].filter(([id]) => id));
  fillSelect('year', '全部', years.map(([year, items]) => [year, `${year} (${items.length})`]));
  fillSelect('metric', '全部指标', [[NONE, `无指标 none (${unplaced})`], ...used.map(([id, items]) => [id, `${metricName(id)} (${items.length})`])]);
  fillSelect('status', '全部', named(STATUSES));
  fillSelect('verdict', '全部', [...named(VERDICTS), [NONE, '未核对 none']]);
  fillSelect('class', '全部', named(CLASSES));
  fillSelect('review', '全部', [[OPEN, '未审 open'], ...named(DECISIONS)]);
}

function fillSelect(name, all, options) {
  const select = byId('filters').querySelector(`[name="${name}"]`);
  const option = ([value, label]) => el('option', { value, textContent: label });
  select.replaceChildren(option(['', all]), ...options.filter(([value]) => value !== undefined).map(option));
}

function setFilters(changes) {
  Object.assign(filters, changes);
  for (const select of byId('filters').querySelectorAll('select')) {
    select.value = filters[select.name];
    select.classList.toggle('on', select.value !== '');
  }
  if (!view.doc || !passesDocument(view.doc)) showDocument(documents.find(passesDocument));
  applyFilters();
}

function applyFilters() {
  view.listed = entries.filter(isListed);
  dimMarks();
  drawCoverage();
  drawProgress();
  drawDocumentPlace();
  drawList();
}

function reset() {
  hiddenClasses.clear();
  showClasses();
  clearSearch();
  setFilters(Object.fromEntries(Object.keys(filters).map((name) => [name, ''])));
}

// Header

function drawTotals() {
  const of = (verdict) => data.findings?.filter((finding) => finding.verdict === verdict).length ?? 0;
  const total = (count, zh, en, className = '') => el('span', { className }, el('b', {}, String(count)), ` ${zh} `, english(en));
  byId('totals').replaceChildren(
    total(documents.length, '份文件', 'documents'),
    total(entries.filter(isStatistic).length, '个统计数', 'statistics'),
    total(findings.size, '项核对', 'findings'),
    total(of('inconsistent'), '项矛盾', 'inconsistent', of('inconsistent') ? 'alarm' : ''),
  );
  byId('generator').textContent = data.generator ?? '';
}

function drawCoverage() {
  const docs = documents.filter(passesDocument);
  const counts = Object.keys(CLASSES).map((name) => [name, docs.reduce((sum, doc) => sum + (doc.counts[name] ?? 0), 0)]);
  const statistics = docs.flatMap((doc) => doc.numerals).flatMap((numeral) => numeral.entries).filter(isStatistic);
  const placed = statistics.filter((entry) => entry.observation?.metric).length;
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  byId('coverage-scope').textContent = `${docs.length === 1 ? '本文件' : `${docs.length} 份文件`} ${groupDigits(String(total))} 个数字`;
  byId('coverage-bar').replaceChildren(...coverageSegments(counts, placed, statistics.length - placed));
  byId('coverage-bar').setAttribute('aria-label', counts.map(([name, count]) => `${plain(CLASSES, name)} ${count}`).join('，'));
  byId('legend').replaceChildren(...counts.map(([name, count]) => legendButton(name, count)));
  byId('metric-split').replaceChildren(
    el('span', { className: 'with' }, '统计数有指标 ', english('with metric'), ' ', el('b', {}, String(placed))),
    el('button', { type: 'button', className: 'without', attributes: { 'aria-pressed': filters.metric === NONE } },
      '无指标 ', english('without'), ' ', el('b', {}, String(statistics.length - placed))),
  );
}

function coverageSegments(counts, placed, unplaced) {
  const segment = (name, count, className = '') => {
    const bar = el('i', { className: `${className} ${hiddenClasses.has(name) ? 'off' : ''}`, title: `${plain(CLASSES, name)} ${count}` });
    bar.style.flex = `${count} 0 0`;
    bar.style.setProperty('--ink', `var(--${name})`);
    return bar;
  };
  const bars = counts.slice(1).filter(([, count]) => count > 0).map(([name, count]) => segment(name, count));
  if (unplaced) bars.unshift(segment('statistic', unplaced, 'without'));
  if (placed) bars.unshift(segment('statistic', placed, 'with'));
  return bars;
}

function legendButton(name, count) {
  const [zh, en] = CLASSES[name];
  return el('button', { type: 'button', dataset: { class: name }, attributes: { 'aria-pressed': !hiddenClasses.has(name) } },
    el('mark', { className: name }, zh), ' ', english(en), ' ', el('b', {}, String(count)));
}

/** Hides a class by making its ink transparent in the source: one property instead of a walk over all marks. */
function showClasses() {
  for (const name of Object.keys(CLASSES)) {
    if (hiddenClasses.has(name)) byId('source-text').style.setProperty(`--${name}`, 'transparent');
    else byId('source-text').style.removeProperty(`--${name}`);
  }
}

function onLegend(event) {
  const button = event.target.closest('button');
  if (!button) return;
  const name = button.dataset.class;
  if (!hiddenClasses.delete(name)) hiddenClasses.add(name);
  showClasses();
  drawCoverage();
  byId('legend').querySelector(`[data-class="${name}"]`).focus();
}

// Source

/** Builds the text of one document; only the shown document has elements. */
function showDocument(doc) {
  if (!doc || doc === view.doc) return;
  view.doc = doc;
  view.marks = [];
  const numerals = groupBy(doc.numerals, (numeral) => numeral.line);
  view.lines = doc.lines.map((text, index) => lineElement(text, index + 1, numerals.get(index + 1) ?? []));
  byId('source-text').replaceChildren(...view.lines);
  byId('document-title').textContent = doc.title ?? doc.path;
  drawFacts(doc);
  drawOutline(doc);
  byId('source').scrollTop = 0;
  makeTabbable(view.marks.find((mark) => mark.classList.contains('statistic')));
  dimMarks();
  drawDocumentPlace();
  drawHits();
}

/** What is known of a document, how surely, and why. */
function drawFacts(doc) {
  const sure = (confidence) => confidence && el('span', { className: confidence === 'low' ? 'alarm' : '' }, `（${plain(CONFIDENCES, confidence)}）`);
  const facts = [
    [el('bdi', {}, doc.agency || '机构不详'), sure(doc.agencyConfidence)],
    [doc.year ? `${doc.year} 年` : '年份不详', sure(doc.yearConfidence)],
    [doc.corrects && el('a', { href: `#d=${doc.corrects}` }, '更正版，原版 ', english('corrects'), ' ', documentsById.get(doc.corrects).path)],
    [plain(DOCUMENT_KINDS, doc.kind)], [el('bdi', {}, doc.path)],
    // Only what can't run scripts becomes a link; a link of another kind stands as text.
    [doc.url && (/^https?:/i.test(doc.url) ? el('a', { href: doc.url, rel: 'noreferrer' }, doc.url) : el('bdi', {}, doc.url))],
  ];
  byId('document-facts').replaceChildren(
    ...facts.map((fact) => fact.filter(Boolean)).filter((fact) => fact.length).flatMap((fact, index) => [index ? ' · ' : '', ...fact]));
  byId('document-reasons').hidden = !doc.reasons?.length;
  byId('document-reasons').querySelector('ul').replaceChildren(...(doc.reasons ?? []).map((reason) => el('li', {}, el('bdi', {}, reason))));
}

/** What a stretch tells: its frame, its year, and how sure that is where it isn't certain. */
function frameElements({ kind, year, confidence }) {
  const unsure = confidence !== 'high' && el('span', { className: confidence === 'low' ? 'alarm' : 'muted' }, `（${plain(CONFIDENCES, confidence)}）`);
  return [plain(FRAMES, kind), year && ` ${year}`, unsure];
}

/** The outline: headings and turns, each with its frame and the evidence; a click leads to the place. */
function drawOutline(doc) {
  byId('document-outline').hidden = doc.outline.length === 0;
  byId('document-outline').querySelector('ol').replaceChildren(...doc.outline.map((stretch) => el('li', { className: stretch.kind },
    el('button', { type: 'button', title: stretch.reasons ?? '', dataset: { line: stretch.line, level: stretch.level } },
      el('span', { className: 'frame' }, ...frameElements(stretch)), ' ', el('bdi', {}, stretch.words)))));
}

/** The stretch of the outline in which a figure stands. */
function stretchOf({ doc, observation, numeral }) {
  const { line, start } = observation ?? numeral;
  return doc.outline.findLast((stretch) => stretch.line < line || (stretch.line === line && stretch.start <= start));
}

function outlineSection(entry) {
  const stretch = stretchOf(entry);
  return stretch && section('所在部分', 'outline',
    el('p', {}, ...frameElements(stretch), ' · ', `第 ${stretch.line} 行 `, el('bdi', {}, stretch.words)),
    stretch.reasons && el('p', { className: 'muted' }, el('bdi', {}, stretch.reasons)));
}

function lineElement(text, number, numerals) {
  const line = el('div', { className: 'line', dataset: { n: number } });
  if (INVISIBLE_CONTROLS.test(text)) Object.assign(line, { className: 'line controls', title: '此行含不可见的控制字符 invisible control characters' });
  const map = offsetsOf(text);
  let at = 0;
  for (const numeral of numerals) {
    // Numerals don't overlap; should two, the later one begins where the earlier ends, and the text stays whole.
    const start = Math.max(at, map(numeral.start));
    const end = Math.max(start, map(numeral.end));
    line.append(text.slice(at, start), markElement(numeral, text.slice(start, end)));
    at = end;
  }
  line.append(text.slice(at));
  return line;
}

function markElement(numeral, text) {
  const mark = el('mark', { className: numeral.class, textContent: text, dataset: { index: view.marks.length } });
  mark.title = `${own(CLASSES, numeral.class).join(' ')}${numeral.warn ? ' · 矛盾 inconsistent' : ''}`;
  if (numeral.class === 'statistic') {
    mark.setAttribute('role', 'button');
    // One tab stop for all statistics (arrows, j and k move inside), or Tab would need hundreds of presses.
    mark.tabIndex = -1;
  }
  // A number broken over two lines is easily misread; only a freak is too long to keep whole.
  if (text.length <= 16) mark.classList.add('whole');
  if (numeral.warn) {
    mark.classList.add('warn');
    mark.setAttribute('aria-label', `${text}，与其他数字矛盾`);
  }
  numeral.markIndex = view.marks.length;
  view.marks.push(mark);
  return mark;
}

function makeTabbable(mark) {
  byId('source-text').querySelector('mark[tabindex="0"]')?.setAttribute('tabindex', '-1');
  mark?.setAttribute('tabindex', '0');
}

function dimMarks() {
  for (const numeral of view.doc?.numerals ?? []) {
    view.marks[numeral.markIndex]?.classList.toggle('dim', !numeral.entries.some(passes));
  }
}

function drawDocumentPlace() {
  const docs = documents.filter((doc) => !filters.agency || doc.agencyId === filters.agency);
  const place = docs.indexOf(view.doc);
  byId('document-place').textContent = `${place < 0 ? '—' : place + 1} / ${docs.length}`;
  byId('document-previous').disabled = place <= 0;
  byId('document-next').disabled = place >= docs.length - 1;
}

function stepDocument(step) {
  const docs = documents.filter((doc) => !filters.agency || doc.agencyId === filters.agency);
  const doc = docs[docs.indexOf(view.doc) + step];
  if (!doc) return;
  showDocument(doc);
  if (filters.document) setFilters({ document: String(doc.id) });
}

// List of statistics: only the rows in sight have elements, for there may be a hundred thousand.

function drawList() {
  byId('list-name').replaceChildren(...both(CLASSES, filters.class || 'statistic'));
  const total = entries.filter((entry) => entry.numeral.class === (filters.class || 'statistic')).length;
  byId('list-count').textContent = `${view.listed.length} / ${total}`;
  byId('rows').style.height = `${view.listed.length * ROW_HEIGHT}px`;
  revealRow();
  drawRows();
}

function drawRows() {
  const pane = byId('list');
  const first = Math.max(0, Math.floor(pane.scrollTop / ROW_HEIGHT) - 6);
  const last = Math.ceil((pane.scrollTop + pane.clientHeight) / ROW_HEIGHT) + 6;
  const focused = byId('rows').contains(document.activeElement) ? document.activeElement.dataset.index : undefined;
  const rows = view.listed.slice(first, last).map((entry, index) => rowElement(entry, first + index));
  if (view.listed.length === 0) rows.push(el('p', { className: 'empty' }, '没有符合筛选的数字。 ', english('Nothing passes the filters.')));
  byId('rows').replaceChildren(...rows);
  if (focused !== undefined) byId('rows').querySelector(`[data-index="${focused}"]`)?.focus({ preventScroll: true });
}

function rowElement(entry, index) {
  const { observation, doc } = entry;
  const second = observation
    ? [`${observation.metric ? metricName(observation.metric) : '无指标'} · ${doc.agency ?? ''}`, plain(STATUSES, observation.status), observation.year ?? '—']
    : [isStatistic(entry) ? '未说明' : quoteOf(entry).join(''), '', doc.year ?? ''];
  const button = el('button', { type: 'button', dataset: { index } },
    el('span', {},
      entry.numeral.warn && verdictsOf(entry).includes('inconsistent') && el('i', { className: 'alarm', attributes: { role: 'img', 'aria-label': '矛盾' } }, VERDICTS.inconsistent[2]),
      decisionMark(entry),
      el('b', {}, el('bdi', {}, quantityText(entry))), el('bdi', {}, observation?.subject ?? doc.agency ?? '')),
    el('span', { className: 'second' }, ...second.filter((text) => text !== '').map((text) => el('bdi', {}, String(text)))));
  if (entry === view.current) button.setAttribute('aria-current', 'true');
  const row = el('div', { className: 'row', attributes: { role: 'listitem', 'aria-setsize': view.listed.length, 'aria-posinset': index + 1 } }, button);
  row.style.top = `${index * ROW_HEIGHT}px`;
  return row;
}

function revealRow() {
  const pane = byId('list');
  const top = view.listed.indexOf(view.current) * ROW_HEIGHT;
  if (top < 0 || (top >= pane.scrollTop && top + ROW_HEIGHT <= pane.scrollTop + pane.clientHeight)) return;
  pane.scrollTop = top - pane.clientHeight / 2;
}

// Selection

/** Shows an entry in all panes. `history` is 'replace' for steps, 'push' for jumps that Back should undo. */
function select(entry, history = 'replace') {
  view.current = entry;
  showDocument(entry.doc);
  byId('source-text').querySelector('mark[aria-current]')?.removeAttribute('aria-current');
  byId('source-text').querySelector('.line.current')?.classList.remove('current');
  revealRow();
  drawRows();
  drawInspector(entry);
  markFinding();
  const mark = view.marks[entry.numeral.markIndex];
  // Last, for on a narrow screen the panes stand below each other and the source is what is to be seen.
  if (mark) {
    mark.setAttribute('aria-current', 'true');
    mark.closest('.line').classList.add('current');
    makeTabbable(mark);
    mark.scrollIntoView({ block: 'center' });
    if (mark.tabIndex >= 0) mark.focus({ preventScroll: true });
  }
  if (history && location.hash !== hashOf(entry)) window.history[`${history}State`](null, '', hashOf(entry));
}

function followHash() {
  const entry = entryAt(location.hash);
  if (entry) select(entry, null);
  else if (location.hash) announce('找不到链接所指的数字');
}

/** Moves among the listed entries; with nothing selected in the shown document, starts from its top. */
function step(direction) {
  const top = (view.doc?.numerals[0]?.entries[0].order ?? 0) - 0.5;
  const from = view.current?.doc === view.doc ? view.current?.order ?? top : top;
  const next = direction > 0
    ? view.listed.find((entry) => entry.order > from)
    : view.listed.findLast((entry) => entry.order < from);
  if (next) select(next);
  else announce(direction > 0 ? '已到最后一个' : '已到第一个');
}

function stepFinding(direction) {
  const bad = [...findings.values()].filter((finding) => finding.verdict === 'inconsistent' && operandsOf(finding).length);
  if (bad.length === 0) return announce('没有矛盾');
  const at = bad.indexOf(view.finding);
  const next = at < 0 && direction < 0 ? bad.at(-1) : bad[(at + direction + bad.length) % bad.length];
  view.finding = next;
  select(operandsOf(next)[0]);
}

function announce(text) {
  byId('announcement').textContent = text;
}

// Inspector

function drawInspector(entry) {
  const { observation, numeral, doc } = entry;
  const pane = byId('inspector');
  pane.replaceChildren(...inspectorHead(entry), observation ? observationFields(entry) : numeralFields(entry));
  append(pane, [reviewSection(entry), findingsSection(entry), outlineSection(entry), seriesSection(entry), ruleSection(observation?.rule ?? numeral.rule)]);
  pane.parentElement.scrollTop = 0;
  const words = [quantityText(entry), observation?.subject ?? plain(CLASSES, numeral.class), observation?.year && `${observation.year} 年`,
    observation && plain(STATUSES, observation.status), ...verdictsOf(entry).map((verdict) => plain(VERDICTS, verdict)), doc.agency];
  announce(words.filter(Boolean).join('，'));
}

function inspectorHead(entry) {
  const { doc, numeral, observation } = entry;
  const [before, number, after] = quoteOf(entry);
  const span = observation ?? numeral;
  return [
    el('h2', {}, el('bdi', {}, quantityText(entry))),
    el('p', { className: 'place' }, ...both(CLASSES, numeral.class), ' · ', el('bdi', {}, doc.path), `:${span.line}:${span.start}–${span.end} · `,
      linkTo(entry, '永久链接 ', english('permalink'))),
    numeral.entries.length > 1 && subjectChoices(entry),
    !passes(entry) && el('p', { className: 'notice' }, '此数不在当前筛选之内。 ', english('outside the filters')),
    // The page checks the record against the source by itself: a shifted span would mislead the auditor.
    observation && observation.text !== number && el('p', { className: 'notice' }, '记录的文字与原文位置不符：', el('bdi', {}, observation.text)),
    el('blockquote', {}, before, el('mark', { className: numeral.warn ? 'statistic warn' : numeral.class }, number), after),
  ].filter(Boolean);
}

function subjectChoices(entry) {
  return el('div', { className: 'choices', attributes: { role: 'group', 'aria-label': '同一数字的各个主体' } },
    ...entry.numeral.entries.map((each) => el('button', {
      type: 'button', dataset: { entry: each.order }, attributes: { 'aria-pressed': each === entry },
    }, el('bdi', {}, each.observation?.subject ?? '—'))));
}

/** A list of terms and descriptions; rows without a description are left out. */
function fieldList(...rows) {
  const shown = rows.filter(([, , description]) => description !== undefined && description !== '');
  return el('dl', { className: 'fields' },
    ...shown.flatMap(([zh, en, description, className = '']) => [el('dt', {}, zh, ' ', english(en)), el('dd', { className }, description)]));
}

function observationFields({ observation: item }) {
  const whole = entriesByObservation.get(item.partOf);
  const metric = metrics.get(item.metric);
  return fieldList(
    ['数值', 'value', withUnit(item), 'value'],
    ['区间', 'interval', interval(item)],
    ['界限', 'bound', both(BOUNDS, item.bound)],
    ['性质', 'kind', both(KINDS, item.kind)],
    ['主体', 'subject', item.subject && el('bdi', {}, item.subject)],
    ['范围', 'scope', item.scope && el('bdi', {}, item.scope)],
    ['所属年份', 'year', item.year && [String(item.year), item.periodType && ' · ', item.periodType && both(PERIODS, item.periodType)]],
    ['状态', 'status', both(STATUSES, item.status)],
    ['读法', 'reading', item.reading],
    ['其中，属于', 'part of', whole ? linkTo(whole, el('bdi', {}, quantityText(whole)), ' ', el('bdi', {}, whole.observation.subject ?? '')) : item.partOf],
    ['推算上年', 'implied', item.implied && impliedText(item), 'implied'],
    ['指标', 'metric', item.metric ? [metricName(item.metric), ' ', english(metric?.en ?? ''), el('br'), el('code', {}, item.metric)] : '无指标'],
    ['指标例句', 'examples', exampleList(metric?.examples)],
  );
}

/** The year before by the growth, with a link to that; its interval where it can be more than one number. */
function impliedText({ implied, unit }) {
  const growth = entriesByObservation.get(implied.growth);
  const open = implied.low !== implied.high;
  return [`${implied.year} 年 ${open ? '约 ' : ''}${withUnit({ value: implied.value, unit })} ${open ? `${interval(implied)} ` : ''}`,
    growth && linkTo(growth, '增幅 ', el('bdi', {}, quantityText(growth)))].filter(Boolean);
}

function numeralFields({ numeral, doc }) {
  return fieldList(
    ['数值', 'value', numeral.value && groupDigits(numeral.value), 'value'],
    ['说明', 'note', numeral.class === 'statistic' ? '统计数，但未能说明所计何物。' : '不作统计数。'],
    ['机构', 'agency', doc.agency && el('bdi', {}, doc.agency)],
  );
}

function interval({ low, high }) {
  if (low === undefined && high === undefined) return '';
  return `${low === undefined ? '(−∞' : `[${groupDigits(low)}`}, ${high === undefined ? '+∞)' : `${groupDigits(high)}]`}`;
}

function exampleList(examples) {
  return examples?.length ? el('ul', { className: 'examples' }, ...examples.map((text) => el('li', {}, el('bdi', {}, text)))) : undefined;
}

function section(zh, en, ...children) {
  return el('section', {}, el('h3', {}, zh, ' ', english(en)), ...children);
}

function ruleSection(id) {
  if (!id) return undefined;
  const rule = rules.get(id);
  return section('规则', 'rule', el('p', {}, rule?.zh, ' ', el('code', {}, id)), exampleList(rule?.examples));
}

function findingsSection(entry) {
  const list = findingsOf(entry);
  return list.length > 0 && section('核对', 'findings', ...list.map(findingElement));
}

// Series

/** Same metric of the same agency, whatever the status; the plot takes the actual figures of one series only. */
function seriesSection(entry) {
  const { metric } = entry.observation ?? {};
  if (!metric) return undefined;
  const same = entries.filter((each) => each.observation?.metric === metric && each.doc.agencyId === entry.doc.agencyId);
  if (same.length < 2) return undefined;
  same.sort((a, b) => (a.observation.year ?? 0) - (b.observation.year ?? 0) || a.order - b.order);
  const first = Math.max(0, Math.min(same.indexOf(entry) - SERIES_ROWS / 2, same.length - SERIES_ROWS));
  const shown = same.slice(first, first + SERIES_ROWS);
  return section('同一指标', 'same metric, same agency', seriesPlot(entry, same),
    shown.length < same.length && el('p', { className: 'muted' }, `共 ${same.length} 个，列出 ${shown.length} 个`),
    el('table', { className: 'series' }, el('tbody', {}, ...shown.map((each) =>
    el('tr', { className: each === entry ? 'now' : sameSeries(each, entry) ? '' : 'muted' },
      el('td', {}, String(each.observation.year ?? '—')),
      el('td', {}, decisionMark(each), linkTo(each, withUnit(each.observation))),
      el('td', {}, el('bdi', {}, each.observation.subject ?? ''), each.observation.status === 'actual' ? '' : ` （${plain(STATUSES, each.observation.status)}）`))))));
}

function sameSeries({ observation: a }, { observation: b }) {
  return a.status === 'actual' && ['kind', 'unit', 'scope'].every((key) => a[key] === b[key]);
}

/** A figure's value as it was judged; nothing where it was rejected. */
function judgedValue({ observation }) {
  const given = decisions.get(observation.id);
  return given?.decision === 'reject' ? undefined : given?.value ?? observation.value;
}

function seriesPlot(entry, same) {
  // One point for each value of a year, though a hundred figures may say it.
  const points = [...new Map([...same, entry]
    .filter((each) => sameSeries(each, entry) && each.observation.year !== undefined && judgedValue(each) !== undefined)
    .map((each) => [`${each.observation.year} ${judgedValue(each)}`, each])).values()]
    .sort((a, b) => a.observation.year - b.observation.year);
  const years = [...new Set(points.map(({ observation }) => observation.year))];
  if (years.length < 2) return undefined;
  const values = points.map((each) => Number(judgedValue(each)));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const [width, height, left, right, top, bottom] = [340, 130, 52, 16, 12, 24];
  const x = (year) => left + ((year - years[0]) / (years.at(-1) - years[0])) * (width - left - right);
  const y = (value) => height - bottom - ((value - low) / (high - low || 1)) * (height - top - bottom);
  const label = points.map((each) => `${each.observation.year} 年 ${judgedValue(each)}`).join('，');
  return svg('svg', { class: 'plot', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    [...new Set([low, 0, high])].map((value) => [
      svg('line', { x1: left, x2: width - right, y1: y(value), y2: y(value) }),
      svg('text', { x: left - 6, y: y(value) + 4, 'text-anchor': 'end' }, value.toLocaleString('en', { notation: 'compact', maximumFractionDigits: 2 })),
    ]),
    years.map((year) => svg('text', { x: x(year), y: height - 7, 'text-anchor': 'middle' }, String(year))),
    trendLines(points, years, x, y),
    points.map((each) => svg('circle', { cx: x(each.observation.year), cy: y(Number(judgedValue(each))), r: 3.5, class: each === entry ? 'now' : '' },
      svg('title', {}, `${each.observation.year}: ${withUnit({ ...each.observation, value: judgedValue(each) })}${decisionSign(each)}`))));
}

/** Joins years that have one value each; dashed over missing years. Several values in a year stay single points. */
function trendLines(points, years, x, y) {
  const value = (year) => {
    const found = points.filter(({ observation }) => observation.year === year);
    return found.length === 1 ? Number(judgedValue(found[0])) : undefined;
  };
  return years.slice(1).map((year, index) => {
    const [from, to, before] = [value(years[index]), value(year), years[index]];
    if (from === undefined || to === undefined) return undefined;
    return svg('line', { class: year - before > 1 ? 'trend gap' : 'trend', x1: x(before), x2: x(year), y1: y(from), y2: y(to) });
  });
}

// Reviews: decisions are kept in the browser until they are exported to a file, which nianbao review import stores.

const decisions = new Map();
const undone = [];
const STORE = `nianbao-reviews ${documents.map((doc) => doc.path).join(' ')}`;

/** Decisions that the database has, then those made here that it doesn't have yet. */
function loadDecisions() {
  for (const item of observations) if (item.review) decisions.set(item.id, item.review);
  const isStored = (id, decision) => ['decision', 'value', 'reason', 'reviewer'].every((key) => (decisions.get(id)?.[key] ?? '') === (decision[key] ?? ''));
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? '{}');
    for (const [id, decision] of Object.entries(kept.decisions ?? {})) {
      if (entriesByObservation.has(id) && !isStored(id, decision)) decisions.set(id, decision);
    }
    byId('reviewer').value = kept.reviewer ?? '';
  } catch {
    // A browser may keep nothing of a page that was opened from a file.
  }
}

function decisionSign({ observation }) {
  return DECISION_SIGNS[decisions.get(observation?.id)?.decision] ?? '';
}

/** The sign of a decision, with the value of a correction. */
function decisionMark(entry) {
  const given = decisions.get(entry.observation?.id);
  if (!given) return undefined;
  const words = decisionWords(entry.observation);
  return el('i', { className: `decision ${given.decision}`, title: words, attributes: { role: 'img', 'aria-label': words } },
    decisionSign(entry), given.value === undefined ? '' : ` ${given.value}`, ' ');
}

function decisionWords(observation) {
  const given = decisions.get(observation?.id);
  return given && `${plain(DECISIONS, given.decision)}${given.value === undefined ? '' : ` ${given.value}`}`;
}

const isNew = (decision) => decision && !decision.stored;

function keepDecisions() {
  const made = Object.fromEntries([...decisions].filter(([, decision]) => isNew(decision)));
  try {
    localStorage.setItem(STORE, JSON.stringify({ decisions: made, reviewer: byId('reviewer').value }));
  } catch {
    // They are exported all the same.
  }
  byId('export').disabled = Object.keys(made).length === 0;
  byId('undo').disabled = undone.length === 0;
  drawProgress();
}

function drawProgress() {
  const listed = entries.filter((entry) => entry.observation && passesDocument(entry.doc));
  const count = listed.filter((entry) => decisions.has(entry.observation.id)).length;
  byId('progress').max = Math.max(1, listed.length);
  byId('progress').value = count;
  byId('progress-text').textContent = `${count} / ${listed.length}`;
}

/** Keeps a decision on the selected figure and goes on to the next that has none. */
function decide(decision) {
  const { observation } = view.current;
  undone.push({ entry: view.current, before: decisions.get(observation.id) });
  decisions.set(observation.id, { ...decision, reviewer: byId('reviewer').value.trim() });
  const { order } = view.current;
  const isOpen = (entry) => entry.observation && !decisions.has(entry.observation.id);
  const next = view.listed.find((entry) => entry.order > order && isOpen(entry)) ?? view.listed.find(isOpen);
  keepDecisions();
  applyFilters();
  if (next) return select(next);
  select(view.current);
  announce('已全部审完');
}

function undo() {
  const last = undone.pop();
  if (!last) return announce('没有可撤销的');
  const { id } = last.entry.observation;
  if (last.before) decisions.set(id, last.before);
  else decisions.delete(id);
  keepDecisions();
  applyFilters();
  select(last.entry);
}

function accept() {
  if (view.current?.observation) decide({ decision: 'accept' });
}

/** Asks for the reason, and for a correction for the value too. */
function openReview(decision) {
  if (!view.current?.observation) return;
  const given = decisions.get(view.current.observation.id);
  byId('review-title').textContent = `${decision === 'correct' ? '更正' : '否定'} ${quantityText(view.current)}`;
  byId('review').dataset.decision = decision;
  byId('review-value-row').hidden = decision !== 'correct';
  byId('review-value').value = given?.value ?? view.current.observation.value;
  byId('review-unit').textContent = view.current.observation.unit ?? '';
  byId('review-reason').value = given?.reason ?? '';
  byId('review-problem').textContent = '';
  byId('review').showModal();
  const first = byId(decision === 'correct' ? 'review-value' : 'review-reason');
  first.focus();
  first.select();
}

function saveReview() {
  const { decision } = byId('review').dataset;
  const reason = byId('review-reason').value.trim();
  const value = byId('review-value').value.trim();
  if (decision === 'correct' && !/^-?\d+(\.\d+)?$/.test(value)) {
    byId('review-problem').textContent = '请填数，不带单位和千分位 (digits only)';
    return;
  }
  if (!reason) {
    byId('review-problem').textContent = '请写明理由 (a reason is needed)';
    return;
  }
  byId('review').close();
  decide(decision === 'correct' ? { decision, value, reason } : { decision, reason });
}

function exportReviews() {
  const reviews = [...decisions].filter(([, decision]) => isNew(decision)).map(([id, { decision, value, reason, reviewer }]) => {
    const { doc, observation } = entriesByObservation.get(id);
    return { observation: id, document: doc.path, text: observation.text, expected: observation.value, decision, value, reason, reviewer };
  });
  const url = URL.createObjectURL(new Blob([JSON.stringify({ reviews }, null, 1)], { type: 'application/json' }));
  el('a', { href: url, download: 'nianbao-reviews.json' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  announce(`已导出 ${reviews.length} 条，请用 nianbao review import 存入`);
}

function reviewSection({ observation }) {
  if (!observation) return undefined;
  const given = decisions.get(observation.id);
  const button = (label, en, key, action) => el('button', { type: 'button', dataset: { review: action } }, label, ' ', english(en), ' ', el('kbd', {}, key));
  return section('审核', 'review',
    given && el('p', { className: `decision ${given.decision}` }, ...both(DECISIONS, given.decision),
      given.value !== undefined && ['：', el('b', {}, withUnit({ value: given.value, unit: observation.unit }))],
      given.reason && [' · ', el('bdi', {}, given.reason)], given.reviewer && [' — ', el('bdi', {}, given.reviewer)]),
    el('div', { className: 'choices' }, button('认可', 'accept', 'a', 'accept'), button('否定', 'reject', 'r', 'reject'), button('更正', 'correct', 'c', 'correct')));
}

// Findings

const operandsOf = (finding) => (finding.operands ?? []).map((id) => entriesByObservation.get(id)).filter(Boolean);

function findingElement(finding) {
  const [verdict, , sign = ''] = own(VERDICTS, finding.verdict);
  const operand = (entry) => linkTo(entry, el('bdi', {}, quantityText(entry)), ` 第 ${entry.observation.line} 行`);
  return el('div', { className: `finding ${finding.verdict}`, dataset: { finding: finding.id } },
    el('p', {}, el('span', { className: `verdict ${finding.verdict}` }, `${sign} ${verdict}`), ' ', ...both(CHECKS, finding.check), '：', el('bdi', {}, finding.message)),
    el('p', { className: 'operands' }, ...operandsOf(finding).map(operand)),
    suspectsElement(finding, operand));
}

/** The fewest figures that, if wrong, explain what failed; the ways to explain it stand beside each other. */
function suspectsElement(finding, operand) {
  const sets = (finding.suspects ?? []).map((ids) => ids.split(' ').map((id) => entriesByObservation.get(id)).filter(Boolean)).filter((set) => set.length);
  if (sets.length === 0) return undefined;
  return el('p', { className: 'operands suspects' }, '最少这些数有误即可解释 ', english('fewest that explain it'), '：',
    ...sets.flatMap((set, index) => [index ? ' 或 ' : '', ...set.flatMap((entry, place) => [place ? ' 和 ' : '', operand(entry)])]));
}

function drawFindings() {
  const groups = Object.keys(VERDICTS).map((verdict) => [verdict, [...findings.values()].filter((finding) => finding.verdict === verdict)]);
  byId('findings-count').replaceChildren(...groups.map(([verdict, list]) =>
    el('span', { className: `verdict ${verdict}`, title: VERDICTS[verdict].slice(0, 2).join(' ') }, `${VERDICTS[verdict][2]} ${list.length} `)));
  byId('findings-body').replaceChildren(...groups.filter(([, list]) => list.length).map(([verdict, list]) => findingGroup(verdict, list)));
  byId('findings').open = groups[0][1].length > 0;
}

function findingGroup(verdict, list) {
  const body = el('div', {});
  const more = el('button', { type: 'button', className: 'more' }, '更多 ', english('more'));
  const grow = () => {
    const shown = body.childElementCount;
    body.append(...list.slice(shown, shown + FINDINGS_STEP).map(findingElement));
    more.hidden = body.childElementCount >= list.length;
  };
  more.addEventListener('click', grow);
  grow();
  return el('section', {}, el('h3', {}, ...both(VERDICTS, verdict), ` ${list.length}`), body, more);
}

function markFinding() {
  for (const node of byId('findings-body').querySelectorAll('.finding.now')) node.classList.remove('now');
  const shown = view.finding && findingsOf(view.current).includes(view.finding) ? view.finding : findingsOf(view.current)[0];
  const node = shown && byId('findings-body').querySelector(`[data-finding="${shown.id}"]`);
  node?.classList.add('now');
  if (byId('findings').open) node?.scrollIntoView({ block: 'nearest' });
}

// Search

function search(query) {
  view.hits = [];
  view.hit = -1;
  if (query) collectHits(query);
  const shown = view.hits.length >= MAX_HITS ? `${MAX_HITS}+` : view.hits.length;
  byId('search-count').textContent = query ? `原文 ${shown} 处` : '';
  drawHits();
  setFilters({ query });
}

function collectHits(query) {
  const pattern = new RegExp(query.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\\-/g, '[-]'), 'giu');
  for (const doc of documents.filter(passesDocument)) {
    for (const [index, line] of doc.lines.entries()) {
      for (const match of line.matchAll(pattern)) {
        if (view.hits.length >= MAX_HITS) return;
        view.hits.push({ doc, index, start: match.index, end: match.index + match[0].length });
      }
    }
  }
}

/** Paints hits by the highlight registry, which leaves the elements of the source alone. */
function drawHits() {
  if (!CSS.highlights) return;
  const shown = groupBy(view.hits.filter((hit) => hit.doc === view.doc), (hit) => hit.index);
  CSS.highlights.set('hits', new Highlight(...[...shown.values()].flatMap(rangesOf)));
  const now = view.hits[view.hit];
  CSS.highlights.set('hit', new Highlight(...(now?.doc === view.doc ? rangesOf([now]) : [])));
}

/** Ranges of the hits of one line, which come in order: one walk over its text nodes serves them all. */
function rangesOf(hits) {
  const walker = document.createTreeWalker(view.lines[hits[0].index], NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  let at = 0;
  const seek = (offset) => {
    for (; offset > at + node.length; node = walker.nextNode()) at += node.length;
    return [node, offset - at];
  };
  return hits.map(({ start, end }) => {
    const range = new Range();
    range.setStart(...seek(start));
    range.setEnd(...seek(end));
    return range;
  });
}

function stepHit(direction) {
  if (view.hits.length === 0) return;
  const from = view.hit < 0 && direction > 0 ? view.hits.findIndex((hit) => hit.doc === view.doc) - 1 : view.hit;
  view.hit = (Math.max(from, -1) + direction + view.hits.length) % view.hits.length;
  showDocument(view.hits[view.hit].doc);
  drawHits();
  byId('search-count').textContent = `第 ${view.hit + 1} / ${view.hits.length} 处`;
  const rect = rangesOf([view.hits[view.hit]])[0].getBoundingClientRect();
  const pane = byId('source');
  const box = pane.getBoundingClientRect();
  if (pane.scrollHeight > pane.clientHeight) pane.scrollBy(0, rect.top - box.top - box.height / 2);
  else scrollBy(0, rect.top - innerHeight / 2);
}

function clearSearch() {
  byId('search').value = '';
  if (filters.query) search('');
}

// Keys and clicks

const KEYS = {
  j: () => step(1), k: () => step(-1), n: () => stepFinding(1), p: () => stepFinding(-1),
  a: accept, r: () => openReview('reject'), c: () => openReview('correct'), u: undo,
  '/': () => byId('search').focus(), '?': () => byId('help').showModal(),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || byId('help').open || byId('review').open) return;
  if (event.key === 'Escape') {
    clearSearch();
    if (document.activeElement === byId('search')) byId('search').blur();
    return;
  }
  if (event.target.matches('input, select, textarea')) return;
  const onMark = event.target.matches('mark');
  const aliases = onMark ? { ArrowRight: 'j', ArrowLeft: 'k' } : {};
  if (onMark && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
    selectMark(event.target);
    return;
  }
  const action = KEYS[aliases[event.key] ?? event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function selectMark(mark) {
  const numeral = view.doc.numerals.find((each) => each.markIndex === Number(mark.dataset.index));
  select(numeral.entries.find(passes) ?? numeral.entries[0]);
}

function onClick(event) {
  const link = event.target.closest('a[href^="#"]');
  const entry = link && entryAt(link.getAttribute('href'));
  if (entry) {
    event.preventDefault();
    const finding = link.closest('.finding');
    if (finding) view.finding = findings.get(Number(finding.dataset.finding));
    select(entry, 'push');
    return;
  }
  const finding = event.target.closest('.finding');
  if (finding) {
    view.finding = findings.get(Number(finding.dataset.finding));
    const [first] = operandsOf(view.finding);
    if (first) select(first, 'push');
  }
}

// Print

function buildPrintTable() {
  const cells = (tag, values) => el('tr', {}, ...values.map((value) => el(tag, {}, el('bdi', {}, String(value ?? '')))));
  const rows = view.doc.numerals.flatMap((numeral) => numeral.entries).filter(isStatistic).map(({ numeral, observation: item }) => cells('td', item
    ? [`${item.line}:${item.start}`, item.text, withUnit(item), item.subject, item.year, plain(STATUSES, item.status),
      item.metric && metricName(item.metric), verdictsOf({ observation: item }).map((verdict) => plain(VERDICTS, verdict)).join('、'), decisionWords(item)]
    : [`${numeral.line}:${numeral.start}`, spanText(view.doc, numeral), numeral.value, '未说明']));
  byId('print-table').replaceChildren(el('table', {}, el('caption', {}, `统计数：${view.doc.title ?? view.doc.path}`),
    el('thead', {}, cells('th', ['行:位置', '原文', '数值', '主体', '年份', '状态', '指标', '核对', '审核'])), el('tbody', {}, ...rows)));
}

// Start

function listen() {
  let pending = 0;
  byId('filters').addEventListener('change', (event) => setFilters({ [event.target.name]: event.target.value }));
  byId('reset').addEventListener('click', reset);
  byId('legend').addEventListener('click', onLegend);
  byId('metric-split').addEventListener('click', (event) => {
    if (!event.target.closest('button')) return;
    setFilters({ metric: filters.metric === NONE ? '' : NONE });
    byId('metric-split').querySelector('button').focus();
  });
  byId('list').addEventListener('scroll', () => requestAnimationFrame(drawRows), { passive: true });
  byId('rows').addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) select(view.listed[Number(button.dataset.index)]);
  });
  byId('source-text').addEventListener('click', (event) => {
    const mark = event.target.closest('mark');
    // A click that ends a drag selects text to copy, not a number.
    if (mark && getSelection().isCollapsed) selectMark(mark);
  });
  byId('inspector').addEventListener('click', (event) => {
    const button = event.target.closest('[data-entry], [data-review]');
    if (button?.dataset.review) KEYS[{ accept: 'a', reject: 'r', correct: 'c' }[button.dataset.review]]();
    else if (button) select(entries[Number(button.dataset.entry)]);
  });
  byId('document-outline').addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) view.lines[Number(button.dataset.line) - 1]?.scrollIntoView({ block: 'start' });
  });
  byId('search').addEventListener('input', () => {
    clearTimeout(pending);
    pending = setTimeout(() => search(byId('search').value.trim()), 150);
  });
  byId('search').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) stepHit(event.shiftKey ? -1 : 1);
  });
  byId('document-previous').addEventListener('click', () => stepDocument(-1));
  byId('document-next').addEventListener('click', () => stepDocument(1));
  byId('export').addEventListener('click', exportReviews);
  byId('undo').addEventListener('click', undo);
  byId('reviewer').addEventListener('change', keepDecisions);
  byId('review-save').addEventListener('click', saveReview);
  byId('review-cancel').addEventListener('click', () => byId('review').close());
  byId('review').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing && event.target.matches('input')) saveReview();
  });
  byId('help-open').addEventListener('click', () => byId('help').showModal());
  byId('help-close').addEventListener('click', () => byId('help').close());
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
  addEventListener('hashchange', followHash);
  addEventListener('resize', drawRows);
  addEventListener('beforeprint', buildPrintTable);
  addEventListener('afterprint', () => byId('print-table').replaceChildren());
}

indexData();
loadDecisions();
if (data.index) Object.assign(byId('index'), { href: data.index, hidden: false });
drawTotals();
fillFilters();
drawFindings();
listen();
keepDecisions();
byId('inspector').replaceChildren(el('p', { className: 'muted' }, '选择一个数字，查看它的读法、核对与来源。 ', english('Select a number. Keys: j k n p a r c u / ?')));
setFilters(data.selection ?? {});
followHash();
