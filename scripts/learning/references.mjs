/** Published figures of each stream under the same protocol, unless said otherwise: best neural network, best of all. */
export const REFERENCES = {
  Elec2: [".8358, deep-river LSTM (38,052 rows)", ".9064, River ALMA"],
  Phishing: [".8784, deep-river RNN", ".9135, River SRP"],
  ImageSegments: ["", ".9017, River AMF"],
  Bananas: [".6066, deep-river LSTM", ".8894, River AMF"],
  electricity_tiny: [".6285, CapyMOA MLP 512-512", ".927, CapyMOA DEMS"],
  SEA: ["", "about .90 is the most its noise allows"],
  ChickWeights: ["24.88, deep-river MLP", "23.11, River bagging"],
  TrumpApproval: ["1.315, deep-river MLP", ".2685, River AMF"],
};
