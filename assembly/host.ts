/** The core of host builds: that of every build, and what a fleet shares. */
export * from "./index";
export * from "./fleet";
