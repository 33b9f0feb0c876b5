/** One answer of HTTP/1.1. */
export interface Answer {
  status: number;
  body: Buffer;
}

/** Puts one answer after another together from what a socket gives. It knows what a server of JSON sends (a length, chunks, or no body) and
 *  throws for anything else: an answer that was misread must not be counted. */
export class AnswerReader {
  #chunks: Buffer[] = [];
  #have = 0;
  /** Bytes of head and body together, once the head has told; NaN where the body comes in chunks. */
  #need: number | null = null;
  #headEnd = 0;
  #status = 0;

  /** The answer, when these bytes complete it. Throws for bytes that belong to no answer. */
  push(bytes: Buffer): Answer | null {
    this.#chunks.push(bytes);
    this.#have += bytes.length;
    if (this.#need === null && !this.#readHead()) return null;
    if (Number.isNaN(this.#need)) return this.#readChunks();
    if (this.#have < (this.#need ?? 0)) return null;
    if (this.#have > (this.#need ?? 0)) throw new Error('The server sent more than its answer has.');
    return this.#done(this.#all().subarray(this.#headEnd));
  }

  #readHead(): boolean {
    const all = this.#all();
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const head = all.toString('latin1', 0, end);
    this.#status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
    this.#headEnd = end + 4;
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (this.#status === 204 || this.#status === 304) this.#need = this.#headEnd;
    else if (length !== undefined) this.#need = this.#headEnd + Number(length);
    else if (/\r\ntransfer-encoding: *chunked/i.test(head)) this.#need = Number.NaN;
    else throw new Error(`The end of an answer cannot be told:\n${head}`);
    return true;
  }

  #readChunks(): Answer | null {
    const all = this.#all();
    const parts: Buffer[] = [];
    for (let at = this.#headEnd; ; ) {
      const line = all.indexOf('\r\n', at);
      if (line < 0) return null;
      const size = Number.parseInt(all.toString('latin1', at, line), 16);
      if (Number.isNaN(size)) throw new Error('A chunk of an answer has no size.');
      if (all.length < line + 2 + size + 2) return null;
      if (size === 0) return this.#done(Buffer.concat(parts));
      parts.push(all.subarray(line + 2, line + 2 + size));
      at = line + 2 + size + 2;
    }
  }

  #all(): Buffer {
    const [first] = this.#chunks;
    if (first !== undefined && this.#chunks.length === 1) return first;
    const all = Buffer.concat(this.#chunks, this.#have);
    this.#chunks = [all];
    return all;
  }

  #done(body: Buffer): Answer {
    const answer = { status: this.#status, body };
    this.#chunks = [];
    this.#have = 0;
    this.#need = null;
    return answer;
  }
}
