import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Paths of PEM files. */
export interface KeyPair {
  cert: string;
  key: string;
}

/** An authority of one test's own, with a certificate for 127.0.0.1 and localhost and one for a client. */
export interface Certificates extends Disposable {
  ca: string;
  server: KeyPair;
  client: KeyPair;
  /** Of an authority that nobody trusts. */
  stranger: KeyPair;
}

export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), "millrace-certificates-"));
  const file = (name: string) => join(folder, name);
  const authority = (name: string): KeyPair => {
    const pair = { cert: file(`${name}.crt`), key: file(`${name}.key`) };
    openssl("req", "-x509", ...NEW_KEY, "-keyout", pair.key, "-out", pair.cert, "-days", "2", "-subj", `/CN=${name}`);
    return pair;
  };
  const signed = (name: string, by: KeyPair): KeyPair => {
    const pair = { cert: file(`${name}.crt`), key: file(`${name}.key`) };
    const request = file(`${name}.csr`);
    const extensions = file(`${name}.ext`);
    writeFileSync(extensions, "subjectAltName=IP:127.0.0.1,DNS:localhost\n");
    openssl("req", ...NEW_KEY, "-keyout", pair.key, "-out", request, "-subj", `/CN=${name}`);
    const signer = ["-CA", by.cert, "-CAkey", by.key, "-CAcreateserial", "-days", "2", "-extfile", extensions];
    openssl("x509", "-req", "-in", request, "-out", pair.cert, ...signer);
    return pair;
  };
  const ca = authority("authority");
  return {
    ca: ca.cert,
    server: signed("server", ca),
    client: signed("client", ca),
    stranger: authority("stranger"),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

function openssl(...parameters: string[]): void {
  execFileSync("openssl", parameters, { stdio: "pipe" });
}
