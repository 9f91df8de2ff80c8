import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypes, controls, frame, type Controls } from './frame.ts';
import answers from './recorded/answers.json' with { type: 'json' };

const [first] = answers.offers.offers;

const meta: Meta<Controls> = {
  title: 'Offer',
  component: 'town-jobs-offer',
  argTypes,
  args: controls,
  render: (args) =>
    frame(
      args,
      (search, endpoint) =>
        html`<town-jobs-offer search=${search} endpoint=${endpoint} board=${args.board} scheme=${args.scheme} offer=${first!.id}><a href="#">Voir les offres</a></town-jobs-offer>`,
    ),
};
export default meta;

type Story = StoryObj<Controls>;

export const Playground: Story = {};
export const Before: Story = { args: { board: '' } };
export const WithoutEmployer: Story = { args: { board: 'anonymous' } };
export const RightToLeft: Story = { args: { dir: 'rtl' } };
export const Busy: Story = { args: { board: 'busy' } };
export const Narrow: Story = { args: { width: 320 } };
export const Dark: Story = { args: { scheme: 'dark' } };
export const Long: Story = { args: { board: 'long', width: 480 } };
export const Closed: Story = { args: { board: 'none' } };
export const Loading: Story = { args: { board: 'loading' } };
export const Failed: Story = { args: { board: 'failed' } };
export const NoNetwork: Story = { args: { board: 'offline' } };

/** A card opens above its list. */
export const FromAList: Story = {
  render: (args) =>
    frame(
      args,
      (search, endpoint) =>
        html`<town-jobs-offer search=${search} scheme=${args.scheme} url="off"></town-jobs-offer>
          <town-jobs-results search=${search} endpoint=${endpoint} board=${args.board} scheme=${args.scheme}></town-jobs-results>`,
    ),
};
