import { strToU8, zipSync } from 'fflate';
import { el, type Xml } from '../xml.ts';
import { page, pageNumber } from './word.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The folder of a ZIP archive tells a time for each file; the same content gives the same bytes. */
const mtime = new Date(1980, 0, 1, 12);

/** A text document (Office Open XML, ECMA-376) of these paragraphs and tables, with page numbers. */
export function wordFile({
  title,
  made,
  body,
}: {
  readonly title: string;
  readonly made: Date;
  readonly body: readonly Xml[];
}): Uint8Array {
  const files: Readonly<Record<string, Xml>> = {
    '[Content_Types].xml': el(
      'Types',
      { xmlns: `${packaged}/content-types` },
      el('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      el('Override', { PartName: '/word/document.xml', ContentType: `${types}.document.main+xml` }),
      el('Override', { PartName: '/word/styles.xml', ContentType: `${types}.styles+xml` }),
      el('Override', { PartName: '/word/footer1.xml', ContentType: `${types}.footer+xml` }),
      el('Override', { PartName: '/docProps/core.xml', ContentType: 'application/vnd.openxmlformats-package.core-properties+xml' }),
    ),
    '_rels/.rels': relationships([
      [`${relations}/officeDocument`, 'word/document.xml'],
      [`${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'word/_rels/document.xml.rels': relationships([
      [`${relations}/styles`, 'styles.xml'],
      [`${relations}/footer`, 'footer1.xml'],
    ]),
    'word/document.xml': el('w:document', { 'xmlns:w': main, 'xmlns:r': relations }, el('w:body', {}, ...body, section())),
    'word/footer1.xml': el('w:ftr', { 'xmlns:w': main }, pageNumber()),
    'word/styles.xml': styles(),
    'docProps/core.xml': core(title, made),
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, { xml }]) => [path, [strToU8(declaration + xml), { mtime, level: 6 }]])),
  );
}

function relationships(links: readonly (readonly [type: string, target: string])[]): Xml {
  return el(
    'Relationships',
    { xmlns: `${packaged}/relationships` },
    ...links.map(([Type, Target], at) => el('Relationship', { Id: `rId${at + 1}`, Type, Target })),
  );
}

function section(): Xml {
  const { width, height, left, right, top, bottom } = page;
  return el(
    'w:sectPr',
    {},
    el('w:footerReference', { 'w:type': 'default', 'r:id': 'rId2' }),
    el('w:pgSz', { 'w:w': width, 'w:h': height }),
    el('w:pgMar', {
      ...{ 'w:top': top, 'w:right': right, 'w:bottom': bottom, 'w:left': left },
      ...{ 'w:header': 567, 'w:footer': 567, 'w:gutter': 0 },
    }),
  );
}

function core(title: string, made: Date): Xml {
  const time = `${made.toISOString().slice(0, 19)}Z`;
  return el(
    'cp:coreProperties',
    {
      'xmlns:cp': `${packaged}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    el('dc:title', {}, title),
    el('dc:creator', {}, 'Vankien'),
    el('dc:language', {}, 'vi-VN'),
    el('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, time),
  );
}

interface StyleForm {
  readonly id: string;
  readonly name: string;
  /** Half points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: string;
  readonly outline?: number;
  readonly before?: number;
  readonly after?: number;
  readonly indent?: number;
  readonly centred?: boolean;
}

const forms: readonly StyleForm[] = [
  { id: 'Title', name: 'Title', size: 32, bold: true, centred: true, after: 200 },
  { id: 'Heading1', name: 'heading 1', size: 28, bold: true, outline: 0, before: 320, after: 120 },
  { id: 'Heading2', name: 'heading 2', size: 24, bold: true, outline: 1, before: 220, after: 80 },
  { id: 'Quote', name: 'Quote', size: 24, italic: true, before: 60, after: 20, indent: 420 },
  { id: 'Source', name: 'Source', size: 20, colour: '444444', after: 100, indent: 420 },
  { id: 'TableText', name: 'Table Text', size: 20, before: 30, after: 30 },
  { id: 'Footer', name: 'footer', size: 20 },
];

/** Times New Roman, the letter of official papers; language Vietnamese, so that programs check its spelling. */
function styles(): Xml {
  const fonts = el('w:rFonts', { 'w:ascii': 'Times New Roman', 'w:hAnsi': 'Times New Roman', 'w:cs': 'Times New Roman' });
  const sizes = (size: number) => [el('w:sz', { 'w:val': size }), el('w:szCs', { 'w:val': size })];
  return el(
    'w:styles',
    { 'xmlns:w': main },
    el(
      'w:docDefaults',
      {},
      el('w:rPrDefault', {}, el('w:rPr', {}, fonts, ...sizes(26), el('w:lang', { 'w:val': 'vi-VN' }))),
      el('w:pPrDefault', {}, el('w:pPr', {}, el('w:spacing', { 'w:after': 100 }))),
    ),
    el('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, el('w:name', { 'w:val': 'Normal' })),
    ...forms.map(({ id, name, size, bold, italic, colour, outline, before = 0, after = 0, indent, centred }) =>
      el(
        'w:style',
        { 'w:type': 'paragraph', 'w:styleId': id },
        el('w:name', { 'w:val': name }),
        el('w:basedOn', { 'w:val': 'Normal' }),
        el('w:qFormat', {}),
        el(
          'w:pPr',
          {},
          outline === undefined ? null : el('w:keepNext', {}),
          el('w:spacing', { 'w:before': before, 'w:after': after }),
          indent === undefined ? null : el('w:ind', { 'w:left': indent }),
          centred === true ? el('w:jc', { 'w:val': 'center' }) : null,
          outline === undefined ? null : el('w:outlineLvl', { 'w:val': outline }),
        ),
        el(
          'w:rPr',
          {},
          bold === true ? el('w:b', {}) : null,
          italic === true ? el('w:i', {}) : null,
          colour === undefined ? null : el('w:color', { 'w:val': colour }),
          ...sizes(size),
        ),
      ),
    ),
  );
}
