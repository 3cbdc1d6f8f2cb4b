import { MillraceError } from "../errors.ts";
import { connectBothWays } from "./connection.ts";
import { type HalfHour, readElectricity } from "./electricity.ts";
import { Judge } from "./judge.ts";
import type { FeaturesMessage, LabelMessage, Topics } from "./messages.ts";
import type { PublisherNews } from "./news.ts";
import { type Play, Player, type Way } from "./player.ts";
import { isPrediction, isStatus } from "./shapes.ts";
import { type Calls, serve, type Work } from "./worker.ts";

export interface PublisherSettings extends Play {
  url: string;
  topics: Topics;
  /** Labels between two reports of progress. */
  progressEvery: number;
}

const PATIENCE_SECONDS = 30;

/** Plays the stream row by row, and judges what comes back. */
async function runPublisher(
  settings: PublisherSettings,
  { tell, failed, finished }: Calls<PublisherNews>,
): Promise<Work<PublisherNews>> {
  const { topics, rows, progressEvery } = settings;
  const stream = await readElectricity(rows);
  const [incoming, outgoing] = await connectBothWays(settings.url, failed);
  const judge = await Judge.create(stream);
  let startedAt = 0;
  const seconds = () => (performance.now() - startedAt) / 1_000;

  const way: Way = {
    sendFeatures(row) {
      startedAt ||= performance.now();
      const message: FeaturesMessage = { row, ...(stream[row] as HalfHour).features };
      outgoing.publish(topics.features, message, 1);
    },
    sendLabel(row) {
      const message: LabelMessage = { row, class: (stream[row] as HalfHour).label };
      outgoing.publish(topics.labels, message, 1);
    },
  };
  const player = new Player(settings, judge, way);

  let [told, half] = [0, false];
  const report = () => {
    const scored = judge.labelled;
    if (!half && player.row >= Math.floor(rows / 2)) {
      half = true;
      tell({ type: "half", row: player.row });
    }
    if (scored === told || (scored % progressEvery !== 0 && scored !== rows)) return;
    told = scored;
    tell({ type: "progress", progress: { scored, seconds: seconds(), standings: judge.standings() } });
  };
  let over = false;
  await incoming.subscribe([topics.predictions, topics.status], 1, (topic, message) => {
    if (over) return;
    if (topic === topics.status && isStatus(message)) player.online(message.state === "online");
    if (topic === topics.predictions && isPrediction(message)) over = player.answered(message);
    report();
    if (!over) return;
    const { countedFrom } = judge;
    tell({ type: "played", played: { rows, countedFrom, scores: judge.scores(), seconds: seconds() } });
    finished();
  });

  const patience = watchOver(player, () => {
    const where = `the prediction of row ${player.row} did not come within ${PATIENCE_SECONDS} seconds`;
    const remedy = `See that the broker lets a client publish and subscribe to ${topics.predictions} and its siblings.`;
    failed(new MillraceError("E_BROKER", where, { remedy }));
  });
  return {
    async stop() {
      clearInterval(patience);
      player.stop();
      await Promise.all([incoming.close(), outgoing.close()]);
    },
  };
}

/** Asks again each second in which nothing came, and gives up in the end. */
function watchOver(player: Player, giveUp: () => void): NodeJS.Timeout {
  let before = "";
  let seconds = 0;
  return setInterval(() => {
    // Ticks, not the clock: a process that was suspended has not waited.
    const now = `${player.row} ${player.labels} ${player.unanswered}`;
    seconds = now === before && player.isWaiting ? seconds + 1 : 0;
    before = now;
    if (seconds >= PATIENCE_SECONDS) giveUp();
    else if (seconds > 0) player.again();
  }, 1_000);
}

serve(runPublisher);
