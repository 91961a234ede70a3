import { memo, type ComponentType } from 'react';
import { createPortal } from 'react-dom';
import type { RecordSlot, RecordSlots } from './recordView.ts';

/** What a page draws around the text of a record; each part gets the record's node. */
export type SlotParts = {
  Label: ComponentType<{ slot: RecordSlot }>;
  Start: ComponentType<{ slot: RecordSlot }>;
  End: ComponentType<{ slot: RecordSlot }>;
  Below: ComponentType<{ slot: RecordSlot }>;
};

const OneSlot = memo(({ slot, parts }: { slot: RecordSlot; parts: SlotParts }) => (
  <>
    {createPortal(<parts.Label slot={slot} />, slot.label)}
    {createPortal(<parts.Start slot={slot} />, slot.start)}
    {createPortal(<parts.End slot={slot} />, slot.end)}
    {createPortal(<parts.Below slot={slot} />, slot.below)}
  </>
));

/** Draws the slots of every record on the screen; stands once beside the editor. `parts` must keep its identity. */
export const SlotContent = ({ slots, parts }: { slots: RecordSlots; parts: SlotParts }) =>
  [...slots.use().values()].map((slot) => <OneSlot key={slot.key} slot={slot} parts={parts} />);
