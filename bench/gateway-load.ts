import mqtt from "mqtt";

export interface Load {
  messages: number;
  qos: 0 | 1;
  /** Messages sent and not answered yet. */
  window: number;
}

export interface Measured {
  /** Messages a second, from the first sent to the last answered. */
  rate: number;
  p50Ms: number;
  p99Ms: number;
}

/** Sends rows as fast as they are answered, and times each from sending to answer. */
export async function drive(
  url: string,
  answers: string,
  { messages, qos, window }: Load,
  first: number,
): Promise<Measured> {
  const client = await mqtt.connectAsync(url, { clientId: "load", clean: true });
  const reader = await mqtt.connectAsync(url, { clientId: "load-in", clean: true });
  await reader.subscribeAsync(answers, { qos: 0 });
  const sentMs = new Float64Array(messages);
  const tookMs = new Float64Array(messages);
  let [sent, answered] = [0, 0];
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const send = () => {
    while (sent < messages && sent - answered < window) {
      sentMs[sent] = performance.now();
      client.publish("bench/1/sample", row(first + sent), { qos });
      sent++;
    }
  };
  reader.on("message", () => {
    // Answers come in the order of the rows.
    tookMs[answered] = performance.now() - (sentMs[answered] as number);
    answered++;
    if (answered === messages) finish();
    else if (sent - answered <= window / 2) send();
  });
  const started = performance.now();
  send();
  await finished;
  const seconds = (performance.now() - started) / 1_000;
  await Promise.all([client.endAsync(), reader.endAsync()]);
  tookMs.sort();
  const at = (share: number) => tookMs[Math.floor(share * (messages - 1))] as number;
  return { rate: messages / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}

const CLASSES = ["a", "b", "c", "d"];

/** 16 features of a few digits, as sensors write them, and the label. */
function row(seq: number): string {
  let text = `{"seq":${seq}`;
  let state = Math.imul(seq + 1, 0x9e3779b1) >>> 0;
  for (let i = 0; i < 16; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += `,"f${i}":${((state >>> 16) / 1_000).toFixed(2)}`;
  }
  return `${text},"class":"${CLASSES[state >>> 30]}"}`;
}
