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
export const Before: Story = { args: { board: '' } };
export const Thousands: Story = { args: { board: 'thousands' } };
export const WithoutEmployer: Story = { args: { board: 'anonymous' } };
export const Narrow: Story = { args: { width: 320 } };
export const RightToLeft: Story = { args: { dir: 'rtl' } };
export const Dark: Story = { args: { scheme: 'dark' } };
export const Loading: Story = { args: { board: 'loading' } };
export const One: Story = { args: { board: 'one' } };
export const LongTitles: Story = { args: { board: 'long', width: 400 } };
export const None: Story = { args: { board: 'none' } };
export const Failed: Story = { args: { board: 'failed' } };
export const NoNetwork: Story = { args: { board: 'offline' } };
export const Busy: Story = { args: { board: 'busy' } };

/** A page's own HTML between the title and the partner of each card. */
export const OwnCards: Story = {
  render: (args) =>
    frame(
      args,
      (search, endpoint) =>
        html`<town-jobs-results search=${search} endpoint=${endpoint} board=${args.board} scheme=${args.scheme}
          ><template>
            <p><strong data-field="place">Lieu à préciser</strong> <span data-field="distance"></span></p>
            <p data-if="pay">Salaire : <span data-field="pay"></span></p>
            <p><a data-href="page">Lire l’annonce</a></p>
          </template></town-jobs-results
        >`,
    ),
};
