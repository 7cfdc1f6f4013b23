// Fields of a form, of what the engine says that its settings are. Each has: element, read() (undefined: as usual), write(value).
import { h, newId } from '../dom.js';
import { HINTS, words } from './words.js';

export function fieldFor(setting, path, changed) {
  const { value, or } = setting;
  const label = words(setting.name);
  switch (value.kind) {
    case 'number':
      return new NumberField(label, value, or, path, changed);
    case 'flag':
      return new FlagField(label, or === 'true', path, changed);
    case 'text':
      return new TextField(label, value, or ?? '', path, changed);
    case 'choice':
      return new ChoiceField(label, value.names, or, path, changed);
    case 'group':
      return new GroupField(label, value, or, path, changed);
    case 'optionally':
      return new OptionalField(setting, path, changed);
    case 'byName':
      return new NamedNumbers(label, value, path, changed);
    case 'listing':
      return value.of.kind === 'choice' ? new Several(label, value.of.names, path, changed) : new TextField(label, { most: 2000 }, '', path, changed, ', ');
    default:
      throw new Error(`no field for ${value.kind}`);
  }
}

function hint(path) {
  return HINTS[path.replace(/\[\d+\]/g, '')];
}

// A label, what it is for, a hint and room for what is wrong.
function labelled(label, control, path) {
  const id = newId('setting');
  control.id = id;
  control.dataset.path = path;
  const says = hint(path);
  if (says) control.setAttribute('aria-describedby', `${id}-hint`);
  const hinted = says ? h('span', { class: 'meta', id: `${id}-hint` }, says) : null;
  return h('div', { class: 'setting' }, h('label', { for: id }, label), control, hinted);
}

class NumberField {
  constructor(label, { min, max, whole }, or, path, changed) {
    this.usual = or === undefined ? undefined : Number(or);
    this.input = h('input', {
      type: 'number',
      min,
      max,
      step: whole ? 1 : 'any',
      required: this.usual === undefined,
      title: `${min} to ${max}`,
      oninput: changed,
    });
    this.element = labelled(label, this.input, path);
    this.write(undefined);
  }

  read() {
    if (this.input.value === '') return this.input.validity.badInput ? Number.NaN : undefined;
    const number = Number(this.input.value);
    return number === this.usual ? undefined : number;
  }

  write(value) {
    this.input.value = value ?? this.usual ?? '';
  }
}

class FlagField {
  constructor(label, usual, path, changed) {
    this.usual = usual;
    this.input = h('input', { type: 'checkbox', onchange: changed });
    this.element = h('label', { class: 'check' }, this.input, ` ${label}`);
    this.input.dataset.path = path;
    this.write(undefined);
  }

  read() {
    return this.input.checked === this.usual ? undefined : this.input.checked;
  }

  write(value) {
    this.input.checked = value ?? this.usual;
  }
}

class TextField {
  // separator: of a list of texts
  constructor(label, { most }, usual, path, changed, separator = null) {
    this.usual = usual;
    this.separator = separator;
    this.input =
      most > 200 && !separator
        ? h('textarea', { rows: 5, class: 'code', maxlength: most, spellcheck: 'false', oninput: changed })
        : h('input', { type: 'text', maxlength: most, oninput: changed });
    this.element = labelled(label, this.input, path);
    this.write(undefined);
  }

  read() {
    const text = this.input.value.trim();
    if (this.separator) return text ? text.split(',').map((item) => item.trim()) : undefined;
    return text === this.usual.trim() ? undefined : text;
  }

  write(value) {
    this.input.value = Array.isArray(value) ? value.join(this.separator) : (value ?? this.usual);
  }
}

export class ChoiceField {
  // byItself: what to call the choice that is left to the server; then nothing else is usual
  constructor(label, names, or, path, changed, byItself = null) {
    this.usual = byItself ? '' : or;
    const choices = names.map((name) => h('option', { value: name }, words(name)));
    if (byItself) choices.unshift(h('option', { value: '' }, byItself));
    this.input = h('select', { onchange: changed }, ...choices);
    this.element = labelled(label, this.input, path);
    this.write(undefined);
  }

  read() {
    return this.input.value === this.usual ? undefined : this.input.value;
  }

  write(value) {
    this.input.value = value ?? this.usual ?? this.input.options[0].value;
  }
}

// Some of a list of names.
class Several {
  constructor(label, names, path, changed) {
    this.boxes = names.map((name) => h('input', { type: 'checkbox', value: name, onchange: changed, 'data-path': path }));
    const lines = this.boxes.map((box) => h('label', { class: 'check' }, box, ` ${words(box.value)}`));
    this.element = h('fieldset', { class: 'several' }, h('legend', {}, label), ...lines);
  }

  read() {
    const chosen = this.boxes.filter((box) => box.checked).map((box) => box.value);
    return chosen.length ? chosen : undefined;
  }

