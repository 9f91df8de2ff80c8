// Looks texts up in another language than French: pages in French do without it.
export { configureLocalization } from '@lit/localize/init/runtime.js';
