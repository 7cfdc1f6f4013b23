// The settings of an experiment: sections of fields, made of what the engine says that a spec may hold.
import { ChoiceField, fieldFor, GroupField } from './fields.js';
import { h } from '../dom.js';
import { LayersField, layersInWords } from './layers.js';
import { words } from './words.js';

const OPEN = ['data', 'network', 'optimizer'];
const PLANE_FEATURES = ['x1', 'x2', 'x1^2', 'x2^2', 'x1*x2', 'sin(x1)', 'sin(x2)'];

export class SpecForm {
  // fields: what /lab/fields says; tables: [{id, name}] of one's own; changed: is called after each change
  constructor(element, fields, tables, changed) {
    this.element = element;
    this.changed = () => {
      this.#summaries();
      changed();
    };
    const settings = new Map(fields.fields.map((field) => [field.name, field]));
    const others = ['schedule', 'batch', 'regularization', 'clipping', 'stop', 'record'];
    this.sections = {
      data: this.#data(settings.get('data'), tables),
      network: this.#network(settings.get('network')),
      loss: this.#left(settings.get('loss'), 'By the data'),
      optimizer: fieldFor(settings.get('optimizer'), 'optimizer', this.changed),
      ...Object.fromEntries(others.map((name) => [name, fieldFor(settings.get(name), name, this.changed)])),
      seed: this.#seed(settings.get('seed')),
    };
    this.rule = h('pre', { class: 'code', tabindex: 0, role: 'group', 'aria-label': 'Update rule' });
    this.own = h('button', { type: 'button', class: 'button', onclick: () => this.#makeOwn() }, 'Make it my own');
    this.details = Object.entries(this.sections).map(([name, field]) => this.#section(name, field));
    this.error = h('p', { class: 'field-error', role: 'alert', hidden: true });
    element.replaceChildren(...this.details.map(({ details }) => details), this.error);
  }

  #section(name, field) {
    const says = h('span', { class: 'meta' });
    const details = h('details', { class: 'lab-section', open: OPEN.includes(name) }, h('summary', {}, words(name), ' ', says), field.element);
    if (name === 'optimizer') details.append(h('div', { class: 'rule' }, this.rule, this.own));
    if (name === 'data') {
      this.picture = h('div', { class: 'data-picture' });
      details.append(this.picture);
    }
    return { name, details, says };
  }

  // Another kind of data is another task: what was chosen for the one before does not fit.
  #data(setting, tables) {
    const own = tables.length ? [{ name: 'own', fields: [{ name: 'table', value: { kind: 'choice', names: tables.map((table) => table.id) } }] }] : [];
    const features = setting.value.fields.find((field) => field.name === 'features');
    const rest = { ...setting.value, fields: setting.value.fields.filter((field) => field !== features) };
    const group = new GroupField('Kind of data', rest, setting.or, 'data', this.changed, { without: ['table'], more: [...own, { name: 'table', fields: [] }] });
    const authored = new AuthoredTable(group.kind.input.querySelector('[value="table"]'));
    const names = fieldFor(features, 'data.features', this.changed);
    const toggles = h('div', { class: 'toggles', role: 'group', 'aria-label': 'Usual features' }, ...PLANE_FEATURES.map((name) => this.#toggle(name, names)));
    group.kind.input.addEventListener('change', () => {
      this.sections.loss.write(undefined);
      this.sections.network.output.write(undefined);
      names.write(undefined);
      this.#named(group, tables);
    });
    const element = h('div', {}, group.element, h('div', { class: 'features' }, names.element, toggles));
    names.element.append(h('span', { class: 'meta' }, 'empty: the inputs as they are'));
    this.#named(group, tables);
    return {
      element,
      group,
      read: () => {
        const chosen = names.read();
        const values = authored.added(group.read());
        return chosen ? { ...values, features: chosen } : values;
      },
      write: (value) => {
        authored.found(value);
        group.write(value);
        names.write(value?.features?.length ? value.features : undefined);
        this.#named(group, tables);
      },
    };
  }

  // Tables are chosen by their names.
  #named(group, tables) {
    for (const option of group.inner.querySelectorAll('select[data-path="data.table"] option')) {
      option.textContent = tables.find((table) => table.id === option.value)?.name ?? option.value;
    }
  }

  #toggle(name, names) {
    return h(
      'button',
      {
        type: 'button',
        class: 'button quiet',
        onclick: () => {
          const chosen = names.read() ?? [];
          names.write(chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name]);
          this.changed();
        },
      },
      name,
    );
  }

