import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypes, controls, frame, press, type Controls } from './frame.ts';

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
export const Before: Story = { args: { board: '' } };
export const One: Story = { args: { board: 'one' } };
export const Thousands: Story = { args: { board: 'thousands' } };
export const LongTitles: Story = { args: { board: 'long', width: 480 } };
export const WithoutEmployer: Story = { args: { board: 'anonymous' } };
export const RightToLeft: Story = { args: { dir: 'rtl' } };
export const NoNetwork: Story = { args: { board: 'offline' } };
export const Busy: Story = { args: { board: 'busy' } };
export const Tablet: Story = { args: { width: 760 } };
export const Wide: Story = { args: { width: 1400 } };
export const Narrow: Story = { args: { width: 320 } };
export const Dark: Story = { args: { scheme: 'dark' } };
export const Pessac: Story = { args: { board: 'pessac' } };
export const Bordeaux: Story = { args: { board: 'bordeaux' } };
export const None: Story = { args: { board: 'none' } };
export const Failed: Story = { args: { board: 'failed' } };
export const Loading: Story = { args: { board: 'loading' } };

/** A phone shows the map in place of the list. */
export const MapOnAPhone: Story = {
  args: { width: 390 },
  play: ({ canvasElement }) => press(canvasElement, '[part=switch]'),
};
/** A card opens above the list. */
export const OpenOffer: Story = {
  args: { width: 390 },
  play: ({ canvasElement }) => press(canvasElement, '[part=link]'),
};
