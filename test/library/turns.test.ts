import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { add, emptyFolder, fileOf, freshLibrary, plan } from './library.ts';

const document = (number: number) => plan({ number: `${number}-KH/TU`, body: 'Thực hiện Kết luận số 33-KL/TW.' });

test('a process that takes files in without a break lets another one have its turn', async () => {
  const data = await emptyFolder();
  const [busy, other] = [await freshLibrary(data), await freshLibrary(data)];
  let goOn = true;
  let number = 0;
  /** Each file takes a while to come, and before it is taken in the next one is on its way. */
  async function chain(): Promise<void> {
    while (goOn) {
      const text = document(++number);
      const slow = { ...fileOf(`${number}.txt`, text), read: () => sleep(60, new TextEncoder().encode(text)) };
      expect(await add(busy, slow)).toMatchObject([{ outcome: 'added' }]);
    }
  }
  const chains = [chain(), sleep(30).then(chain), sleep(45).then(chain)];
  await sleep(150);
  const outcomes = await add(other, fileOf('other.txt', document(1_000))).finally(() => {
    goOn = false;
  });
  await Promise.all(chains);
  expect(outcomes).toMatchObject([{ outcome: 'added' }]);
  expect(await other.stats()).toMatchObject({ documents: number + 1 });
});

test('a long run lets another process have its turn between two batches, and goes on', async () => {
  const data = await emptyFolder();
  const [busy, other] = [await freshLibrary(data), await freshLibrary(data)];
  let goOn = true;
  let given = 0;
  function* files() {
    for (; goOn; given += 1) {
      const text = document(given + 1);
      yield { ...fileOf(`${given}.txt`, text), read: () => sleep(4, new TextEncoder().encode(text)) };
    }
  }
  const run = Array.fromAsync(busy.add(files()));
  await sleep(300);
  const outcomes = await add(other, fileOf('other.txt', document(100_000))).finally(() => {
    goOn = false;
  });
  expect(outcomes).toMatchObject([{ outcome: 'added' }]);
  expect((await run).map(({ outcome }) => outcome)).toEqual(Array(given).fill('added'));
  expect(await other.stats()).toMatchObject({ documents: given + 1 });
});
