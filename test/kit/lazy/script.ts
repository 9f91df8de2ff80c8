import '../../../src/script.ts';

// The script with one more element, which is loaded where it stands on the page.
if (document.querySelector('town-jobs-lazy')) void import('./element.ts');
