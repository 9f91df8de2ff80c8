import { holdDefinitions } from './define.ts';

// To be imported before any element, by entries that decide later whether there are elements at all.
holdDefinitions();
