/** The criteria that take several values, of which one is enough: those of a closed list, then those that offers bring. */
export const CHOICES = [
  'contract',
  'hours',
  'schedule',
  'experience',
  'pay',
  'remote',
  'disabled',
  'trade',
  'sector',
  'commune',
  'employer',
  'partner',
] as const;
export type Choice = (typeof CHOICES)[number];

/** Every criterion of a search, in the order in which addresses name them. */
export const CRITERIA = ['q', 'place', 'radius', ...CHOICES, 'since', 'sort', 'page'] as const;
