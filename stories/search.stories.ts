import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypes, controls, frame, type Controls } from './frame.ts';

const meta: Meta<Controls> = {
  title: 'Search',
  component: 'town-jobs-search',
  argTypes,
  args: controls,
  render: (args) =>
    frame(
      args,
      (search, endpoint) =>
        html`<town-jobs-search search=${search} endpoint=${endpoint} board=${args.board} scheme=${args.scheme}></town-jobs-search>`,
    ),
};
export default meta;

type Story = StoryObj<Controls>;

export const Playground: Story = {};
export const Before: Story = { args: { board: '' } };
export const Loading: Story = { args: { board: 'loading' } };
export const Failed: Story = { args: { board: 'failed' } };
export const NoNetwork: Story = { args: { board: 'offline' } };
export const RightToLeft: Story = { args: { dir: 'rtl' } };
export const Pessac: Story = { args: { board: 'pessac' } };
export const Narrow: Story = { args: { width: 320 } };
export const Dark: Story = { args: { scheme: 'dark' } };
export const Bordeaux: Story = { args: { board: 'bordeaux' } };
