import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { ReactNode } from 'react';

interface SheetProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A part of the page that lies over its left side until something in it is chosen. Escape and a press outside close it. */
export function Sheet({ label, onClose, children }: SheetProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : onClose())}
      className="sheet-back"
    >
      <Modal className="sheet">
        <Dialog aria-label={label}>{children}</Dialog>
      </Modal>
    </ModalOverlay>
  );
}
