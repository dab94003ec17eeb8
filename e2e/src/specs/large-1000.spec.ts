import { testLargeMap } from '../large-map-tests';

testLargeMap(1000);
