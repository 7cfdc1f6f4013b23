// The layers of a network, in a list that grows, shrinks and is put in order.
import { GroupField, join } from './fields.js';
import { h } from '../dom.js';
import { words } from './words.js';

export class LayersField {
  // family: the group of all kinds of layers; within: whether these stand in a residual block
  constructor(listing, path, changed, family = listing.of, within = false) {
    this.listing = listing;
    this.family = family;
    this.path = path;
    this.changed = changed;
    this.within = within;
    this.layers = [];
    this.list = h('ol', { class: 'layers' });
    this.element = h(
      'div',
      { class: 'settings' },
      this.list,
      h('button', { type: 'button', class: 'button', onclick: () => this.#append({ kind: 'dense', units: 8 }) }, within ? 'Add a layer to the block' : 'Add a layer'),
    );
  }

  #append(value) {
    if (this.layers.length >= this.listing.most) return;
    this.write([...this.#values(), value]);
    this.changed();
    this.list.lastElementChild.querySelector('select').focus();
  }

  #values() {
    return this.layers.map((layer) => layer.read());
  }

  read() {
    const values = this.#values();
    return values.length ? values : undefined;
  }

  write(values) {
    this.layers = (values ?? []).map((value, i) => new Layer(this, i, value));
    this.list.replaceChildren(...this.layers.map((layer, i) => h('li', { class: 'layer' }, layer.element, this.#buttons(i))));
  }

  #buttons(i) {
    const name = `layer ${i + 1}`;
    const button = (sign, label, onclick, disabled = false) =>
      h('button', { type: 'button', class: 'button quiet', 'aria-label': label, disabled, onclick }, sign);
    return h(
      'div',
      { class: 'layer-buttons' },
      button('↑', `Move ${name} towards the input`, () => this.#swap(i, i - 1), i === 0),
      button('↓', `Move ${name} towards the output`, () => this.#swap(i, i + 1), i === this.layers.length - 1),
      button('×', `Remove ${name}`, () => this.#remove(i)),
    );
  }

  #swap(i, j) {
    const values = this.#values();
    [values[i], values[j]] = [values[j], values[i]];
    this.write(values);
    this.changed();
    this.list.children[j].querySelector('select').focus();
  }

  #remove(i) {
    this.write(this.#values().filter((_, at) => at !== i));
    this.changed();
  }
}

// One layer: its kind and main numbers in sight, the rest behind a click.
class Layer {
  constructor(list, i, value) {
    this.list = list;
    this.path = `${list.path}[${i}]`;
    const members = list.family.members.filter((member) => !(list.within && member.name === 'residual'));
    // The layers within a block have a list of their own below.
    const flat = members.map((member) => ({ ...member, fields: member.fields.filter((field) => field.value.kind !== 'listing') }));
    this.group = new GroupField(`Layer ${i + 1}`, { fields: [], members: flat }, undefined, this.path, () => {
      this.#block();
      list.changed();
    });
    this.block = null;
    this.element = h('div', { class: 'settings' }, this.group.element);
    this.group.write(value);
    this.#block(value.layers);
  }

  #block(layers = [{ kind: 'dense', units: 8 }]) {
    const needed = this.group.chosen === 'residual';
    if (needed && !this.block) {
      const listing = this.list.family.members.find((member) => member.name === 'residual').fields[0].value;
      this.block = new LayersField(listing, join(this.path, 'layers'), this.list.changed, this.list.family, true);
      this.block.write(layers);
      this.element.append(this.block.element);
    } else if (!needed && this.block) {
      this.block.element.remove();
      this.block = null;
    }
    this.#fold();
  }

  // Where its weights start is rarely changed.
  #fold() {
    const rare = [...this.group.inner.children].filter((setting) => setting.querySelector('label')?.textContent.startsWith('Initial'));
    if (rare.length) this.group.inner.append(h('details', { class: 'rare' }, h('summary', {}, 'Where it starts'), ...rare));
  }

  read() {
    const value = { kind: this.group.chosen, ...this.group.read() };
    return this.block ? { ...value, layers: this.block.read() ?? [] } : value;
  }
}

// "16 tanh, dropout 0.5" of what a spec says of its layers.
export function layersInWords(layers) {
  const texts = (layers ?? []).map((layer) => {
    if (typeof layer === 'string') return words(layer);
    if (layer.kind === 'dense') return `${layer.units} ${words(layer.activation ?? 'relu')}`;
    if (layer.kind === 'residual') return `residual (${layersInWords(layer.layers)})`;
    if (layer.kind === 'dropout') return `dropout ${layer.rate ?? 0.5}`;
    return layer.kind === 'activation' ? words(layer.function) : words(layer.kind).toLowerCase();
  });
  return texts.join(', ') || 'no hidden layer';
}
