import { HistoryDialog } from '../ui/history/History.tsx';

/** Who changed what of a meeting, and when. */
export const MeetingHistory = ({ id, onClose }: { id: string; onClose: () => void }) => (
  <HistoryDialog open onClose={onClose} entity="meeting" row={id} />
);
