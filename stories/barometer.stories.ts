import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypes, controls, frame, type Controls } from './frame.ts';

interface BarometerControls extends Controls {
  /** Whether a list stands beside it, which its trades and sectors narrow. */
  list: boolean;
}

const meta: Meta<BarometerControls> = {
  title: 'Barometer',
  component: 'town-jobs-barometer',
  argTypes: { ...argTypes, list: { control: 'boolean' } },
  args: { ...controls, list: false },
  render: (args) =>
    frame(
      args,
      (search, endpoint) =>
        html`<town-jobs-barometer search=${search} endpoint=${endpoint} board=${args.board} scheme=${args.scheme}><a href="#">Voir les métiers qui recrutent</a></town-jobs-barometer>
          ${
            args.list
              ? html`<town-jobs-results search=${search} endpoint=${endpoint} board=${args.board} scheme=${args.scheme}></town-jobs-results>`
              : ''
          }`,
    ),
};
export default meta;

type Story = StoryObj<BarometerControls>;

export const Playground: Story = {};
export const Before: Story = { args: { board: '' } };
export const RightToLeft: Story = { args: { dir: 'rtl', list: true } };
export const BesideAList: Story = { args: { list: true } };
export const Narrow: Story = { args: { width: 320, list: true } };
export const Dark: Story = { args: { scheme: 'dark' } };
export const Bordeaux: Story = { args: { board: 'bordeaux' } };
export const None: Story = { args: { board: 'none' } };
export const Loading: Story = { args: { board: 'loading' } };
export const Failed: Story = { args: { board: 'failed' } };
export const NoNetwork: Story = { args: { board: 'offline' } };
export const Busy: Story = { args: { board: 'busy' } };
