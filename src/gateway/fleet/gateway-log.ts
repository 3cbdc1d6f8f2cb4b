import { MillraceError } from "../../errors.ts";
import type { DecisionLog } from "../../sync/device/client.ts";
import type { Decision } from "../../sync/device/decisions.ts";
import type { MemberFiles } from "../../sync/device/member.ts";
import type { EncodedUpdate } from "../../sync/update.ts";
import type { FleetPart } from "../state/fleet-part.ts";
import type { GatewayState } from "../state.ts";
import type { WriteGuard } from "../write-guard.ts";

export interface GatewayLogParts {
  readonly stream: string;
  readonly part: FleetPart;
  readonly state: Pick<GatewayState, "fleets" | "journal">;
  readonly guard: Pick<WriteGuard, "isBlocked" | "block">;
}

/** The gateway's journal as the place where a member's decisions become records. */
export class GatewayLog implements DecisionLog {
  readonly #parts: GatewayLogParts;

  constructor(parts: GatewayLogParts) {
    this.#parts = parts;
  }

  /** What is gathered is not learnt yet, and has no number yet. */
  get seq(): number {
    return this.#parts.state.journal.nextSeq - 1;
  }

  decide(decision: Decision, nowMs: number): EncodedUpdate | undefined {
    const { state, stream } = this.#parts;
    return this.#written(() => state.fleets.take(stream, decision, nowMs)).at(-1)?.update;
  }

  flush(): void {
    this.#written(() => this.#parts.state.fleets.flush());
  }

  filesNow(): MemberFiles {
    return this.#parts.part.enactor.filesBefore(this.#parts.state.journal.nextSeq);
  }

  sync(): Promise<void> {
    return this.#parts.state.journal.syncAside();
  }

  /** A journal that cannot be written stops learning and sharing alike. */
  #written<Result>(write: () => Result): Result {
    const { state, stream, part, guard } = this.#parts;
    if (state.fleets.part(stream) !== part) {
      throw new MillraceError("E_STATE", "the model was loaded anew meanwhile", { where: stream });
    }
    if (guard.isBlocked) throw new MillraceError("E_JOURNAL", "the journal cannot be written", { where: stream });
    try {
      return write();
    } catch (error) {
      if (error instanceof MillraceError && error.code === "E_JOURNAL") guard.block(error);
      throw error;
    }
  }
}
