import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { argTypes, controls, frame, type Controls } from './frame.ts';

interface FilterControls extends Controls {
  contract?: string;
  hours?: string;
  remote?: string;
  since?: number;
  locked?: string;
  facets?: string;
}

const meta: Meta<FilterControls> = {
  title: 'Filters',
  component: 'town-jobs-filters',
  argTypes,
  args: { ...controls, width: 280 },
  render: (args) =>
    frame(
      args,
      (search, endpoint) =>
        html`<town-jobs-filters
            search=${search}
            endpoint=${endpoint}
            board=${args.board}
            scheme=${args.scheme}
            contract=${args.contract ?? nothing}
            hours=${args.hours ?? nothing}
            remote=${args.remote ?? nothing}
            since=${args.since ?? nothing}
            locked=${args.locked ?? nothing}
            facets=${args.facets ?? nothing}
          ><a href="#">Voir les offres</a></town-jobs-filters>`,
    ),
};
export default meta;

type Story = StoryObj<FilterControls>;

export const Playground: Story = {};
export const Before: Story = { args: { board: '' } };
export const NoNetwork: Story = { args: { board: 'offline' } };
export const Some: Story = { args: { contract: 'cdi,cdd', hours: 'part', since: 7 } };
export const NotStated: Story = { args: { contract: 'unstated', remote: 'unstated' } };
export const Locked: Story = { args: { contract: 'saisonnier', locked: 'contract' } };
export const Few: Story = { args: { facets: 'contract since pay' } };
export const Wide: Story = { args: { width: 1000 } };
export const Narrow: Story = { args: { width: 600, contract: 'cdi' } };
export const Dark: Story = { args: { scheme: 'dark', contract: 'cdi' } };
export const RightToLeft: Story = { args: { dir: 'rtl', contract: 'cdi' } };
export const None: Story = { args: { board: 'none', contract: 'stage' } };
export const Loading: Story = { args: { board: 'loading' } };
export const Failed: Story = { args: { board: 'failed' } };
