/** WASI preview 1, declared by hand: all that the command asks of the world. A call returns an errno, 0 is good. */

@external("wasi_snapshot_preview1", "args_sizes_get")
export declare function args_sizes_get(count: usize, bytes: usize): i32;

@external("wasi_snapshot_preview1", "args_get")
export declare function args_get(pointers: usize, text: usize): i32;

@external("wasi_snapshot_preview1", "fd_read")
export declare function fd_read(fd: i32, vectors: usize, count: i32, read: usize): i32;

@external("wasi_snapshot_preview1", "fd_write")
export declare function fd_write(fd: i32, vectors: usize, count: i32, written: usize): i32;

@external("wasi_snapshot_preview1", "fd_seek")
export declare function fd_seek(fd: i32, offset: i64, whence: i32, place: usize): i32;

@external("wasi_snapshot_preview1", "fd_sync")
export declare function fd_sync(fd: i32): i32;

@external("wasi_snapshot_preview1", "fd_close")
export declare function fd_close(fd: i32): i32;

@external("wasi_snapshot_preview1", "fd_prestat_get")
export declare function fd_prestat_get(fd: i32, prestat: usize): i32;

@external("wasi_snapshot_preview1", "fd_prestat_dir_name")
export declare function fd_prestat_dir_name(fd: i32, name: usize, length: usize): i32;

@external("wasi_snapshot_preview1", "path_open")
export declare function path_open(
  folder: i32, lookup: i32, path: usize, length: usize, flags: i32, rights: i64, inherited: i64, mode: i32, fd: usize,
): i32;

@external("wasi_snapshot_preview1", "path_rename")
export declare function path_rename(
  folder: i32, from: usize, fromLength: usize, newFolder: i32, to: usize, toLength: usize,
): i32;

@external("wasi_snapshot_preview1", "path_unlink_file")
export declare function path_unlink_file(folder: i32, path: usize, length: usize): i32;

@external("wasi_snapshot_preview1", "poll_oneoff")
export declare function poll_oneoff(subscriptions: usize, events: usize, count: i32, happened: usize): i32;

@external("wasi_snapshot_preview1", "proc_exit")
export declare function proc_exit(code: i32): void;

export const STDIN = 0;
export const STDOUT = 1;
export const STDERR = 2;
/** The first folder the runtime has opened for the command; the others follow without a gap. */
export const FIRST_FOLDER = 3;

export const E_AGAIN = 6;
export const E_INTR = 27;
export const E_IO = 29;
export const E_PIPE = 64;

// path_open
export const CREATE = 1;
export const TRUNCATE = 8;
export const RIGHT_READ: i64 = 2;
export const RIGHT_SEEK: i64 = 4;
export const RIGHT_SYNC: i64 = 16;
export const RIGHT_TELL: i64 = 32;
export const RIGHT_WRITE: i64 = 64;

// fd_seek
export const FROM_START = 0;
export const FROM_END = 2;

// poll_oneoff: what a subscription of 48 bytes waits for, and where its fields lie; an event takes 32
export const WAIT_READ = 1;
export const WAIT_WRITE = 2;
export const SUBSCRIPTION_KIND = 8;
export const SUBSCRIPTION_FD = 16;
export const SUBSCRIPTION_BYTES = 48;
export const EVENT_BYTES = 32;
