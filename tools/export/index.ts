export { readExport } from './read-export';
export type { Export, ExportKind } from './read-export';
