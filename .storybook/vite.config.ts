import { defineConfig } from 'vite';

// The root's own configuration builds the script tag, as a library; stories are a page.
export default defineConfig({});
