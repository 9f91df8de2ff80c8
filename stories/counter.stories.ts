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
export const Loading: Story = { args: { board: 'loading' } };
export const Failed: Story = { args: { board: 'failed' } };
export const Dark: Story = { args: { scheme: 'dark' } };
