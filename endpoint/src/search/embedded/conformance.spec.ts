import { conformance } from '../conformance/conformance.ts';
import { inProcess, inThreads } from './under-test.ts';

conformance('the embedded engine', inProcess);
conformance('the embedded engine in threads', inThreads);
