export { describeLastingStore } from './lasting-store';
export { describeStore } from './store';
