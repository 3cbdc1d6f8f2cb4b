import { MillraceError } from "../errors.ts";
import { connectBothWays } from "./connection.ts";
import { Learner } from "./learner.ts";
import type { FeaturesMessage, LabelMessage, Progress, RejectedMessage, ResultMessage, Topics } from "./messages.ts";
import type { Result } from "./scores.ts";
import { type Calls, serve, type Work } from "./worker.ts";

export interface GatewaySettings {
  url: string;
  topics: Topics;
  /** Rows of the stream; what comes after them is answered and learnt, but not counted. */
  rows: number;
  /** Rows a label is late. */
  delay: number;
  /** Labels between two progress messages. */
  progressEvery: number;
  /** Where the model is saved, at the end of the stream and at the end of the process. */
  path: string;
}

/** Rows that may wait at least, for whoever talks to the gateway by hand when the stream is over. */
const WAITING_ROWS = 1_024;

/** Subscribes to features and labels, predicts the ones, learns from the others, and saves the model. */
async function runGateway(settings: GatewaySettings, { failed }: Calls): Promise<Work<Result | null>> {
  const { topics, rows, delay, progressEvery, path } = settings;
  const learner = await Learner.create(rows, Math.max(delay + 1, WAITING_ROWS));
  const [incoming, outgoing] = await connectBothWays(settings.url, failed);
  let early: FeaturesMessage | undefined;
  let saving: Promise<void> | undefined;

  const predict = (message: FeaturesMessage) => {
    if (!Number.isSafeInteger(message.row) || message.row < 0) {
      throw new MillraceError("E_VALUE", "row must be a whole number", {
        expected: ">= 0",
        actual: String(message.row),
      });
    }
    if ((message.labelsBefore ?? 0) > learner.learnt) {
      early = message;
      return;
    }
    outgoing.publish(topics.predictions, learner.predict(message.row, message.features), 1);
  };

  const learn = (message: LabelMessage) => {
    learner.learn(message);
    const { learnt } = learner;
    if (learnt <= rows && (learnt % progressEvery === 0 || learnt === rows)) {
      const progress: Progress = { scored: learnt, seconds: learner.seconds, standings: learner.standings() };
      outgoing.publish(topics.progress, progress, 0);
    }
    if (learnt === rows) {
      const publish = (result: ResultMessage) => outgoing.publish(topics.result, result, 1);
      saving = learner.save(path).then(publish, failed);
    }
    if (early && (early.labelsBefore ?? 0) <= learnt) {
      const waited = early;
      early = undefined;
      predict(waited);
    }
  };

  await incoming.subscribe([topics.features, topics.labels], 1, (topic, message) => {
    try {
      if (typeof message !== "object" || message === null) throw new MillraceError("E_FORMAT", "not a JSON object");
      if (topic === topics.features) predict(message as FeaturesMessage);
      else learn(message as LabelMessage);
    } catch (error) {
      // What a stranger sends must not end the stream; anything but a refusal is a fault of this program.
      if (!(error instanceof MillraceError)) return failed(error);
      outgoing.publish(topics.rejected, { topic, reason: error.message } satisfies RejectedMessage, 0);
    }
  });

  return {
    async stop() {
      await saving;
      const result = learner.learnt > 0 ? await learner.save(path) : null;
      await Promise.all([incoming.close(), outgoing.close()]);
      return result;
    },
  };
}

serve(runGateway);
