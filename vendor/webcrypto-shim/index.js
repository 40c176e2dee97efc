// Stands in for `isomorphic-webcrypto`, which fhirclient asks for: every browser and Node release we support has it built in.
module.exports = globalThis.crypto;
