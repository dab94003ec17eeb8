import { testLargeMap } from '../large-map-tests';

testLargeMap(10_000);
