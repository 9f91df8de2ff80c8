import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypes, controls, frame, type Controls } from './frame.ts';

const meta: Meta<Controls> = {
  title: 'Board',
  component: 'town-jobs',
  argTypes,
  args: controls,
  render: (args) =>
    frame(
      args,
      (search, endpoint) =>
        html`<town-jobs search=${search} endpoint=${endpoint} board=${args.board} scheme=${args.scheme}><a href="#">Offres d’emploi du Pays de Saint-Omer</a></town-jobs>`,
    ),
};
export default meta;

type Story = StoryObj<Controls>;

export const Playground: Story = {};
export const Narrow: Story = { args: { width: 320 } };
export const Dark: Story = { args: { scheme: 'dark' } };
export const Pessac: Story = { args: { board: 'pessac' } };
export const Bordeaux: Story = { args: { board: 'bordeaux' } };
export const None: Story = { args: { board: 'none' } };
export const Failed: Story = { args: { board: 'failed' } };
export const Loading: Story = { args: { board: 'loading' } };
