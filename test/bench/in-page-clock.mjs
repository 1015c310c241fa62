/**
 * Runs inside the page, before anything else of it, and puts a `clock` there: it takes the time from what a person does
 * until the outcome is on screen.
 * @param {string} first A selector: what the page shows first. Its time counts from the beginning of the loading.
 */
export function installClock(first) {
  const PATIENCE_MS = 30_000
  /** When the key or click came; 0 is when the page began to load. */
  let begun = 0
  /** @type {Map<number, string>} */
  const asked = new Map()
  /** @type {(method: string) => void} */
  let onAnswer = () => undefined

  for (const type of ['keydown', 'click']) addEventListener(type, ({ timeStamp }) => (begun ||= timeStamp), true)

  globalThis.Worker = class extends Worker {
    /** @param {ConstructorParameters<typeof Worker>} how */
    constructor(...how) {
      super(...how)
      this.addEventListener('message', ({ data }) => {
        if (data.kind === 'reply') onAnswer(asked.get(data.id) ?? '')
      })
      const { postMessage } = this
      this.postMessage = (/** @type {any} */ message, /** @type {any} */ transfer) => {
        if (message.kind === 'request') asked.set(message.id, message.method)
        postMessage.call(this, message, transfer)
      }
    }
  }

  /** When the frame with what is there now is drawn: the first message that arrives after its callbacks comes behind its layout and paint. */
  const onScreen = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now())
      requestAnimationFrame(() => port2.postMessage(null))
    })

  /**
   * When the text at the selector is another one than before the input, and not drawn yet.
   * @param {string} selector
   * @returns {Promise<void>}
   */
  const changed = (selector) =>
    new Promise((resolve) => {
      const text = () => document.querySelector(selector)?.textContent ?? null
      let before = text()
      const observer = new MutationObserver(() => {
        const now = text()
        // What still changes before the input belongs to what was done before it.
        if (!begun && before !== null) before = now
        if (now === null || now === before) return
        observer.disconnect()
        resolve()
      })
      observer.observe(document, { subtree: true, childList: true, characterData: true })
    })

  /** @param {string} method */
  const answered = (method) =>
    new Promise((resolve) => {
      onAnswer = (one) => one === method && resolve(performance.now())
    })

  /** @type {Promise<Record<string, number>>} */
  let times

  /**
   * From the next input: until the texts at the selectors are others, and until the engine has answered `method`.
   * @param {Readonly<Record<string, string>>} selectors
   * @param {string} [method]
   */
  const start = (selectors, method) => {
    begun = 0
    const ends = Object.entries(selectors).map(([name, selector]) => ({ name, end: changed(selector).then(onScreen) }))
    if (method) ends.push({ name: 'answer', end: answered(method) })
    const all = Promise.all(ends.map(async ({ name, end }) => [name, (await end) - begun]))
    const late = new Promise((_, reject) => {
      setTimeout(() => reject(new Error(`Waited too long for ${Object.values(selectors).join(', ')}`)), PATIENCE_MS)
    })
    times = Promise.race([all, late]).then(Object.fromEntries)
    times.catch(() => undefined)
  }

  /**
   * From the next input: in which frame the text at the selector is another one. 1 is the frame that comes next.
   * @param {string} selector
   */
  const countFrames = (selector) => {
    begun = 0
    let frame = 1
    let request = 0
    const count = () => {
      request = requestAnimationFrame(() => {
        frame += 1
        count()
      })
    }
    for (const type of ['keydown', 'click']) addEventListener(type, () => request || count(), { capture: true, once: true })
    times = changed(selector).then(() => {
      cancelAnimationFrame(request)
      return { frame }
    })
  }

  /** Whether a row of the list is in sight, or about to be, whose text is not there yet. */
  const lacksRows = () => {
    const list = document.querySelector('.virtual-list')?.getBoundingClientRect()
    const rows = document.querySelector('.virtual-window')?.getBoundingClientRect()
    if (!list || !rows) return false
    return rows.top > list.top + 1 || rows.bottom < list.bottom - 1 || document.querySelector('.verbatim-waiting') !== null
  }

  /** The time between frames, and in which of them rows were lacking, until it is stopped. */
  const watchFrames = () => {
    /** @type {number[]} */
    const frames = []
    let lacking = 0
    let last = performance.now()
    let request = requestAnimationFrame(function next() {
      const now = performance.now()
      frames.push(now - last)
      last = now
      if (lacksRows()) lacking += 1
      request = requestAnimationFrame(next)
    })
    return () => {
      cancelAnimationFrame(request)
      return { frames, lacking }
    }
  }

  Object.assign(globalThis, { clock: { start, countFrames, times: () => times, watchFrames } })
  start({ first })
}
