import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypes, controls, frame, type Controls } from './frame.ts';

const meta: Meta<Controls> = {
  title: 'Map',
  component: 'town-jobs-map',
  argTypes,
  args: controls,
  render: (args) =>
    frame(
      args,
      (search, endpoint) =>
        html`<town-jobs-map search=${search} endpoint=${endpoint} board=${args.board} scheme=${args.scheme}><a href="#">Voir les offres</a></town-jobs-map>`,
    ),
};
export default meta;

type Story = StoryObj<Controls>;

export const Playground: Story = {};
export const Before: Story = { args: { board: '' } };
export const One: Story = { args: { board: 'one' } };
export const Thousands: Story = { args: { board: 'thousands' } };
export const RightToLeft: Story = { args: { dir: 'rtl' } };
export const Busy: Story = { args: { board: 'busy' } };
export const Narrow: Story = { args: { width: 320 } };
export const Dark: Story = { args: { scheme: 'dark' } };
export const Bordeaux: Story = { args: { board: 'bordeaux' } };
export const None: Story = { args: { board: 'none' } };
export const Loading: Story = { args: { board: 'loading' } };
export const Failed: Story = { args: { board: 'failed' } };
export const NoNetwork: Story = { args: { board: 'offline' } };
