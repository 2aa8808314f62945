/** XMLHttpRequest over fetch, so far as the stock client's upload needs it: xhr2 knows neither Blob nor FormData. */
type Listener = (event: { readonly type: string }) => void;

export class FetchXhr {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = '';
  responseType = '';
  timeout = 0;
  onreadystatechange: (() => void) | null = null;
  onload: Listener | null = null;
  onerror: Listener | null = null;
  readonly upload = {};
  #method = 'GET';
  #url = '';
  #headers = new Headers();
  #answered = new Headers();

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
  }
  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }
  getResponseHeader(name: string): string | null {
    return this.#answered.get(name);
  }
  abort(): void {}
  send(body?: BodyInit | null): void {
    fetch(this.#url, { method: this.#method, headers: this.#headers, body: body ?? null }).then(
      (answer) => this.#take(answer),
      () => this.onerror?.({ type: 'error' }),
    );
  }
  async #take(answer: Response): Promise<void> {
    this.status = answer.status;
    this.#answered = answer.headers;
    if (this.responseType === 'arraybuffer') this.response = await answer.arrayBuffer();
    else if (this.responseType === 'blob') this.response = await answer.blob();
    else {
      this.responseText = await answer.text();
      this.response =
        this.responseType === 'json' ? JSON.parse(this.responseText || 'null') : this.responseText;
    }
    this.readyState = 4;
    this.onreadystatechange?.();
    this.onload?.({ type: 'load' });
  }
}
