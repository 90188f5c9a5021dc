import { isEmpty } from "./body-reader";
import { ownAnswer } from "./client-answer";
import type { ClientAnswer, ClientSide } from "./client-side";
import type * as seam from "./contract";
import { ExchangeRecord } from "./exchange-record";
import type { Front, InProgress } from "./front";
import type { TargetConnection } from "./target-connection";

/** How an exchange ends towards its client: one answer at most, begun once, and one end, whatever happens. */
export abstract class Answering implements InProgress {
  deadlineMs = Number.POSITIVE_INFINITY;
  place = -1;
  protected readonly record: ExchangeRecord;
  protected readonly balanced: seam.Exchange;
  protected target: TargetConnection | undefined;
  protected requestDone: boolean;
  protected answerBegun = false;
  protected ended = false;

  constructor(
    protected readonly front: Front,
    protected readonly client: ClientSide,
    protected readonly head: seam.RequestHead,
    connection: seam.ClientConnection,
    receivedMs: number,
  ) {
    this.record = new ExchangeRecord(receivedMs);
    this.requestDone = isEmpty(head.body);
    front.exchanges.add(this);
    this.balanced = front.balancing.begin(head, connection);
  }

  /** It has to end now; the client is told as far as that is still possible. */
  abort(failure: seam.Failure): void {
    this.target?.destroy();
    this.fail(failure);
  }

  abstract expire(): void;

  protected fail(failure: seam.Failure): void {
    if (this.ended) return;
    const { balancing } = this.front;
    const answer = this.answerBegun ? undefined : balancing.failureAnswer(failure, this.head.version);
    this.record.failure = failure;
    if (answer === undefined) this.breakOff(failure);
    else this.answerByItself(answer);
  }

  protected answerByItself(answer: seam.OwnAnswer): void {
    const { head, body } = ownAnswer(answer, this.head.method, !this.requestDone);
    this.begin(head);
    if (body !== undefined) this.client.data(body);
    this.finish([]);
  }

  protected begin(answer: ClientAnswer): void {
    this.answerBegun = true;
    this.record.passedOn(answer.status);
    this.client.answer(answer);
  }

  protected finish(trailers: seam.RawHeaders): void {
    this.client.finish(trailers);
    this.end();
    this.client.next();
  }

  protected breakOff(failure: seam.Failure | undefined): void {
    this.record.failure = failure;
    this.client.breakOff();
    this.end();
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    this.target = undefined;
    this.deadlineMs = Number.POSITIVE_INFINITY;
    this.front.exchanges.delete(this);
    this.balanced.end(this.record.end(this.client.receivedBytes, this.client.sentBytes));
  }
}
