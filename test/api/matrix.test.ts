import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plan } from '../library/library.ts';
import { noEngine } from '../support/engine.ts';
import { openService, type Service, upload } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

describe.skipIf(noEngine)('the matrix', () => {
  test('answers units against directives by query and by body alike', async () => {
    const content = plan({
      number: '20-KH/TU',
      date: '05 tháng 3 năm 2022',
      body: 'Thực hiện Chỉ thị số 12-CT/TW, ngày 14/01/2022 của Ban Bí thư, các chi bộ trồng cây ven đường.',
    });
    expect((await service.app.inject(upload({ name: 'kh20.txt', content }))).statusCode).toBe(200);
    const query = new URLSearchParams([
      ['directive', '12-CT/TW'],
      ['unit', 'tinh uy ben tre'],
      ['unit', 'Tỉnh ủy Cà Mau'],
      ['order', 'silent'],
    ]);
    const asked = await service.app.inject(`/api/v1/matrix?${query}`);
    expect(asked.statusCode).toBe(200);
    expect(asked.json()).toMatchObject({
      total: 2,
      rows: [
        { unit: { name: 'Tỉnh ủy Cà Mau', known: false }, cells: [{ state: 'silent' }] },
        { unit: { name: 'Tỉnh ủy Bến Tre', known: true }, cells: [{ state: 'held', days: 50 }] },
      ],
    });
    const payload = { directive: ['12-CT/TW'], unit: ['tinh uy ben tre', 'Tỉnh ủy Cà Mau'], order: 'silent' };
    const sent = await service.app.inject({ method: 'POST', url: '/api/v1/matrix', payload });
    expect(sent.json()).toEqual(asked.json());
  });

  test('refuses what it does not know by the name of the field', async () => {
    const sent = await service.app.inject({ method: 'POST', url: '/api/v1/matrix', payload: { directive: [], level: ['ward'] } });
    expect(sent.statusCode).toBe(400);
    expect((await service.app.inject('/api/v1/matrix?directive=12-CT/XX')).statusCode).toBe(404);
  });
});
