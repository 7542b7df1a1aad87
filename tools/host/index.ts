export { startCluster, startEngine } from './engine';
export { readingOf } from './reading';
export { checkWorkspace, readWorkspace } from './workspace-file';
export { licenceCanaries } from './server/licence';
export { defaultPeople } from './server/people';
export type * from './types';
