export { RENDERS } from './compose/draft-tab';
export { generateOrganisation, type Organisation, type Size } from './organisation/generate';
export { type Written, writeOrganisation } from './organisation/write';
