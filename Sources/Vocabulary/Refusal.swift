/// Why something asked for was not done; what the person sees.
///
/// `sentence` names what and where with the values; `remedy` what to do about it. `code` is stable, for
/// programs.
public struct Refusal: Error, Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Checked, and found wanting.
        case wanting
        /// The command or the request is not of its form.
        case usage
        /// A rule forbids it.
        case rule
        /// What was given cannot be read.
        case input
        /// The person may not.
        case permission
        /// An engine or solver is missing or failed.
        case engine

        /// The exit code of the command line; 0 is done and 70 is ours.
        public var exitCode: Int32 {
            switch self {
            case .wanting: 1
            case .usage: 2
            case .rule: 3
            case .input: 4
            case .permission: 5
            case .engine: 6
            }
        }
    }

    public let kind: Kind
    public let code: String
    public let sentence: String
    public let remedy: String?

    public init(_ kind: Kind, code: String, _ sentence: String, remedy: String? = nil) {
        self.kind = kind
        self.code = code
        self.sentence = sentence
        self.remedy = remedy
    }
}

extension Refusal {
    /// A journal’s line names an act that this Remit does not know.
    ///
    /// - Parameter kind: `act of access`.
    package static func unknownAct(_ name: String, _ kind: String, known: [String]) -> Refusal {
        Refusal(
            .input, code: "no-such-act", "“\(name)” is no \(kind).",
            remedy: "A later version may know it; this one knows \(named(known)).")
    }
}

extension Refusal: CustomStringConvertible {
    public var description: String { remedy.map { "\(sentence) \($0)" } ?? sentence }
}
