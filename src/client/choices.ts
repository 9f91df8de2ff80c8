/** The criteria that take several values, of which one is enough, in the order in which residents look for them. */
export const CHOICES = [
  'contract',
  'hours',
  'pay',
  'experience',
  'schedule',
  'remote',
  'trade',
  'commune',
  'employer',
  'partner',
  'disabled',
  'sector',
] as const;
export type Choice = (typeof CHOICES)[number];

/** Every criterion of a search, in the order in which addresses name them. */
export const CRITERIA = ['q', 'place', 'radius', ...CHOICES, 'since', 'sort', 'page'] as const;
