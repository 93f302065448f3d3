public import Vocabulary

/// What an indicator is, why it matters, what it is worked out from and who answers for that: reviewed data.
public struct IndicatorDefinition: Hashable, Sendable {
    /// As the command line knows it: `diabetes-prevalence`.
    public let id: String
    public let title: String
    public let what: String
    public let why: String
    public let numerator: String
    public let denominator: String
    public let source: String
    public let polarity: Polarity
    public let method: Method
    /// For how many people the value is: 100 for per cent.
    public let per: Double
    /// The file that it is worked out from.
    public let file: NeedsFile
    /// The publisher's code of it in the file; empty where the file has one figure only.
    public let figure: String
    /// Whom the numerator counts: one part of the file, ages of patients (`65+`), or the age bands of a standardised rate.
    public let parts: [String]
    public let owner: String
    /// Who has checked it at its source; nil where nobody has.
    public let checkedBy: String?
    public let reviewBy: Day

    /// Every kind of file that it is worked out from, the first its own.
    public var files: [NeedsFile] { file == .areaPopulations ? [file, .areaDeprivation] : [file] }

    /// Which way is worse.
    public enum Polarity: String, Hashable, Sendable, CaseIterable {
        case higherIsWorse = "higher is worse"
        case lowerIsWorse = "lower is worse"
        /// It says how many people need something, not how well anybody does.
        case neither
    }

    public enum Method: String, Hashable, Sendable, CaseIterable {
        case proportion
        case crudeRate = "rate.crude"
        /// By the ages of all areas of the file together.
        case directRate = "rate.direct"
        /// The publisher's own figure, as it stands.
        case published

        /// True where figures of parts make that of the whole.
        public var addsUp: Bool { self != .published }
    }
}
