/**
 * Sets the times of making in a PDF's information dictionary to one fixed day, so that a file made again from the same
 * source by the same program is the same file. The length stays, and with it every offset in the file's cross-reference table.
 */
export function pinDates(pdf: Uint8Array): Buffer {
  const text = Buffer.from(pdf).toString('latin1');
  const pinned = text.replaceAll(/\/(CreationDate|ModDate) ?\(D:(\d{14})/gu, (all, _name, time: string) => all.replace(time, '20250101000000'));
  return Buffer.from(pinned, 'latin1');
}
