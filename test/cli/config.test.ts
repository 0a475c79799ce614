import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configFrom } from '#services/config.ts';

describe('settings', () => {
  test('have standards, which empty variables do not change', () => {
    const standard = {
      data: resolve('data'),
      host: '127.0.0.1',
      port: 8080,
      maxFileBytes: 32 * 1024 * 1024,
      hosts: [],
      log: 'warn',
      readOnly: false,
      readingThreads: 'auto',
      elasticsearch: null,
    };
    expect(configFrom({})).toEqual(standard);
    expect(configFrom({ VANKIEN_PORT: '', VANKIEN_DATA: ' ', VANKIEN_HOSTS: '' })).toEqual(standard);
  });

  test('are read from the environment', () => {
    const environment = {
      VANKIEN_DATA: '/srv/v',
      VANKIEN_HOST: '0.0.0.0',
      VANKIEN_PORT: '0',
      VANKIEN_MAX_FILE_MB: '5',
      VANKIEN_LOG: 'debug',
      VANKIEN_READ_ONLY: '1',
      VANKIEN_READING_THREADS: '3',
    };
    expect(configFrom({ ...environment, VANKIEN_HOSTS: 'a.vn, B.vn' })).toEqual({
      data: '/srv/v',
      host: '0.0.0.0',
      port: 0,
      maxFileBytes: 5 * 1024 * 1024,
      hosts: ['a.vn', 'b.vn'],
      log: 'debug',
      readOnly: true,
      readingThreads: 3,
      elasticsearch: null,
    });
    expect(configFrom({ VANKIEN_HOSTS: '*' }).hosts).toBeNull();
  });

  test.each([
    ['VANKIEN_PORT', '65536', 'VANKIEN_PORT must be a whole number from 0 to 65535, not "65536".'],
    ['VANKIEN_PORT', '-1', 'VANKIEN_PORT must be'],
    ['VANKIEN_PORT', '8080.5', 'VANKIEN_PORT must be'],
    ['VANKIEN_PORT', '0x50', 'VANKIEN_PORT must be'],
    ['VANKIEN_MAX_FILE_MB', '0', 'VANKIEN_MAX_FILE_MB must be a whole number from 1 to 1024, not "0".'],
    ['VANKIEN_LOG', 'loud', 'VANKIEN_LOG must be one of silent, error, warn, info, debug, not "loud".'],
    ['VANKIEN_READING_THREADS', '0', 'VANKIEN_READING_THREADS must be a whole number from 1 to 64, not "0".'],
    ['VANKIEN_READ_ONLY', 'yes', 'VANKIEN_READ_ONLY must be one of 0, 1, not "yes".'],
  ])('%s=%s is refused by name', (name, value, sentence) => {
    expect(() => configFrom({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'bad-request', detail: expect.stringContaining(sentence) }),
    );
  });
});
