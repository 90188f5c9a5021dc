import fc from "fast-check";

/** Property tests try the same samples in every run, so that a failure is never a matter of luck. */
fc.configureGlobal({ seed: 20_261_123 });
