import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypes, controls, frame, type Controls } from './frame.ts';

const meta: Meta<Controls> = {
  title: 'Counter',
  component: 'town-jobs-counter',
  argTypes,
  args: controls,
  render: (args) =>
    frame(
      args,
      (search, endpoint) =>
        html`<town-jobs-counter search=${search} endpoint=${endpoint} board=${args.board} scheme=${args.scheme} href="#"><a href="#">Offres d’emploi</a></town-jobs-counter>`,
    ),
};
export default meta;

type Story = StoryObj<Controls>;

export const Playground: Story = {};
export const Before: Story = { args: { board: '' } };
export const One: Story = { args: { board: 'one' } };
export const Thousands: Story = { args: { board: 'thousands' } };
export const None: Story = { args: { board: 'none' } };
export const NoNetwork: Story = { args: { board: 'offline' } };
export const Narrow: Story = { args: { width: 280, board: 'thousands' } };
export const RightToLeft: Story = { args: { dir: 'rtl' } };
export const Loading: Story = { args: { board: 'loading' } };
export const Failed: Story = { args: { board: 'failed' } };
export const Dark: Story = { args: { scheme: 'dark' } };
