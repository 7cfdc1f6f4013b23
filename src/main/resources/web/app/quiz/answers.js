// The answers of this browser that the server has not taken yet: kept until it has, sent one at a time, each sent again under
// the same key as often as it takes, so that it is taken once.
const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 8_000;
const LARGEST_KEPT_ALIVE = 60_000;

export class Answers {
  // attempt: its path; told: what happens to an answer, by the names used below.
  constructor(attempt, told = {}) {
    this.attempt = attempt;
    this.told = told;
    this.store = `descent.answers.${attempt}`;
    this.waiting = new Map(Object.entries(this.#stored()));
    window.addEventListener('online', () => this.send());
    if (this.waiting.size > 0) this.send();
  }

  get size() {
    return this.waiting.size;
  }

  // What is not saved of a question, as a form sends it; undefined when all is.
  content(question) {
    const entry = this.waiting.get(question);
    return entry?.next?.content ?? entry?.content;
  }

  // revision: the one of the server that the answer was made from.
  put(question, content, revision) {
    const entry = this.waiting.get(question);
    if (!entry) this.waiting.set(question, { content, revision, key: crypto.randomUUID() });
    else if (entry.tried) this.#behind(entry, content);
    else if (entry.content !== content) Object.assign(entry, { content, key: crypto.randomUUID() });
    this.#keep();
  }

  // The answer is again what the server has.
  forget(question, content) {
    const entry = this.waiting.get(question);
    if (entry?.tried) this.#behind(entry, content);
    else this.waiting.delete(question);
    this.#keep();
  }

  // What was sent may have been taken, its acknowledgement lost: it is sent again as it was, and the newer content after it.
  #behind(entry, content) {
    if (entry.content === content) delete entry.next;
    else if (entry.next?.content !== content) entry.next = { content, key: crypto.randomUUID() };
  }

  // Sends all that waits; resolves when nothing does, or when it cannot be sent now.
  send() {
    this.running ??= this.#sendAll().finally(() => (this.running = undefined));
    return this.running;
  }

  async #sendAll() {
    clearTimeout(this.timer);
    while (this.waiting.size > 0 && !this.stopped) {
      const [question, entry] = this.waiting.entries().next().value;
      if (!(await this.#sent(question, entry))) return;
    }
    this.retry = undefined;
  }

  async #sent(question, entry) {
    this.told.sending?.(question);
    entry.tried = true;
    const body = new URLSearchParams(entry.content);
    body.set('revision', entry.revision);
    body.set('key', entry.key);
    try {
      const answer = await fetch(`${this.attempt}/questions/${question}`, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body,
        keepalive: entry.content.length < LARGEST_KEPT_ALIVE,
      });
      if (answer.status >= 500 || answer.status === 429) return this.#later(question, 'The server is busy.');
      // Refused before anybody looks at it, and so without a word.
      if (answer.status === 413) return this.#answered(question, entry, 413, { error: 'It is longer than an answer may be.' });
      if (answer.status === 401) return this.#later(question, 'You are signed out: sign in again in another window.');
      return this.#answered(question, entry, answer.status, await answer.json());
    } catch {
      return this.#later(question, 'No connection to the server.');
    }
  }

  #answered(question, entry, status, body) {
    this.waiting.delete(question);
    if (status === 200 && entry.next) this.waiting.set(question, { ...entry.next, revision: body.revision });
    if (body.ended) {
      this.stopped = true;
      this.waiting.clear();
    }
    this.#keep();
    if (body.remaining !== undefined) this.told.remaining?.(body.remaining);
    if (status === 200) this.told.saved?.(question, body, entry.content);
    else if (body.ended) this.told.ended?.(body.error);
    else this.told.refused?.(question, body.error, status);
    return true;
  }

  #later(question, why) {
    this.retry = Math.min(LONGEST_RETRY, (this.retry ?? FIRST_RETRY / 2) * 2);
    this.told.waits?.(question, why);
    this.timer = setTimeout(() => this.send(), this.retry * (0.75 + 0.5 * Math.random()));
    return false;
  }

  // A window that is closed too early finds its answers again.
  #stored() {
    try {
      return JSON.parse(localStorage.getItem(this.store)) ?? {};
    } catch {
      return {};
    }
  }

  #keep() {
    try {
      if (this.waiting.size > 0) localStorage.setItem(this.store, JSON.stringify(Object.fromEntries(this.waiting)));
      else localStorage.removeItem(this.store);
    } catch {
      // A browser that keeps nothing, or has no room left: they wait in this window alone, and are sent as ever.
    }
  }
}
