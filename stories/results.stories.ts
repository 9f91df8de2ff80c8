import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypes, controls, frame, type Controls } from './frame.ts';

const meta: Meta<Controls> = {
  title: 'Results',
  component: 'town-jobs-results',
  argTypes,
  args: controls,
  render: (args) =>
    frame(
      args,
      (search, endpoint) =>
        html`<town-jobs-results search=${search} endpoint=${endpoint} board=${args.board} scheme=${args.scheme}><a href="#">Voir les offres</a></town-jobs-results>`,
    ),
};
export default meta;

type Story = StoryObj<Controls>;

export const Playground: Story = {};
export const Loading: Story = { args: { board: 'loading' } };
export const One: Story = { args: { board: 'one' } };
export const LongTitles: Story = { args: { board: 'long', width: 400 } };
export const None: Story = { args: { board: 'none' } };
export const Failed: Story = { args: { board: 'failed' } };
export const NoNetwork: Story = { args: { board: 'offline' } };
export const Busy: Story = { args: { board: 'busy' } };
