// The service as the page uses it: the control plane like any client, the page's own calls, and a user's connection.

const secret = document.querySelector('meta[name=usher-page]').content;

async function post(path, input, headers = {}) {
  const answer = await fetch(path, {
    method: 'POST', body: JSON.stringify(input), headers: { 'Content-Type': 'application/json', ...headers },
  });
  const text = await answer.text();
  const output = text ? JSON.parse(text) : {};
  if (!answer.ok) {
    throw new Error(output.message || `status ${answer.status}`);
  }
  return output;
}

/** An operation of the control plane. */
export function operation(name, input) {
  return post(`/${name}`, input);
}

/** A call that only this page may make. */
export function ownCall(name, input = {}) {
  return post(`/-/call/${name}`, input, { 'X-Usher-Page': secret });
}

/** Reads "a=1, b=2". */
export function readAttributes(text) {
  const attributes = {};
  for (const pair of text.split(',')) {
    const [key, ...value] = pair.split('=');
    if (key.trim()) {
      attributes[key.trim()] = value.join('=').trim();
    }
  }
  return attributes;
}

/** One user's connection to a room: a token for each, and frames in and out. */
export class Connection extends EventTarget {
  #socket;
  #requests = new Map();

  async open(roomIdentifier, userId, capabilities, attributes) {
    const token = await operation('CreateChatToken', { roomIdentifier, userId, capabilities, attributes });
    this.until = new Date(token.sessionExpirationTime);
    this.#socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/`, token.token);
    this.#socket.addEventListener('message', (event) => this.#receive(JSON.parse(event.data)));
    this.#socket.addEventListener('close', (event) => {
      this.until = undefined;
      this.#tell('close', { code: event.code, reason: event.reason });
    });
    await new Promise((resolve, reject) => {
      this.#socket.addEventListener('open', resolve, { once: true });
      this.#socket.addEventListener('error', () => reject(new Error('refused')), { once: true });
    });
  }

  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  close() {
    this.#socket?.close(1000);
  }

  /** Sends a request; the frame that answers it comes back with what was remembered. */
  send(request, remembered) {
    const RequestId = crypto.randomUUID();
    this.#requests.set(RequestId, remembered);
    this.#socket.send(JSON.stringify({ ...request, RequestId }));
  }

  #receive(frame) {
    const remembered = this.#requests.get(frame.RequestId);
    this.#requests.delete(frame.RequestId);
    this.#tell('frame', { frame, remembered });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