  #network(setting) {
    const [layers, output] = setting.value.fields;
    const list = new LayersField(layers.value, 'network.layers', this.changed);
    const end = this.#output(output);
    return {
      element: h('div', {}, list.element, h('details', { class: 'rare' }, h('summary', {}, 'Output layer'), end.element)),
      output: end,
      read: () => {
        const value = { layers: list.read(), output: end.read() };
        for (const name of Object.keys(value)) if (value[name] === undefined) delete value[name];
        return Object.keys(value).length ? value : undefined;
      },
      write: (value) => {
        list.write(value?.layers);
        end.write(value?.output);
      },
    };
  }

  #output(setting) {
    const [activation, ...rest] = setting.value.fields;
    const choice = new ChoiceField(words(activation.name), activation.value.names, activation.or, 'network.output.activation', this.changed, 'By the loss');
    const group = new GroupField('', { fields: rest, members: [] }, undefined, 'network.output', this.changed);
    return {
      element: h('div', { class: 'settings' }, choice.element, group.element),
      read: () => {
        const chosen = choice.read();
        const values = group.read();
        return chosen || values ? { ...(chosen ? { activation: chosen } : {}), ...values } : undefined;
      },
      write: (value) => {
        choice.write(value?.activation);
        group.write(value);
      },
    };
  }

  #left(setting, byItself) {
    const names = setting.value.members.map((member) => member.name);
    const group = new GroupField(words(setting.name), setting.value, setting.or, setting.name, this.changed);
    const choice = new ChoiceField(words(setting.name), names, setting.or, setting.name, () => {
      group.element.hidden = !choice.read();
      if (choice.read()) group.write({ kind: choice.read() });
      this.changed();
    }, byItself);
    group.kind.element.hidden = true;
    return {
      element: h('div', { class: 'settings' }, choice.element, group.element),
      read: () => (choice.read() ? { kind: choice.read(), ...group.read() } : undefined),
      write: (value) => {
        const given = typeof value === 'string' ? { kind: value } : value;
        choice.write(given?.kind);
        group.element.hidden = !given;
        if (given) group.write(given);
      },
    };
  }

  // One number for all that chance decides, unless some of it has a number of its own.
  #seed(setting) {
    const all = fieldFor({ name: 'seed', or: setting.or, value: setting.value.fields[0].value }, 'seed', this.changed);
    const parts = setting.value.fields.map(({ name, value }) => [name, fieldFor({ name, or: '', value }, `seed.${name}`, this.changed)]);
    return {
      element: h(
        'div',
        { class: 'settings' },
        all.element,
        h('details', { class: 'rare' }, h('summary', {}, 'Of its own for'), h('div', { class: 'settings' }, ...parts.map(([, part]) => part.element))),
      ),
      read: () => {
        const own = parts.filter(([, part]) => part.input.value !== '').map(([name, part]) => [name, Number(part.input.value)]);
        if (!own.length) return all.read();
        return { ...Object.fromEntries(parts.map(([name]) => [name, Number(all.input.value)])), ...Object.fromEntries(own) };
      },
      write: (value) => {
        const group = typeof value === 'object' ? value : null;
        all.write(group ? group.data : value);
        for (const [name, part] of parts) part.write(group && group[name] !== group.data ? group[name] : '');
      },
    };
  }

  #makeOwn() {
    if (!this.custom) return;
    this.sections.optimizer.write(this.custom);
    this.changed();
    this.element.querySelector('[data-path="optimizer.rule"]')?.focus();
  }

  #summaries() {
    const spec = this.read();
    const texts = {
      data: words(this.sections.data.group.chosen),
      network: layersInWords(spec.network?.layers),
      loss: spec.loss ? words(spec.loss.kind) : 'by the data',
    };
    for (const { name, says } of this.details) {
      const kind = this.sections[name].chosen;
      says.textContent = texts[name] ?? (kind ? words(kind) : '');
    }
  }

  // Only what is not as usual.
  read() {
    const spec = {};
    for (const [name, field] of Object.entries(this.sections)) {
      const value = field.read();
      if (value !== undefined) spec[name] = value;
    }
    return spec;
  }

  write(spec) {
    for (const [name, field] of Object.entries(this.sections)) field.write(spec[name]);
    this.#summaries();
  }

  // What the server made of it.
  understood(checked) {
    this.rule.textContent = checked.rule.trim();
    this.custom = checked.custom;
    this.own.hidden = this.sections.optimizer.chosen === 'custom';
    this.rule.hidden = this.own.hidden;
    this.refused(null);
  }

  // Marks the field that the server refused; one that has no field here is named below all.
  refused(problem) {
    for (const field of this.element.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
    this.error.hidden = !problem;
    if (!problem) return;
    this.error.textContent = problem.message;
    const path = problem.field ?? '';
    const field = this.element.querySelector(`[data-path="${CSS.escape(path)}"]`);
    if (!field) return;
    field.setAttribute('aria-invalid', 'true');
    for (let around = field.closest('details'); around; around = around.parentElement.closest('details')) around.open = true;
    const place = field.closest('.setting') ?? field.closest('.check') ?? field;
    place.after(this.error);
  }
}

// Examples that stand in the settings of a lesson's experiment: they can be kept, not written.
class AuthoredTable {
  constructor(option) {
    this.option = option;
    option.textContent = 'The table of the experiment';
    this.found(undefined);
  }

  found(data) {
    if (data?.kind === 'table') {
      const { columns, classes, rows, scaleTarget } = data;
      this.table = { columns, classes, rows, scaleTarget };
    }
    this.option.hidden = this.option.disabled = !this.table;
  }

  added(values) {
    return values?.kind === 'table' ? { ...values, ...this.table } : values;
  }
}
