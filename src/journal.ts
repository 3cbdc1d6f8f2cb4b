export { fileNameOf } from "./journal/file-names.ts";
export {
  type FileGeneration,
  FileStore,
  type FileStoreOptions,
  type StoredFile,
  type StoreStep,
} from "./journal/file-store.ts";
export { gapOf, KIND_GAP, MAX_BODY_BYTES } from "./journal/format.ts";
export { Journal } from "./journal/journal.ts";
export { type FolderLock, type LockOptions, lockFolder, lockFolderWithin } from "./journal/lock.ts";
export type { Gap, JournalEntry, JournalOptions, JournalRecord, Recovery, SegmentInfo } from "./journal/types.ts";
