import { DEMAND_VARIABLE, demandOf, type ElasticsearchAnswer } from './answer.ts';

/** A server that runs for us, and how to end it. */
export interface Started {
  readonly url: string;
  close(): Promise<void>;
}

/** The three ways to a server. Each way may throw: its sentence tells why it is closed. */
export interface Ways {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is wrong with the server at this address; null where it can be worked with. */
  whatIsWrong(url: string): Promise<string | null>;
  dockerAnswers(): Promise<boolean>;
  startContainer(): Promise<Started>;
  startZip(): Promise<Started>;
}

export interface Choice {
  readonly answer: ElasticsearchAnswer;
  /** The server that was started, if one was. */
  readonly started: Started | null;
}

/**
 * The server of the run, in this order: the one at ELASTICSEARCH_URL, one in a container, one from the zip.
 * An address that was given and does not answer is a failure, never a reason to take another.
 */
export async function chooseServer(ways: Ways): Promise<Choice> {
  const without = (answer: ElasticsearchAnswer): Choice => ({ answer, started: null });
  const demand = demandOf(ways.env);
  if (demand === 'off') return without({ skip: `${DEMAND_VARIABLE} is off` });

  const url = ways.env['ELASTICSEARCH_URL'];
  if (url) {
    const wrong = await ways.whatIsWrong(url);
    return without(wrong === null ? { url } : { failure: `ELASTICSEARCH_URL is set, but ${wrong}` });
  }

  const reasons: string[] = [];
  if (await ways.dockerAnswers()) {
    try {
      const started = await ways.startContainer();
      return { answer: { url: started.url }, started };
    } catch (error) {
      reasons.push(`the container did not start (${sentence(error)})`);
    }
  } else {
    reasons.push('no Docker engine answers');
  }
  try {
    const started = await ways.startZip();
    return { answer: { url: started.url }, started };
  } catch (error) {
    reasons.push(sentence(error));
  }

  const reason = `${reasons.join('; ')}. Start Docker, install a JDK and Maven, or set ELASTICSEARCH_URL`;
  return without(demand === 'required' ? { failure: `${DEMAND_VARIABLE} is required, but ${reason}` } : { skip: reason });
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
