import Vocabulary

extension Money {
    /// For sentences and pictures: millions with one decimal from a million on, else whole pounds.
    var short: String { pence.magnitude >= 100_000_000 ? inMillions : inPounds }
}
