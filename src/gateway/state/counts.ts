import type { MessageCounts, ModelCounts } from "../types.ts";

export function emptyCounts(): ModelCounts {
  return {
    records: 0,
    predicted: 0,
    warmingUp: 0,
    learnt: 0,
    refused: 0,
    expired: 0,
    unlabelled: 0,
    dropped: 0,
    orphaned: 0,
    newSessions: 0,
    missingOrders: 0,
    lostRecords: 0,
    setAside: 0,
    heldBack: 0,
  };
}

export function emptyMessageCounts(): MessageCounts {
  return {
    duplicates: 0,
    retained: 0,
    lateOrders: 0,
    secondLabels: 0,
    lateLabels: 0,
    unknownTickets: 0,
    refusedKeys: 0,
    lostModels: 0,
  };
}
