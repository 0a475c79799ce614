import Type, { type Static } from 'typebox';
import { closed } from '../forms.ts';
import { WorkView } from './work.ts';

/** A work under its address. */
export const AddressedWork = Type.Object(
  {
    address: Type.String({
      description: 'where it is found now; addresses that were given before, when less or other things were said of it, lead to it too',
    }),
    work: WorkView,
    links: Type.Object(
      { graph: Type.String(), up: Type.String(), down: Type.String(), effect: Type.String() },
      { ...closed, description: 'addresses in the API: its graph, what is stated of what it rests on and of what came of it, its effect' },
    ),
  },
  closed,
);
export type AddressedWork = Static<typeof AddressedWork>;