  write(value) {
    for (const box of this.boxes) box.checked = (value ?? []).includes(box.value);
  }
}

// Settings that belong together; with members, a choice says which of them stand beside.
export class GroupField {
  constructor(label, { fields, members }, or, path, changed, { without = [], more = [] } = {}) {
    this.path = path;
    this.changed = changed;
    this.usual = or;
    this.members = new Map([...members.filter((member) => !without.includes(member.name)), ...more].map((member) => [member.name, member.fields]));
    this.own = fields.map((field) => [field.name, fieldFor(field, join(path, field.name), changed)]);
    this.inner = h('div', { class: 'settings' });
    this.element = h('div', { class: 'settings' });
    this.written = {};
    if (members.length) {
      this.kind = new ChoiceField(label, [...this.members.keys()], or, join(path, 'kind'), () => {
        this.#open(this.kind.read() ?? this.usual);
        changed();
      });
      this.element.append(this.kind.element, this.inner);
      this.#open(this.kind.input.value);
    }
    this.element.append(...this.own.map(([, field]) => field.element));
  }

  // The fields of a kind; what stood in them before stands in them again.
  #open(kind) {
    if (this.current) this.written[this.current] = this.#values(this.membersFields);
    this.current = kind;
    this.membersFields = (this.members.get(kind) ?? []).map((field) => [field.name, fieldFor(field, join(this.path, field.name), this.changed)]);
    for (const [name, field] of this.membersFields) field.write(this.written[kind]?.[name]);
    this.inner.replaceChildren(...this.membersFields.map(([, field]) => field.element));
  }

  get chosen() {
    return this.kind?.input.value;
  }

  read() {
    const values = { ...this.#values(this.membersFields ?? []), ...this.#values(this.own) };
    const kind = this.kind?.read();
    if (kind !== undefined || (this.kind && Object.keys(values).length)) return { kind: this.chosen, ...values };
    return Object.keys(values).length ? values : undefined;
  }

  #values(fields) {
    return Object.fromEntries(fields.map(([name, field]) => [name, field.read()]).filter(([, value]) => value !== undefined));
  }

  write(value) {
    const given = typeof value === 'string' ? { kind: value } : (value ?? {});
    if (this.kind) {
      this.kind.write(given.kind);
      this.written[this.chosen] = given;
      this.current = null;
      this.#open(this.chosen);
    }
    for (const [name, field] of this.own) field.write(given[name]);
  }
}

class OptionalField {
  constructor(setting, path, changed) {
    this.inner = fieldFor({ ...setting, value: setting.value.of }, path, changed);
    this.box = h('input', {
      type: 'checkbox',
      onchange: () => {
        this.inner.element.hidden = !this.box.checked;
        changed();
      },
    });
    this.element = h('div', { class: 'optional' }, h('label', { class: 'check' }, this.box, ` ${words(setting.name)}`), this.inner.element);
    this.write(undefined);
  }

  read() {
    return this.box.checked ? (this.inner.read() ?? {}) : undefined;
  }

  write(value) {
    this.box.checked = value !== undefined && value !== null;
    this.inner.element.hidden = !this.box.checked;
    this.inner.write(value ?? undefined);
  }
}

// Numbers with free names, such as the settings of one's own update rule.
class NamedNumbers {
  constructor(label, { most }, path, changed) {
    this.path = path;
    this.changed = changed;
    this.rows = h('div', { class: 'settings' });
    this.element = h(
      'fieldset',
      { class: 'several' },
      h('legend', {}, label),
      this.rows,
      h('button', { type: 'button', class: 'button', onclick: () => this.rows.children.length < most && this.#add('', '') }, 'Add a setting'),
    );
  }

  #add(name, value) {
    const row = h(
      'div',
      { class: 'named-number' },
      h('input', { type: 'text', value: name, 'aria-label': 'Name of the setting', maxlength: 32, oninput: this.changed, 'data-path': `${this.path}.${name}` }),
      h('input', { type: 'number', step: 'any', value, 'aria-label': `Value of ${name || 'the setting'}`, oninput: this.changed }),
      h('button', { type: 'button', class: 'button quiet', 'aria-label': `Remove ${name || 'the setting'}`, onclick: () => this.#remove(row) }, '×'),
    );
    this.rows.append(row);
  }

  #remove(row) {
    row.remove();
    this.changed();
  }

  read() {
    const entries = [...this.rows.children].map((row) => [...row.querySelectorAll('input')].map((input) => input.value.trim())).filter(([name]) => name);
    return entries.length ? Object.fromEntries(entries.map(([name, value]) => [name, value === '' ? null : Number(value)])) : undefined;
  }

  write(value) {
    this.rows.replaceChildren();
    for (const [name, number] of Object.entries(value ?? {})) this.#add(name, number);
  }
}

export function join(path, name) {
  return path ? `${path}.${name}` : name;
}
