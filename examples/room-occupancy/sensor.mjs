// Simulated rooms, a message a minute each. The same seed gives the same numbers, whenever it is asked from which minute on.

/** Minutes of a day. */
export const DAY = 1_440;
const START_MS = Date.UTC(2026, 2, 2); // a Monday
const MINUTE_MS = 60_000;
/** Minutes until somebody has looked who was there. */
export const LABEL_DELAY = 10;

/** Litres a person breathes out a minute raise a small room's CO2 faster; `habit` is how often it is used. */
export const ROOMS = {
  lab: { seed: 1, habit: 0.8, rise: 9, fresh: 0.03, warmth: 0.02 },
  kitchen: { seed: 2, habit: 0.3, rise: 24, fresh: 0.09, warmth: 0.05 },
  office: { seed: 3, habit: 0.6, rise: 14, fresh: 0.04, warmth: 0.03 },
};

/**
 * What is published, minute by minute: `{ minute, messages: [{ topic, message }] }`.
 * @param from the first minute to be given, counted from the start of the simulation
 */
export function* minutes(from = 0) {
  const rooms = Object.entries(ROOMS).map(([name, settings]) => new Room(name, settings));
  for (let minute = 0; ; minute++) {
    const messages = rooms.flatMap((room) => room.next(minute));
    if (minute >= from) yield { minute, messages };
  }
}

class Room {
  #name;
  #settings;
  #random;
  #people = 0;
  #co2 = 430;
  #warmth = 0;
  #past = [];

  constructor(name, settings) {
    this.#name = name;
    this.#settings = settings;
    this.#random = seeded(settings.seed);
  }

  next(minute) {
    this.#move(minute);
    const { rise, fresh, warmth } = this.#settings;
    this.#co2 += rise * this.#people - fresh * (this.#co2 - 420);
    this.#warmth += warmth * this.#people - 0.02 * this.#warmth;
    const noise = (size) => size * (this.#random() + this.#random() - 1);
    const temperature = 19 + 2 * daylight(minute) + this.#warmth + noise(0.3);
    const humidity = 40 - 4 * daylight(minute) + 1.5 * this.#warmth + noise(2);
    const co2 = this.#co2 + noise(25);
    this.#past.push(this.#people > 0 ? "occupied" : "empty");

    const message = {
      seq: minute,
      ts: START_MS + minute * MINUTE_MS,
      temperature: rounded(temperature, 10),
      humidity: rounded(humidity, 10),
      co2: rounded(co2, 1),
    };
    const messages = [{ topic: `site/${this.#name}/climate`, message }];
    const known = minute - LABEL_DELAY;
    const value = this.#past[this.#past.length - 1 - LABEL_DELAY];
    if (known >= 0) messages.push({ topic: `site/${this.#name}/occupied`, message: { seq: known, value } });
    if (this.#past.length > LABEL_DELAY) this.#past.shift();
    return messages;
  }

  /** People come in the mornings of working days, go for lunch, and leave in the evening. */
  #move(minute) {
    const hour = (minute / 60) % 24;
    const isWorking = Math.floor(minute / DAY) % 7 < 5 && hour >= 8 && hour < 18 && !(hour >= 12 && hour < 13);
    const wanted = isWorking ? this.#settings.habit : 0.005;
    if (this.#random() > 0.06) return;
    if (this.#random() < wanted) this.#people = 1 + Math.floor(3 * this.#random());
    else this.#people = 0;
  }
}

/** 0 at midnight, 1 at noon, in a straight line: the same on every machine. */
function daylight(minute) {
  return 1 - Math.abs((minute % DAY) / (DAY / 2) - 1);
}

function rounded(value, per) {
  return Math.round(value * per) / per;
}

/** Uniform in [0, 1), from the seed alone (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
