import { setTimeout as pause } from "node:timers/promises";
import { DAY, ROOMS } from "./sensor.mjs";

/** Holds predictions against what is known ten minutes later. */
export class Score {
  #predictions = new Map();
  #rooms = Object.fromEntries(Object.keys(ROOMS).map((room) => [room, { rows: 0, right: 0, empty: 0 }]));
  #changed = () => {};

  predicted(room, { order, class: name }) {
    this.#predictions.set(`${room}/${order}`, name);
    this.#changed();
  }

  known(room, { seq, value }) {
    const prediction = this.#predictions.get(`${room}/${seq}`);
    this.#predictions.delete(`${room}/${seq}`);
    if (prediction === undefined) return;
    const own = this.#rooms[room];
    own.rows++;
    own.right += Number(prediction === value);
    own.empty += Number(value === "empty");
  }

  /** Resolves when every room has been answered, or after `ms`. */
  async answered(minute, ms, signal) {
    const isAnswered = () => Object.keys(ROOMS).every((room) => this.#predictions.has(`${room}/${minute}`));
    const endMs = Date.now() + ms;
    while (!isAnswered() && Date.now() < endMs && !signal.aborted) {
      await Promise.race([new Promise((resolve) => (this.#changed = resolve)), pause(endMs - Date.now())]);
    }
  }

  heading() {
    const rooms = Object.keys(this.#rooms).map((room) => room.padStart(18));
    return `${"".padEnd(12)}${rooms.join("")}`;
  }

  /** What has become known since the last line. */
  line(minute) {
    const day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][Math.floor(minute / DAY) % 7];
    const time = `${day} ${String(Math.floor(((minute % DAY) + 1) / 60)).padStart(2, "0")}:00`;
    const percent = (count, rows) => (rows === 0 ? "-" : `${((100 * count) / rows).toFixed(0)} %`);
    const cells = Object.values(this.#rooms).map(({ rows, right, empty }) =>
      `${percent(right, rows)} (${percent(empty, rows)})`.padStart(18),
    );
    for (const own of Object.values(this.#rooms)) Object.assign(own, { rows: 0, right: 0, empty: 0 });
    return `${time.padEnd(12)}${cells.join("")}`;
  }
}
