import type { Socket } from 'node:net';
import type { FailureCode } from '#ingest/model/failure.ts';
import { Failure } from '#ingest/model/failure.ts';
import { answerTo, Refusal } from './errors.ts';

const byError: Readonly<Record<string, FailureCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-too-slow',
};

const reasons: Readonly<Record<number, string>> = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' };

/** Answers what is not even an HTTP request (or not in time, or with endless headers) in the form of every other failure, and ends the connection. */
export function refuseBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = byError[error.code ?? ''];
  const failure =
    code === undefined ? new Refusal('bad-request', [{ path: 'request', message: 'is not well-formed HTTP' }]) : new Failure(code);
  const answer = answerTo(failure, '');
  const body = JSON.stringify(answer);
  const head = [
    `HTTP/1.1 ${answer.error.status} ${reasons[answer.error.status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
